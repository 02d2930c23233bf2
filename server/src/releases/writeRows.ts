// Writes a release's rows of one analysis table: works them out, which several processors share, into a table of their
// own, which then becomes the release's part of the analysis table and is indexed as the others are. They lie about in the
// order in which they were derived: some thousand courses after the others, and of these by instrument and rule, so that
// who reads one measure of a release meets few pages of others. To sort them all would take long and gain little.
import type { Ask, Publication } from "./publication";
import { partOf } from "../database/releaseParts";
import { deriveByCourse, makeWorkTable } from "../database/workTable";

export interface AnalysisRows {
  readonly table: string;
  /** What stands in a column, but for the release and the dataset. */
  readonly valueOf: (column: string) => string;
  /** A function: for some courses at a time (deriveByCourse). */
  readonly from: string | ((courses: string) => Derived);
}

export interface Derived {
  readonly with: string;
  readonly from: string;
}

export async function writeRows(
  ask: Ask,
  { datasetId, releaseId }: Publication,
  { table, valueOf, from }: AnalysisRows,
): Promise<void> {
  const columns = await ask<{ name: string; type: string; required: boolean }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required
    from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const places: Readonly<Record<string, string>> = { dataset_id: "$1", release_id: String(releaseId) };
  const row = columns.map(({ name, type }) => `(${places[name] ?? valueOf(name)})::${type} as ${name}`);
  const name = partOf(table, releaseId);
  const selected = `select ${row.join(", ")}`;
  const part = { name, kept: true, spread: true, counted: [] };
  if (typeof from === "string")
    await makeWorkTable(ask, { ...part, query: `${selected}\n${from}`, values: [datasetId] });
  else {
    const query = (courses: string): string => {
      const derived = from(courses);
      return `with ${derived.with}\n${selected}\n${derived.from}`;
    };
    await deriveByCourse(ask, { ...part, datasetId, query });
  }
  const required = columns
    .filter(({ required }) => required)
    .map(({ name }) => `alter column ${name} set not null`);
  await ask(`alter table ${name} ${required.join(", ")}`);
  await ask(`alter table ${table} attach partition ${name} for values in (${releaseId})`);
}
