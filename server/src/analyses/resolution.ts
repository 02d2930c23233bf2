// How long a side effect lasted in one group: median and quartiles over patients, of each the longest time.
import type { Estimate } from "@afterglow/shared";
import { hiddenEstimate, shownEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import type { LongestDurations } from "../queries/tallySideEffectSessions";
import { quantilesOf } from "../statistics/quantilesOf";

/** Quartiles cut off a quarter of the patients: each quarter has to hold k. */
const QUARTERS = 4;

export function resolution(policy: Policy, inGroup: readonly LongestDurations[], term: string): Estimate {
  const minutes = inGroup.find((each) => each.term === term)?.minutes ?? [];
  const patients = minutes.reduce((sum, { count }) => sum + count, 0);
  if (patients < policy.smallestCount) return hiddenEstimate("TOO_FEW");
  const [lower = null, value = null, upper = null] = quantilesOf(minutes, [0.25, 0.5, 0.75]);
  if (value === null) return hiddenEstimate("NOT_ESTIMABLE");
  return patients < QUARTERS * policy.smallestCount
    ? shownEstimate(value, null, null)
    : shownEstimate(value, lower, upper);
}
