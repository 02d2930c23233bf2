/**
 * The product as it answers at the door, opened for measuring: the rule, the audit and the budget in it. Each request is
 * of the reader that its header names, since one reader alone would soon have spent the answers of a release.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createApp } from "../api/app";
import { openKept } from "../api/openKept";
import { openAudit } from "../audit/openAudit";
import { openBudget } from "../audit/openBudget";
import { openColumns } from "../columns/openColumns";
import type { Database } from "../database/dataSource";
import type { Policy } from "../disclosure/policy";
import { figureAddress } from "../figures/figureAddress";
import { localIdentity } from "../identity/identity";
import { localPerson } from "../identity/person";
import { listen } from "../listen";
import { READER } from "./readerHeader";

const KEPT_BYTES = 256 * 2 ** 20;
const COLUMN_BYTES = 192 * 2 ** 20;

export interface BenchServer {
  readonly address: string;
  /** Milliseconds since it was opened in which the database was at work on an analysis, however many at once. */
  readonly databaseMs: () => number;
  /** Until no columns are being read any more. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openBenchServer(
  database: Database,
  policy: Policy,
  logError: (line: string) => void,
  columnBytes = COLUMN_BYTES,
): Promise<BenchServer> {
  const work = countWork();
  const kept = await openKept(database, policy, KEPT_BYTES, logError);
  const columns = await openColumns(database, columnBytes, logError);
  const { app, stop } = await createApp({
    ...(kept && { kept }),
    columns,
    steward: null,
    database: { ...database, ask: (...asked) => work.during(() => database.ask<never>(...asked)) },
    policy,
    audit: openAudit(database, policy),
    budget: openBudget(database),
    identity: {
      ...localIdentity,
      personOf: async ({ headers }) => ({ ...localPerson, id: String(headers[READER] ?? randomUUID()) }),
    },
    logError,
    figures: figureAddress,
    webFolder: join(__dirname, "../../../web/dist"),
  });
  const { address, close } = await listen(app, 0, "127.0.0.1");
  return {
    address,
    databaseMs: work.ms,
    settled: async () => columns?.settled(),
    close: async () => {
      await close();
      await stop();
      await kept?.written();
      await columns?.close();
    },
  };
}

/** How long at least one was under way. */
function countWork() {
  let under = 0;
  let since = 0;
  let total = 0;
  return {
    ms: () => total,
    during: async <T>(run: () => Promise<T>): Promise<T> => {
      if (under++ === 0) since = performance.now();
      try {
        return await run();
      } finally {
        if (--under === 0) total += performance.now() - since;
      }
    },
  };
}
