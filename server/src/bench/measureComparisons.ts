/**
 * Times every section of the Compare page through HTTP as the page asks it: a fresh pair of cohorts each time, with
 * against without psychotherapy in a random cohort, once as they are and once adjusted for the usual nine.
 */
import { randomUUID } from "node:crypto";
import {
  compareFigures,
  defaultCompareOptions,
  defaultCovariates,
  defaultOutcome,
  lettered,
  type CompareState,
} from "@afterglow/shared";
import type { BenchTarget } from "./measureSections";
import { randomCohort } from "./randomCohort";

export interface ComparisonTimes {
  readonly section: string;
  /** Milliseconds, one an asking. */
  readonly unadjusted: readonly number[];
  readonly adjusted: readonly number[];
}

/** `rounds` askings of each section; the first two warm up and are not counted. */
export async function measureComparisons(target: BenchTarget, rounds: number): Promise<ComparisonTimes[]> {
  const results: ComparisonTimes[] = [];
  let asked = 0;
  for (const figure of compareFigures) {
    const times = { unadjusted: [] as number[], adjusted: [] as number[] };
    for (let round = -2; round < rounds; round++) {
      const pair = freshPair(asked++);
      for (const kind of ["unadjusted", "adjusted"] as const) {
        const state = { ...pair, covariates: kind === "adjusted" ? defaultCovariates : [] };
        const variables = figure.variables(state, target.releaseId);
        const took = await target.asker.ask(randomUUID(), figure.document, variables);
        if (round >= 0) times[kind].push(took);
      }
    }
    results.push({ section: figure.id, ...times });
  }
  return results;
}

function freshPair(number: number): CompareState {
  const { cohort } = randomCohort(number);
  const halves = [["NONE"], ["INTEGRATION", "ASSISTED"]].map((psychotherapy) => ({
    name: "",
    cohort: { ...cohort, psychotherapy },
  }));
  return {
    dataset: "",
    release: null,
    outcome: defaultOutcome(["PHQ9"]),
    cohorts: lettered(halves),
    covariates: defaultCovariates,
    target: "REFERENCE",
    options: defaultCompareOptions,
  };
}
