// Lines of the audit as they are kept, the oldest first, in pages.
import type { Database } from "../database/dataSource";
import type { AuditLine } from "./entry";

export const lineColumns = `number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  person, via, what, question, release, outcome, code, policy, previous, hash`;

const PAGE = 5_000;

export async function* readLines({ query }: Pick<Database, "query">): AsyncGenerator<AuditLine> {
  let after = 0;
  for (;;) {
    const page = await query<AuditLine>(
      `select ${lineColumns} from audit where number > $1 order by number limit ${PAGE}`,
      [after],
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.number ?? after;
  }
}
