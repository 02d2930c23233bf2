/** One registry measured from end to end: its tables, as text. */
import type { Pool } from "pg";
import type { Database } from "../database/dataSource";
import type { Policy } from "../disclosure/policy";
import { listDatasets } from "../releases/listReleases";
import { openAsker } from "./asker";
import { openBenchServer } from "./benchServer";
import { clickTable, comparisonTable, exportTable, memoryLine, pageTable, sectionTable } from "./benchTables";
import { measureClicks } from "./measureClicks";
import { measureComparisons } from "./measureComparisons";
import { measureExports } from "./measureExports";
import { measurePage } from "./measurePage";
import { measureSections, type BenchTarget } from "./measureSections";
import { kilobytesOf, postmasterOf, processesOf } from "./processes";

export interface BenchSize {
  readonly database: Database;
  readonly policy: Policy;
  /** For the raw statements; as many connections as the analyses have. */
  readonly raw: Pick<Pool, "query">;
  readonly dataset: string;
  readonly rounds: number;
  readonly readers: number;
  /** A Chromium. */
  readonly browser: string;
  readonly logError: (line: string) => void;
}

export async function benchSize(size: BenchSize): Promise<string> {
  const { database, policy, raw, dataset, rounds, readers, browser, logError } = size;
  const found = (await listDatasets(database.query)).find(({ name }) => name === dataset);
  const release = found?.releases.at(0);
  const [row] = await database.query<{ id: number }>("select id from dataset where name = $1", [dataset]);
  if (release === undefined || row === undefined)
    throw new Error("--dataset: no release of that name here. Run npm start or npm run demo first.");
  const server = await openBenchServer(database, policy, logError);
  const asker = openAsker(server.address);
  const target: BenchTarget = {
    asker,
    askRaw: (statement, values) => raw.query(statement, [...values]),
    releaseId: release.id,
    address: { dataset, release: String(release.number) },
    datasetId: row.id,
  };
  try {
    const postmaster = await findPostmaster(database);
    const pages = await measurePage(target, server, postmaster, rounds, readers);
    const sections = await measureSections(target, rounds);
    const comparisons = await measureComparisons(target, rounds);
    const exports = await measureExports(target, Math.ceil(rounds / 4));
    const clicks = await measureClicks(server.address, target.address, browser, Math.ceil(rounds / 2));
    const memory = memoryLine({
      server: process.memoryUsage().rss / 2 ** 20,
      database: postmaster === null ? null : memoryMb(processesOf(postmaster)),
      page: clicks === null ? null : clicks.heapBytes / 2 ** 20,
    });
    const tables = [
      pageTable(pages),
      ...(clicks === null ? [] : [clickTable(clicks)]),
      sectionTable(sections),
      comparisonTable(comparisons),
      exportTable(exports),
    ];
    return `${tables.join("\n\n")}\n\n${memory}`;
  } finally {
    await asker.close();
    await server.close();
  }
}

async function findPostmaster({ query }: Database): Promise<number | null> {
  const [row] = await query<{ pid: number }>("select pg_backend_pid() as pid");
  return row === undefined ? null : postmasterOf(row.pid);
}

const memoryMb = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + (kilobytesOf(pid, "Pss") ?? 0), 0) / 1024;
