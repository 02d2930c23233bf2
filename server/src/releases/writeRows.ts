// Writes a release's rows of one analysis table: works them out and sorts them in a work table, which several processors
// share, exactly as they are to lie; then inserts them as they are, which Postgres never shares. They lie in the order in
// which the analyses read them.
import type { Ask, Publication } from "./publication";
import { makeWorkTable } from "../database/workTable";

export interface AnalysisRows {
  readonly table: string;
  /** What stands in a column, but for the release and the dataset. */
  readonly valueOf: (column: string) => string;
  readonly from: string;
  /** One number, which sorts faster than the columns of a wide row. */
  readonly order: string;
}

export async function writeRows(
  ask: Ask,
  { datasetId, releaseId }: Publication,
  { table, valueOf, from, order }: AnalysisRows,
): Promise<void> {
  const columns = await ask<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const places: Readonly<Record<string, string>> = { dataset_id: "$1", release_id: "$2" };
  const row = columns.map(({ name, type }) => `(${places[name] ?? valueOf(name)})::${type} as ${name}`);
  await makeWorkTable(ask, {
    name: "publishing_row",
    query: `select ${row.join(", ")}\n${from}\norder by ${order}`,
    values: [datasetId, releaseId],
    counted: [],
  });
  await ask(`insert into ${table} select * from publishing_row`);
  await ask("drop table publishing_row");
}
