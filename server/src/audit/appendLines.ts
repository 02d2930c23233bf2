// Writes entries behind the last line, in one transaction, whole or not at all. One writer at a time in a database,
// however many servers it has: the second waits for the first, and reads the head only then.
import type { Database } from "../database/dataSource";
import { beginning, chained } from "./chain";
import type { AuditEntry } from "./entry";

// Any number: whoever holds it writes the next lines.
const AUDIT_LOCK = 724_611_042;

// A reader waits for the line, so a table that somebody has locked is given up soon.
const begin = `set local lock_timeout = '1500ms'; set local statement_timeout = '3s';
  select pg_advisory_xact_lock(${AUDIT_LOCK})`;

const readHead = `
  select coalesce(max(number), 0)::int as number, (array_agg(hash order by number desc))[1] as hash,
    to_char(greatest(clock_timestamp(), max(at)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from (select number, hash, at from audit order by number desc limit 1) last`;

export async function appendLines(
  { dataSource }: Pick<Database, "dataSource">,
  entries: readonly AuditEntry[],
  policy: string,
): Promise<void> {
  await dataSource.transaction("READ COMMITTED", async (manager) => {
    await manager.query(begin);
    const [head] = await manager.query<{ number: number; hash: string | null; at: string }[]>(readHead);
    if (head === undefined) throw new Error("The database gave no head of the audit");
    const { number, hash, at } = head;
    const lines = chained({ number, hash: hash ?? beginning.hash }, entries, at, policy);
    await manager.query("insert into audit select * from json_populate_recordset(null::audit, $1::json)", [
      JSON.stringify(lines),
    ]);
  });
}
