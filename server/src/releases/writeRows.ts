// Writes a release's rows of one analysis table: works them out and sorts them, which several processors share, into a
// table of their own, which then becomes the release's part of the analysis table and is indexed as the others are. They
// lie in the order in which the analyses read them.
import type { Ask, Publication } from "./publication";
import { partOf } from "../database/releaseParts";
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
  const columns = await ask<{ name: string; type: string; required: boolean }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required
    from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const places: Readonly<Record<string, string>> = { dataset_id: "$1", release_id: "$2" };
  const row = columns.map(({ name, type }) => `(${places[name] ?? valueOf(name)})::${type} as ${name}`);
  const name = partOf(table, releaseId);
  await makeWorkTable(ask, {
    name,
    kept: true,
    spread: true,
    query: `select ${row.join(", ")}\n${from}\norder by ${order}`,
    values: [datasetId, releaseId],
    counted: [],
  });
  const required = columns
    .filter(({ required }) => required)
    .map(({ name }) => `alter column ${name} set not null`);
  await ask(`alter table ${name} ${required.join(", ")}`);
  await ask(`alter table ${table} attach partition ${name} for values in (${releaseId})`);
}
