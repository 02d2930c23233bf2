/**
 * What a figure is to those who loop over all of them: the pages and the figure addresses. A document to ask with, the
 * variables of that question, and the builder from its answer. No figure is defined here.
 */
import type { Cohort } from "../cohort";
import type { PinnedCohort } from "../compare";
import type { ExploreState } from "../explore";
import type { StatisticIds } from "../methods/statisticMethod";
import type { Outcome } from "../outcome";
import type { Answered, Provenance } from "../results";
import { dimensionByName, dimensions } from "../vocabulary/dimensions";
import type { CompareFigureId, Figure } from "./figure";

/** Every document answers with a cohort: where the numbers come from, and one result. */
export interface FigureAnswer<Result> {
  readonly cohort: Provenance & Result;
}

/** The figures of one cohort; those of a comparison have a list of their own. */
export type FigureId = Exclude<Figure["id"], CompareFigureId>;

export interface FigureDefinition<Result = object> {
  readonly id: FigureId;
  readonly title: string;
  /** What it answers, in plain words. */
  readonly question: string;
  /** Of its card. A half one stands beside another. */
  readonly width: "full" | "half";
  /** What its numbers are computed with: its Method note links to each on the Methods page. */
  readonly statistics: StatisticIds;
  /** GraphQL; the operation is named after the figure. */
  readonly document: string;
  /** Its groups as cohorts of a comparison, where they are held against each other and not adjusted here. */
  readonly compared?: (state: ExploreState) => readonly PinnedCohort[];
  variables(state: ExploreState, releaseId: string): Readonly<Record<string, unknown>>;
  /** Of whom its result is. */
  answered(result: Result): Answered;
  /** As it would be if all of the question was applied: a reader's is made by answeredFigure. */
  build(answer: FigureAnswer<Result>, state: ExploreState): Figure;
}

/** What every question has: the release, the cohort, the outcome and the grouping. */
export interface CohortVariables {
  readonly release: string;
  readonly where: Readonly<Record<string, string | readonly string[]>>;
  readonly outcome: Outcome;
  readonly by: string | null;
}

export function cohortVariables(state: ExploreState, releaseId: string): CohortVariables {
  return {
    release: releaseId,
    where: cohortInput(state.cohort),
    outcome: state.outcome,
    by: state.by === null ? null : dimensionByName(state.by).enumName,
  };
}

/** A cohort as the API's CohortInput: a list for each dimension, one value where only one can be chosen. */
export function cohortInput(cohort: Cohort): Readonly<Record<string, string | readonly string[]>> {
  const input: Record<string, string | readonly string[]> = {};
  for (const { name, grammar } of dimensions) {
    const [first, ...rest] = cohort[name] ?? [];
    if (first !== undefined) input[name] = grammar === "one" ? first : [first, ...rest];
  }
  return input;
}
