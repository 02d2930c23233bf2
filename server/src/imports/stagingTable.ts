// Where an import's rows wait until they are judged, and whatever else it needs until it ends: temporary tables. A Citus
// joins none of them with tables that are spread, so there they are work tables, spread as the source tables are.
import type { PoolClient } from "pg";
import { isCitus } from "../database/citus/isCitus";
import { makeWorkTable, withWorkTables, type Ask } from "../database/workTable";

const asking =
  (client: PoolClient): Ask =>
  async <Row extends object>(sql: string, values?: readonly unknown[]) =>
    (await client.query<Row>(sql, values === undefined ? undefined : [...values])).rows;

/** In a transaction: runs the work with a place for its tables. */
export async function withStagingPlace<Result>(
  client: PoolClient,
  work: () => Promise<Result>,
): Promise<Result> {
  const ask = asking(client);
  if (!(await isCitus(ask))) return work();
  const [process] = await ask<{ id: number }>("select pg_backend_pid() as id");
  return withWorkTables(ask, `importing_${process?.id}`, work);
}

/** It has a column patient, and ends with the transaction. */
export async function makeStagingTable(
  client: PoolClient,
  name: string,
  query: string,
  values: readonly unknown[] = [],
): Promise<void> {
  const ask = asking(client);
  if (await isCitus(ask)) await makeWorkTable(ask, { name, query, values, spread: true });
  else await ask(`create temporary table ${name} on commit drop as ${query}`, values);
}
