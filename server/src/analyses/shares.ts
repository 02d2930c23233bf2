// Shares and means as they may be shown: computed from counts after the gate. What is hidden is decided by disclosure.
import type { Count, Estimate, HiddenReason } from "@afterglow/shared";
import {
  boundedShare,
  hiddenCount,
  hiddenEstimate,
  judgePart,
  shownCount,
  shownEstimate,
  type Verdict,
} from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { roundCount, roundMean } from "../disclosure/rounding";
import type { Moments } from "../queries/tallyTrajectory";
import { meanInterval } from "../statistics/meanInterval";
import { wilson } from "../statistics/wilson";

export interface PartAndShare {
  readonly patients: Count;
  readonly share: Estimate;
}

/** Part of a whole in distinct patients, each with its complement 0 or k and more; or hidden, with a bound if any. */
export function partOf(policy: Policy, part: number, whole: number): PartAndShare {
  return judgedPart(policy, part, whole, judgePart(policy, part, whole));
}

/**
 * A part of a group of which the same part of other groups, and of all, is shown too: `mark` is what became of it beside
 * them (protectAcross). Where counts are rounded nothing follows across groups, and the part is judged by itself.
 */
export function partBeside(
  policy: Policy,
  part: number,
  whole: number,
  mark: HiddenReason | null,
): PartAndShare {
  if (mark !== "PROTECTS_ANOTHER" || policy.roundedTo > 1) return partOf(policy, part, whole);
  return { patients: hiddenCount(mark), share: hiddenEstimate(mark) };
}

export function judgedPart(policy: Policy, part: number, whole: number, verdict: Verdict): PartAndShare {
  if (verdict === "SHOWN") return { patients: shownCount(policy, part), share: shareOf(policy, part, whole) };
  const isWholeHidden = whole < policy.smallestCount;
  return {
    patients: hiddenCount("TOO_FEW"),
    share: isWholeHidden ? hiddenEstimate("TOO_FEW") : boundedShare(policy, verdict, whole),
  };
}

/** Wilson's interval of two counts as they are shown. */
export function shareOf(policy: Policy, part: number, whole: number): Estimate {
  const n = roundCount(policy, whole);
  return shareOfShown(Math.min(roundCount(policy, part), n), n);
}

export function shareOfShown(part: number, whole: number): Estimate {
  const interval = wilson(part, whole);
  if (interval === null) return hiddenEstimate("NOT_ESTIMABLE");
  return shownEstimate(interval.estimate, interval.lower, interval.upper);
}

/**
 * Mean with its t interval: sum over the true n, standard error and degrees of freedom by the shown n. `unit` is how
 * many of what was added up make one of what is shown.
 */
export function meanOf(policy: Policy, { n, sum, sumOfSquares }: Moments, unit = 1): Estimate {
  if (n < policy.smallestCount) return hiddenEstimate("TOO_FEW");
  const shown = roundCount(policy, n);
  const { mean, lower, upper } = meanInterval({ n, sum, sumOfSquares }, { standardErrorN: shown });
  if (mean === null) return hiddenEstimate("NOT_ESTIMABLE");
  const digits = (value: number | null): number | null =>
    value === null ? null : roundMean(policy, shown, value / unit);
  return shownEstimate(roundMean(policy, shown, mean / unit), digits(lower), digits(upper));
}

/** Mean and standard deviation of a baseline table: no interval, since nothing is inferred there. */
export function meanAndDeviationOf(
  policy: Policy,
  { n, sum, sumOfSquares }: Moments,
): { mean: Estimate; standardDeviation: Estimate } {
  const hidden = hiddenEstimate("TOO_FEW");
  if (n < policy.smallestCount) return { mean: hidden, standardDeviation: hidden };
  const shown = roundCount(policy, n);
  const { mean, standardDeviation } = meanInterval({ n, sum, sumOfSquares });
  const single = (value: number | null): Estimate =>
    value === null
      ? hiddenEstimate("NOT_ESTIMABLE")
      : shownEstimate(roundMean(policy, shown, value), null, null);
  return { mean: single(mean), standardDeviation: single(standardDeviation) };
}
