// The staged rows into the source tables: the one place that adds to them and changes them. What is already there, the
// same, stays as it is; what is there with other values is superseded. Clinics get their numbers when a release is
// published.
import type { PoolClient } from "pg";
import type { TableSchema } from "./field";
import { stagedTable } from "./stageRows";
import { beginSuperseding, supersede } from "./supersede";
import { tableSchemas, type TableName } from "./tableSchemas";

/** Rows of a table that were new, and that took the place of one. */
export interface Merged {
  readonly inserted: number;
  readonly superseded: number;
}

export async function mergeStaged(client: PoolClient, datasetId: number): Promise<Record<TableName, Merged>> {
  const none = { inserted: 0, superseded: 0 };
  const merged: Record<TableName, Merged> = { course: none, session: none, score: none, side_effect: none };
  await beginSuperseding(client);
  for (const schema of tableSchemas) {
    const superseded = await supersede(client, datasetId, schema);
    const inserted = (await client.query(insertOf(schema), [datasetId])).rowCount ?? 0;
    merged[schema.table] = { inserted, superseded };
  }
  return merged;
}

function insertOf(schema: TableSchema): string {
  const columns = schema.fields.map(({ name }) => name).join(", ");
  return `insert into ${schema.table} (dataset_id, ${columns})
          select $1::int, ${columns} from ${stagedTable(schema)} on conflict do nothing`;
}
