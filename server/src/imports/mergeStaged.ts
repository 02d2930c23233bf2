// The staged rows into the source tables: the one place that adds to them. What is already there stays as it is.
// Clinics get their numbers when a release is published.
import type { PoolClient } from "pg";
import type { TableSchema } from "./field";
import { stagedTable } from "./stageRows";
import { tableSchemas, type TableName } from "./tableSchemas";

/** Returns how many rows were new, by table. */
export async function mergeStaged(client: PoolClient, datasetId: number): Promise<Record<TableName, number>> {
  const inserted: Record<TableName, number> = { course: 0, session: 0, score: 0, side_effect: 0 };
  for (const schema of tableSchemas) {
    inserted[schema.table] = (await client.query(insertOf(schema), [datasetId])).rowCount ?? 0;
  }
  return inserted;
}

function insertOf(schema: TableSchema): string {
  const columns = schema.fields.map(({ name }) => name).join(", ");
  return `insert into ${schema.table} (dataset_id, ${columns})
          select $1::int, ${columns} from ${stagedTable(schema)} on conflict do nothing`;
}
