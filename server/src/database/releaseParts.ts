// The analysis tables have a part for the rows of each release, in a schema of their own. Publishing fills one before it
// joins the others (releases/writeRows); here it is named, and made empty where rows come one by one.

export const partOf = (table: string, releaseId: number): string => `releases.${table}_${releaseId}`;

type Ask = <Row extends object>(sql: string) => Promise<Row[]>;

/** For every release that is there; none in a database of the time before there were parts. */
export async function makeParts(ask: Ask): Promise<void> {
  const missing = await ask<{ table: string; id: number }>(
    `select c.relname as table, r.id from pg_class c cross join release r
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'p'
      and to_regclass('releases.' || c.relname || '_' || r.id) is null`,
  );
  for (const { table, id } of missing)
    await ask(`create table ${partOf(table, id)} partition of ${table} for values in (${id})`);
}
