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
  const rowByRow = await sparePointlessChecks(client);
  for (const schema of tableSchemas) {
    const superseded = await supersede(client, datasetId, schema);
    const inserted = (await client.query(insertOf(schema), [datasetId])).rowCount ?? 0;
    merged[schema.table] = { inserted, superseded };
  }
  await rowByRow();
  return merged;
}

/**
 * Postgres would look up the course of every row by itself, which takes longer than to write it. checkStaged has asked the
 * same of all rows at once, and the dataset is held until the transaction ends, so that no course goes meanwhile. Only a
 * superuser may leave it out, as on the embedded Postgres; elsewhere an import takes its time. Returns how to end it.
 */
async function sparePointlessChecks(client: PoolClient): Promise<() => Promise<unknown>> {
  const { rows } = await client.query<{ may: boolean }>(
    "select current_setting('is_superuser') = 'on' as may",
  );
  if (rows[0]?.may !== true) return async () => undefined;
  await client.query("set local session_replication_role = replica");
  return () => client.query("set local session_replication_role = origin");
}

/** In the order of the key, so that the index grows at its end instead of all over. */
function insertOf(schema: TableSchema): string {
  const columns = schema.fields.map(({ name }) => name).join(", ");
  return `insert into ${schema.table} (dataset_id, ${columns})
          select $1::int, ${columns} from ${stagedTable(schema)} order by ${schema.key.join(", ")} on conflict do nothing`;
}
