/**
 * Times the whole Explore page as a click in the cohort panel asks it: all its sections and the panel at once, for a fresh
 * cohort each time, for the same once more, and for all patients; by one reader and by many at a time.
 */
import { randomUUID } from "node:crypto";
import { everyone, type Cohort } from "@afterglow/shared";
import { pageQuestions } from "./benchQuestions";
import type { BenchServer } from "./benchServer";
import type { BenchTarget } from "./measureSections";
import { processesOf, processorMsOf } from "./processes";
import { randomCohort, type RandomCohort } from "./randomCohort";
import { rawSections } from "./rawSections";
import { isEnough, timed } from "./times";

export interface PageTimes {
  readonly page: string;
  /** Milliseconds until the last section was there. */
  readonly all: readonly number[];
  /** Of it, on average, while the database was at work. */
  readonly database: number;
  /** Milliseconds of processors a page, on average; NaN where they cannot be seen. */
  readonly processor: Readonly<Record<"server" | "database", number>>;
  /** The same sections from the raw tables; empty where they are not asked. */
  readonly raw: readonly number[];
  readonly refused: number;
}

/** Far from those that the sections are asked about. */
const FIRST_COHORT = 100_000;
/** The first pages are answered while columns are being read and the server's own programs compiled. */
const WARM_UP = 40;

export async function measurePage(
  target: BenchTarget,
  { databaseMs, settled }: Pick<BenchServer, "databaseMs" | "settled">,
  postmaster: number | null,
  rounds: number,
  readers: number,
): Promise<PageTimes[]> {
  let number = FIRST_COHORT;
  const fresh = () => randomCohort(number++);
  const ask = (cohort: Cohort) => askPage(target, cohort, randomUUID());

  async function measure(
    page: string,
    askAll: () => Promise<Pick<PageTimes, "all" | "refused">>,
  ): Promise<PageTimes> {
    const databases = postmaster === null ? [] : processesOf(postmaster);
    const waited = databaseMs();
    const [server, database] = [watch([process.pid]), watch(databases)];
    const { all, refused } = await askAll();
    const pages = all.length + refused;
    return {
      page,
      all,
      refused,
      database: (databaseMs() - waited) / pages,
      processor: { server: server() / pages, database: database() / pages },
      raw: [],
    };
  }
  const inTurn = (next: () => Cohort) => async () => {
    const all: number[] = [];
    for (let round = 0; round < rounds; round++) all.push(await ask(next()));
    return { all, refused: 0 };
  };

  for (let round = 0; round < WARM_UP; round++) {
    await ask(fresh().cohort);
    await settled();
  }
  const one = await measure(
    "a fresh cohort",
    inTurn(() => fresh().cohort),
  );
  const raw: number[] = [];
  for (let round = 0; round < rounds && !isEnough(raw); round++) raw.push(await askRawPage(target, fresh()));
  const { cohort } = fresh();
  await ask(cohort);
  const again = await measure(
    "the same again",
    inTurn(() => cohort),
  );
  await ask(everyone);
  const whole = await measure(
    "all patients",
    inTurn(() => everyone),
  );
  const pages = Math.max(2, Math.ceil(rounds / 10));
  const many = await measure(`a fresh cohort each, ${readers} readers`, () =>
    crowd(readers, pages, () => ask(fresh().cohort)),
  );
  return [{ ...one, raw }, again, whole, many];
}

async function askPage({ asker, releaseId }: BenchTarget, cohort: Cohort, reader: string): Promise<number> {
  return timed(() =>
    Promise.all(
      pageQuestions.map(({ document, variables }) =>
        asker.ask(reader, document, variables(cohort, releaseId)),
      ),
    ),
  );
}

/** All at once too, on as many connections as the product's own. */
async function askRawPage({ askRaw, datasetId }: BenchTarget, { raw }: RandomCohort): Promise<number> {
  return timed(() =>
    Promise.all(Object.values(rawSections).map((statement) => askRaw(statement, [datasetId, ...raw]))),
  );
}

/** Each reader asks one page after the other. */
async function crowd(
  readers: number,
  pages: number,
  ask: () => Promise<number>,
): Promise<Pick<PageTimes, "all" | "refused">> {
  const all: number[] = [];
  let refused = 0;
  const read = async () => {
    for (let page = 0; page < pages; page++)
      await ask().then(
        (ms) => all.push(ms),
        () => (refused += 1),
      );
  };
  await Promise.all(Array.from({ length: readers }, read));
  return { all, refused };
}

/** Milliseconds of processors that these processes take from now on, as long as they live; NaN where none can be seen. */
function watch(pids: readonly number[]): () => number {
  const before = new Map(pids.map((pid) => [pid, processorMsOf(pid)]));
  const took = (pid: number) => (processorMsOf(pid) ?? NaN) - (before.get(pid) ?? NaN);
  return () =>
    pids.length === 0
      ? NaN
      : pids
          .map(took)
          .filter(Number.isFinite)
          .reduce((sum, ms) => sum + ms, 0);
}
