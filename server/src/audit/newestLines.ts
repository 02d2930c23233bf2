// The newest lines that a filter leaves, for reading: a page of them, and whether there are older ones.
import type { Database } from "../database/dataSource";
import { auditValues, whereAudit, type AuditFilter } from "./auditFilter";
import type { AuditLine } from "./entry";
import { lineColumns } from "./readLines";

/** With the name of the person, where one is known: it is not in the chain, since a name can change. */
export type NamedLine = AuditLine & { readonly name: string };

export interface NewestLines {
  /** The newest first. */
  readonly lines: readonly NamedLine[];
  readonly older: boolean;
}

/** `before`: lines with smaller numbers alone. */
export async function newestLines(
  { dataSource }: Pick<Database, "dataSource">,
  filter: AuditFilter,
  { most, before }: { readonly most: number; readonly before?: number | undefined },
): Promise<NewestLines> {
  const lines = await dataSource.query<NamedLine[]>(
    `select ${lineColumns}, coalesce((select name from person where id = audit.person), '') as name from audit where ${whereAudit} and ($7::bigint is null or number < $7)
     order by number desc limit $8`,
    [...auditValues(filter), before ?? null, most + 1],
  );
  return { lines: lines.slice(0, most), older: lines.length > most };
}
