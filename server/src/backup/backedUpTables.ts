// Which tables a backup holds, with their columns: all of ours, those that others refer to first, so that they can be
// filled in this order. Analysis tables follow the releases, of which each has a part of them.
import { referencesGivenUp } from "../database/citus/spreadTables";
import type { Ask } from "./ask";

export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Sign-ins are for people at their browsers, now: nobody's should come to life again. Kept answers are computed again.
 * Migrations are run, not copied.
 */
const leftOut = ["sign_in", "kept_answer", "migrations", "typeorm_metadata"];

export async function backedUpTables(ask: Ask): Promise<BackedUpTable[]> {
  const tables = await ask<{ name: string; columns: string[]; refers: string[] }>(
    `select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid)
        || case when c.relkind = 'p' then '{release}'::text[] else '{}' end as refers
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all($1)
    order by c.relname`,
    [leftOut],
  );
  // In the same order wherever it was written.
  for (const { from, to } of referencesGivenUp) tables.find(({ name }) => name === from)?.refers.push(to);
  const ordered: BackedUpTable[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ name, refers }) => !placed.has(name) && refers.every((other) => placed.has(other)),
    );
    if (ready.length === 0)
      throw new Error("Tables that refer to each other in a circle cannot be backed up");
    for (const { name, columns } of ready) {
      ordered.push({ name, columns });
      placed.add(name);
    }
  }
  return ordered;
}

export const listOf = ({ name, columns }: BackedUpTable): string =>
  `${quoted(name)} (${columns.map(quoted).join(", ")})`;

/** Of all parts of the table. */
export const rowsOf = ({ name, columns }: BackedUpTable): string =>
  `select ${columns.map(quoted).join(", ")} from ${quoted(name)}`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
