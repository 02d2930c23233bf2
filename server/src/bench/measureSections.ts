/**
 * Times every section of the Explore page: through HTTP as the page asks it, and from the raw source tables, for the
 * same fresh cohort in turn, so that the ratio holds when the machine's speed drifts.
 */
import { randomUUID } from "node:crypto";
import type { Asker } from "./asker";
import { choicesQuestion, figureQuestions, ruleQuestion } from "./benchQuestions";
import { randomCohort } from "./randomCohort";
import { rawSections } from "./rawSections";
import { isEnough, timed } from "./times";

export interface SectionTimes {
  readonly section: string;
  /** Milliseconds, one an asking. */
  readonly page: readonly number[];
  readonly raw: readonly number[];
}

export interface BenchTarget {
  readonly asker: Asker;
  /** One raw statement with its values; several at once. */
  readonly askRaw: (statement: string, values: readonly unknown[]) => Promise<unknown>;
  /** As the API names it (demo.1), and as addresses do (demo, 1). */
  readonly releaseId: string;
  readonly address: Readonly<Record<"dataset" | "release", string>>;
  /** The dataset's number in this database. */
  readonly datasetId: number;
}

/** `rounds` askings of each section; the first two warm up and are not counted. */
export async function measureSections(target: BenchTarget, rounds: number): Promise<SectionTimes[]> {
  const { asker, askRaw, releaseId, datasetId } = target;
  const results: SectionTimes[] = [];
  let asked = 0;
  for (const { section, document, variables } of [...figureQuestions, choicesQuestion, ruleQuestion]) {
    const page: number[] = [];
    const raw: number[] = [];
    const statement = rawSections[section];
    for (let round = -2; round < rounds; round++) {
      const { cohort, raw: filters } = randomCohort(asked++);
      const answered = await asker.ask(randomUUID(), document, variables(cohort, releaseId));
      const counted =
        statement === undefined || isEnough(raw)
          ? null
          : await timed(() => askRaw(statement, [datasetId, ...filters]));
      if (round < 0) continue;
      page.push(answered);
      if (counted !== null) raw.push(counted);
    }
    results.push({ section, page, raw });
  }
  return results;
}
