// One cell at a time: may this count be shown, and how does a shown or hidden number look?
// What several cells reveal together is in protectLines.ts; percentages are computed by the analyses.
import type { Bound, Count, Estimate, HiddenReason } from "@afterglow/shared";
import type { Policy } from "./policy";
import { roundCount } from "./rounding";

export const hiddenCount = (hidden: HiddenReason): Count => ({ value: null, hidden });

export const hiddenEstimate = (hidden: HiddenReason): Estimate => ({
  value: null,
  lower: null,
  upper: null,
  hidden,
  bound: null,
});

export function shownEstimate(
  value: number,
  lower: number | null,
  upper: number | null,
  bound: Bound | null = null,
): Estimate {
  return { value, lower, upper, hidden: null, bound };
}

/** A count that has been found showable, in the policy's rounding. */
export const shownCount = (policy: Policy, count: number): Count => ({
  value: roundCount(policy, count),
  hidden: null,
});

/** A number of distinct patients that others are counted of: k or more, or hidden. Nobody looks like too few. */
export function denominator(policy: Policy, patients: number): Count {
  return patients >= policy.smallestCount ? shownCount(policy, patients) : hiddenCount("TOO_FEW");
}

/**
 * Under this many times k patients, "none of them" or "all of them" is a statement about each of a few known
 * people. There, where counts are rounded, none is made to look like too few, and all like all but a few; the share
 * is a bound, 5 % or more wide. From 20 k on that bound would be under 5 %: as good as the 0 itself for a reader,
 * and so large a group names nobody.
 */
const SMALL_DENOMINATOR_TIMES = 20;

export function noneLooksLikeFew(policy: Policy, whole: number): boolean {
  return policy.roundedTo > 1 && roundCount(policy, whole) < SMALL_DENOMINATOR_TIMES * policy.smallestCount;
}

/** FEW: too few have it (or the whole is too few); MANY: too few do not. */
export type Verdict = "SHOWN" | "FEW" | "MANY";

/** Part of a whole, both in distinct patients: the part and its complement must each be 0 or k and more. */
export function judgePart(policy: Policy, part: number, whole: number): Verdict {
  if (whole < policy.smallestCount) return "FEW";
  if (isFew(policy, part, whole)) return "FEW";
  return isFew(policy, whole - part, whole) ? "MANY" : "SHOWN";
}

export function isFew(policy: Policy, part: number, whole: number): boolean {
  return part === 0 ? noneLooksLikeFew(policy, whole) : part < policy.smallestCount;
}

/**
 * What may be said of a hidden share of a small denominator: under (or over) a bound that follows from k and from
 * the rounded whole alone, so that it is the same for none and for too few. The true share always keeps to it: the
 * smallest whole that rounds so is taken. A bound over a fifth (fewer than about 55 patients) says little and reads
 * like an estimate, so there the share is hidden.
 */
const LARGEST_BOUND = 0.2;

export function boundedShare(policy: Policy, verdict: "FEW" | "MANY", whole: number): Estimate {
  const shown = roundCount(policy, whole);
  const least = shown - Math.floor(policy.roundedTo / 2);
  const share = policy.smallestCount / least;
  if (!noneLooksLikeFew(policy, whole) || share > LARGEST_BOUND) return hiddenEstimate("TOO_FEW");
  return verdict === "FEW"
    ? shownEstimate(share, null, null, "UNDER")
    : shownEstimate(1 - share, null, null, "OVER");
}
