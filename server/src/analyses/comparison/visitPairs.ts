// The cases with a score at a visit of every cohort, each pair weighed: what effects, subgroups and balance start from.
import type { DimensionName, PairBalance } from "@afterglow/shared";
import { countOf } from "../../columns/countOf";
import { tallyVisitPatterns, type VisitPattern } from "../../queries/tallyVisitPatterns";
import type { AnalysisContext } from "../question";
import { pairBalance, pairsOf, type PairOfCohorts } from "./pairBalance";
import type { VisitQuestion } from "./question";
import { standingArms, type StandingArm } from "./standingArms";
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
export async function visitPatterns(
  context: AnalysisContext,
  question: VisitQuestion,
  arms: readonly StandingArm[],
  more: readonly DimensionName[] = [],
): Promise<VisitPattern[][]> {
  const { covariates, outcome, visit } = question;
  const dimensions = [...covariates, ...more];
  return Promise.all(
    arms.map(({ scope }) => tallyVisitPatterns(countOf(context), scope, outcome, visit, dimensions)),
  );
}

/** The cohorts among the cases with a score at the visit. */
export const armsAtVisit = (
  context: AnalysisContext,
  { cohorts, outcome, visit }: VisitQuestion,
): Promise<StandingArm[]> => standingArms(context, cohorts, { of: "VISIT", outcome, visit });

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
