// The audit as the rest of the house uses it: `record` resolves when the line is in the database, and only then may the
// answer leave. What waits while one batch is written goes into the next, so twenty readers cost about as much as one.
import { setImmediate } from "node:timers/promises";
import type { Database } from "../database/dataSource";
import { appendLines } from "./appendLines";
import { AuditUnavailable } from "./auditUnavailable";
import type { AuditFilter } from "./auditFilter";
import type { AuditEntry, AuditLine } from "./entry";
import { newestLines, type NewestLines } from "./newestLines";
import { readLines } from "./readLines";

export interface Audit {
  /** Rejects with AuditUnavailable where the line is not written, or not in time. */
  readonly record: (entry: AuditEntry) => Promise<void>;
  /** For an administrator: a page of the newest lines. */
  readonly newest: (filter: AuditFilter, page: Parameters<typeof newestLines>[2]) => Promise<NewestLines>;
  /** The same as a whole, the oldest first. */
  readonly lines: (filter: AuditFilter) => AsyncIterable<AuditLine>;
}

interface Waiting {
  readonly entry: AuditEntry;
  readonly written: () => void;
  readonly failed: (cause: unknown) => void;
}

const MOST_AT_ONCE = 200;
const WRITTEN_WITHIN_MS = 4_000;

/** The disclosure policy stands in every line of this process, as `publish 1`. */
export function openAudit(
  database: Pick<Database, "dataSource">,
  { profile, version }: { readonly profile: string; readonly version: number },
): Audit {
  const policy = `${profile} ${version}`;
  const waiting: Waiting[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    await setImmediate();
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE);
      try {
        await appendLines(
          database,
          batch.map(({ entry }) => entry),
          policy,
        );
        for (const { written } of batch) written();
      } catch (cause) {
        for (const { failed } of batch) failed(cause);
      }
    }
    writing = false;
  }

  const record = (entry: AuditEntry): Promise<void> =>
    new Promise((resolve, reject) => {
      const failed = (cause?: unknown) => {
        clearTimeout(tooLate);
        reject(new AuditUnavailable(cause));
      };
      const written = () => {
        clearTimeout(tooLate);
        resolve();
      };
      const one: Waiting = { entry, written, failed };
      // Too late, it may still be written: a line about an answer that was not given does no harm.
      const tooLate = setTimeout(failed, WRITTEN_WITHIN_MS);
      waiting.push(one);
      if (writing) return;
      writing = true;
      void writeAll();
    });
  return {
    record,
    newest: (filter, page) => newestLines(database, filter, page),
    lines: (filter) =>
      readLines({ query: (sql, values) => database.dataSource.query(sql, [...(values ?? [])]) }, filter),
  };
}
