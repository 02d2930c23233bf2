// The columns in memory of a server, if it has room for any.
import { codeOf } from "../database/asUnavailable";
import { isCitus } from "../database/citus/isCitus";
import type { Database } from "../database/dataSource";
import { ColumnStore } from "./columnStore";
import { CountingThread } from "./countingThread";

/** `mostBytes` 0: none. On a Citus there are none either: its workers count, and no row of a patient travels. */
export async function openColumns(
  { ask }: Pick<Database, "ask">,
  mostBytes: number,
  log: (line: string) => void,
): Promise<ColumnStore | undefined> {
  if (mostBytes === 0 || (await isCitus(ask))) return undefined;
  return new ColumnStore({
    query: (text, values) => ask(text, values),
    mostBytes,
    logError: (error) =>
      log(`Columns of a release were not read; Postgres counts without (${codeOf(error) ?? "unexpected"}).`),
    thread: new CountingThread((error) =>
      log(`The thread that counts ended; another begins (${codeOf(error) ?? "unexpected"}).`),
    ),
  });
}
