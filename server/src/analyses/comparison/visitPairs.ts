// The cases with a score at a visit of every cohort, each pair weighed: what effects, subgroups and balance start from.
import type { DimensionName, PairBalance } from "@afterglow/shared";
import { tallyVisitPatterns, type VisitPattern } from "../../queries/tallyVisitPatterns";
import type { AnalysisContext } from "../question";
import { pairBalance, pairsOf, type PairOfCohorts } from "./pairBalance";
import type { VisitQuestion } from "./question";
import { weigh, type Weighing } from "./weigh";

export interface VisitPair {
  readonly pair: PairOfCohorts;
  readonly reference: readonly VisitPattern[];
  readonly other: readonly VisitPattern[];
  readonly weighing: Weighing;
  readonly balance: PairBalance;
}

/** Hundredths of a percent where scores are percent of baseline. */
export const unitOf = ({ outcome }: VisitQuestion): number => (outcome.measure === "OWN" ? 100 : 1);

/** The patterns of each cohort; `more` dimensions follow the covariates in each pattern. */
export function visitPatterns(
  { query, release: { releaseId } }: AnalysisContext,
  { cohorts, covariates, outcome, visit }: VisitQuestion,
  more: readonly DimensionName[] = [],
): Promise<VisitPattern[][]> {
  const dimensions = [...covariates, ...more];
  return Promise.all(
    cohorts.map(({ cohort }) => tallyVisitPatterns(query, { releaseId, cohort }, outcome, visit, dimensions)),
  );
}

export function visitPairs(
  { policy }: AnalysisContext,
  { cohorts, covariates, target }: VisitQuestion,
  patterns: readonly (readonly VisitPattern[])[],
): VisitPair[] {
  const reference = patterns[0] ?? [];
  return pairsOf(cohorts).map((pair, at) => {
    const other = patterns[at + 1] ?? [];
    const weighing = weigh(policy, covariates, target, reference, other);
    return { pair, reference, other, weighing, balance: pairBalance(policy, pair, weighing) };
  });
}
