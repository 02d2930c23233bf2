// The newest lines that a filter leaves, for reading: a page of them, and whether there are older ones.
import type { Database } from "../database/dataSource";
import { auditValues, whereAudit, type AuditFilter } from "./auditFilter";
import type { AuditLine } from "./entry";
import { lineColumns } from "./readLines";

export interface NewestLines {
  /** The newest first. */
  readonly lines: readonly AuditLine[];
  readonly older: boolean;
}

/** `before`: lines with smaller numbers alone. */
export async function newestLines(
  { query }: Pick<Database, "query">,
  filter: AuditFilter,
  { most, before }: { readonly most: number; readonly before?: number | undefined },
): Promise<NewestLines> {
  const lines = await query<AuditLine>(
    `select ${lineColumns} from audit where ${whereAudit} and ($7::bigint is null or number < $7)
     order by number desc limit $8`,
    [...auditValues(filter), before ?? null, most + 1],
  );
  return { lines: lines.slice(0, most), older: lines.length > most };
}
