// Whether two cohorts may be compared, told from what is shown: effective patients, and standardized differences in as
// few digits as their numbers allow.
import {
  canOverlap,
  type Estimate,
  type IncomparableReason,
  type Letter,
  type PairBalance,
  type Target,
} from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate, shownEstimate } from "../../disclosure/cells";
import type { Policy } from "../../disclosure/policy";
import { roundCount, roundStandardizedDifference } from "../../disclosure/rounding";
import { effectiveCount } from "./arms";
import { IMBALANCE } from "./covariateLevels";
import type { ComparedArm } from "./decideArms";
import type { Weighing } from "./weigh";

/** Weighting that keeps the information of fewer than half of a cohort's patients rests on a few of them. */
const FEWEST_EFFECTIVE = 0.5;

export interface PairOfCohorts {
  readonly reference: ComparedArm;
  readonly other: ComparedArm;
}

export const pairsOf = (cohorts: readonly ComparedArm[]): PairOfCohorts[] => {
  const [reference, ...others] = cohorts;
  return reference === undefined ? [] : others.map((other) => ({ reference, other }));
};

export const lettersOf = ({ reference, other }: PairOfCohorts): { letter: Letter; against: Letter } => ({
  letter: other.letter,
  against: reference.letter,
});

/**
 * May the adjusted arm of the cohort in this place be told? The reference is weighted by its first pair: under REFERENCE
 * everyone in it weighs 1, else there is one pair, and both arms stand or fall together.
 */
export function isAdjustedShown(balance: readonly PairBalance[], target: Target, place: number): boolean {
  if (place === 0 && target === "REFERENCE") return true;
  return balance[Math.max(0, place - 1)]?.comparable === true;
}

export function pairBalance(policy: Policy, pair: PairOfCohorts, weighing: Weighing): PairBalance {
  const worst = weighing.covariates
    .map(({ dimension, after }) => ({ dimension, difference: differenceShown(policy, weighing, after) }))
    .reduce<PairBalance["worst"]>(
      (most, each) => ((each.difference.value ?? -1) > (most?.difference.value ?? -1) ? each : most),
      null,
    );
  const reasons = reasonsOf(policy, pair, weighing, worst?.difference.value ?? 0);
  const [here, there] = lettersAndSizes(pair, weighing);
  // What a cohort is worth beside one of too few is a matter of those few.
  const isTooFew = Math.min(...weighing.patients) < policy.smallestCount;
  return {
    ...lettersOf(pair),
    comparable: reasons.length === 0,
    reasons,
    worst,
    effective: [here, there].map(({ letter, patients, worth }) => ({
      letter,
      patients: denominator(policy, patients),
      effective: isTooFew ? hiddenCount("TOO_FEW") : effectiveCount(policy, patients, worth),
    })),
  };
}

function lettersAndSizes({ reference, other }: PairOfCohorts, { patients, effective }: Weighing) {
  return [
    { letter: reference.letter, patients: patients[0], worth: effective[0] },
    { letter: other.letter, patients: patients[1], worth: effective[1] },
  ] as const;
}

function reasonsOf(
  policy: Policy,
  { reference, other }: PairOfCohorts,
  weighing: Weighing,
  worst: number,
): IncomparableReason[] {
  if (canOverlap(reference.cohort, other.cohort)) return ["OVERLAPPING"];
  const { patients, effective, isApart, isSeparated } = weighing;
  if (Math.min(...patients) < policy.smallestCount) return ["TOO_FEW"];
  if (isSeparated) return ["SEPARATION"];
  const isFew = patients.some((count, arm) => {
    const worth = effective[arm === 0 ? 0 : 1];
    return roundCount(policy, Math.round(worth)) < FEWEST_EFFECTIVE * roundCount(policy, count);
  });
  return [
    ...(worst > IMBALANCE ? (["IMBALANCE"] as const) : []),
    ...(isFew ? (["FEW_EFFECTIVE"] as const) : []),
    ...(isApart ? (["NOT_ADJUSTABLE"] as const) : []),
  ];
}

export function differenceShown(policy: Policy, { patients }: Weighing, difference: number | null): Estimate {
  const smaller = Math.min(...patients);
  if (smaller < policy.smallestCount || difference === null) return hiddenEstimate("TOO_FEW");
  const value = roundStandardizedDifference(policy, roundCount(policy, smaller), difference);
  return shownEstimate(value, null, null);
}
