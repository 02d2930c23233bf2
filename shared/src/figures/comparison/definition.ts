/**
 * What a figure of the Compare page is to those who loop over them: as a figure of one cohort, but its state and its
 * answer are those of a comparison. No figure is defined here.
 */
import type { CompareState } from "../../compare";
import type { ComparisonProvenance } from "../../comparison";
import type { StatisticIds } from "../../methods/statisticMethod";
import { dimensionByName } from "../../vocabulary/dimensions";
import { cohortInput } from "../definition";
import type { CompareFigureId, Figure } from "../figure";

/** Every document answers with a comparison: where the numbers come from, and one result. */
export interface ComparisonAnswer<Result> {
  readonly comparison: ComparisonProvenance & Result;
}

export interface CompareFigureDefinition<Result = object> {
  readonly id: CompareFigureId;
  readonly title: string;
  /** What it answers, in plain words. */
  readonly question: string;
  /** Of its card. A half one stands beside another. */
  readonly width: "full" | "half";
  /** What its numbers are computed with: its Method note links to each on the Methods page. */
  readonly statistics: StatisticIds;
  /** GraphQL; the operation is named after the figure. */
  readonly document: string;
  variables(state: CompareState, releaseId: string): Readonly<Record<string, unknown>>;
  build(answer: ComparisonAnswer<Result>, state: CompareState): Figure;
}

/** What every question has: the release, the cohorts, what is adjusted for, and towards whom. */
export function comparisonVariables({ cohorts, covariates, target }: CompareState, releaseId: string) {
  return {
    release: releaseId,
    cohorts: cohorts.map(({ name, cohort }) => ({ name, where: cohortInput(cohort) })),
    adjustFor: covariates.map((name) => dimensionByName(name).enumName),
    target,
  };
}
