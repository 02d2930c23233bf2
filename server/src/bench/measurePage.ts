/**
 * Times the whole Explore page as a click in the cohort panel asks it: all its sections and the panel at once, for a fresh
 * cohort each time, for the same once more, and for all patients; by one reader and by many at a time.
 */
import { randomUUID } from "node:crypto";
import { everyone, type Cohort } from "@afterglow/shared";
import { pageQuestions } from "./benchQuestions";
import type { BenchServer } from "./benchServer";
import type { BenchTarget } from "./measureSections";
import { randomCohort, type RandomCohort } from "./randomCohort";
import { rawSections } from "./rawSections";
import { timed } from "./times";

export interface PageTimes {
  readonly page: string;
  /** Milliseconds until the last section was there. */
  readonly all: readonly number[];
  /** Of it, on average, while the database was at work. */
  readonly database: number;
  /** The same sections from the raw tables; empty where they are not asked. */
  readonly raw: readonly number[];
}

/** Far from those that the sections are asked about. */
const FIRST_COHORT = 100_000;

export async function measurePage(
  target: BenchTarget,
  { databaseMs }: Pick<BenchServer, "databaseMs">,
  rounds: number,
  readers: number,
): Promise<PageTimes[]> {
  let number = FIRST_COHORT;
  const fresh = () => randomCohort(number++);
  const ask = (cohort: Cohort, reader: string = randomUUID()) => askPage(target, cohort, reader);

  async function measure(page: string, next: () => Cohort, raw?: () => RandomCohort): Promise<PageTimes> {
    const all: number[] = [];
    const counted: number[] = [];
    for (let round = 0; round < 3; round++) await ask(next());
    const before = databaseMs();
    for (let round = 0; round < rounds; round++) all.push(await ask(next()));
    const database = (databaseMs() - before) / rounds;
    if (raw) for (let round = 0; round < rounds; round++) counted.push(await askRawPage(target, raw()));
    return { page, all, database, raw: counted };
  }

  const one = await measure("a fresh cohort", () => fresh().cohort, fresh);
  const { cohort } = fresh();
  const again = await measure("the same again", () => cohort);
  const whole = await measure("all patients", () => everyone);
  const many = await crowd(readers, Math.max(2, Math.ceil(rounds / 10)), () => ask(fresh().cohort));
  return [one, again, whole, { page: `a fresh cohort each, ${readers} readers`, ...many }];
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
): Promise<Omit<PageTimes, "page">> {
  const all: number[] = [];
  const read = async () => {
    for (let page = 0; page < pages; page++) all.push(await ask());
  };
  await Promise.all(Array.from({ length: readers }, read));
  return { all, database: NaN, raw: [] };
}
