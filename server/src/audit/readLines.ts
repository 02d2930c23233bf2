// Lines of the audit as they are kept, the oldest first, page by page, so that an audit of any length can be walked.
import type { Database } from "../database/dataSource";
import { auditValues, whereAudit, type AuditFilter } from "./auditFilter";
import type { AuditLine } from "./entry";

export const lineColumns = `number::float8 as number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  person, via, what, question, release, outcome, code, policy, previous, hash`;

const PAGE = 5_000;

export async function* readLines(
  { query }: Pick<Database, "query">,
  filter: AuditFilter = {},
): AsyncGenerator<AuditLine> {
  let after = 0;
  for (;;) {
    const page = await query<AuditLine>(
      `select ${lineColumns} from audit where ${whereAudit} and number > $7 order by number limit ${PAGE}`,
      [...auditValues(filter), after],
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.number ?? after;
  }
}
