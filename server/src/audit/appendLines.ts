// Writes entries behind the last line, whole or not at all, in one statement: where the chain ends is looked up, and each
// hash is made, in the database, under the lock of whoever writes (migration oneStatement).
import type { Database } from "../database/dataSource";
import { hashedEnding } from "./chain";
import type { AuditEntry } from "./entry";

export async function appendLines(
  { dataSource }: Pick<Database, "dataSource">,
  entries: readonly AuditEntry[],
  policy: string,
): Promise<void> {
  await dataSource.query("select append_audit($1)", [entries.map((entry) => hashedEnding(entry, policy))]);
}
