// The change within the same patients, from before to after, with its t interval and test, from the moments of the
// changes. Not a difference between groups, and not an effect of treatment: there is nobody to compare with.

import { studentTUpperTail } from "./distributions";
import { meanInterval, type MeanIntervalOptions } from "./meanInterval";
import type { MomentTally } from "./momentTally";
import type { NotEstimable } from "./notEstimable";

export interface PairedChange {
  readonly n: number;
  readonly estimate: number;
  readonly standardDeviation: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  /** The mean change in standard deviations of the change: Cohen's dz. */
  readonly standardized: number;
}

/**
 * Mean change within patients, with Student's t interval at 95 % and two-sided P.
 *
 *   m -+ t(.975, n - 1) s / sqrt(n),   m and s of after minus before;   t = m sqrt(n) / s;   dz = m / s
 *
 * Assumes: independent patients; changes near enough to normal, which scores have from about n = 30.
 * Edges: nobody is NO_PATIENTS; one patient, or changes that are all equal, NO_VARIANCE.
 * Source: Student, Biometrika 1908;6:1-25; Cohen, Statistical Power Analysis 1988, 2.3.5 for dz.
 * R: `t.test(after, before, paired = TRUE)`
 */
export function pairedChange(
  changes: MomentTally,
  options: MeanIntervalOptions = {},
): PairedChange | NotEstimable {
  const { standardErrorN: n = changes.n } = options;
  const { mean, standardDeviation, standardError, lower, upper } = meanInterval(changes, options);
  if (mean === null || n === 0) return { notEstimable: "NO_PATIENTS" };
  if (standardDeviation === null || standardError === null || lower === null || upper === null) {
    return { notEstimable: "NO_VARIANCE" };
  }
  // R's "data are essentially constant".
  if (standardError <= 10 * Number.EPSILON * Math.abs(mean)) return { notEstimable: "NO_VARIANCE" };
  const t = mean / standardError;
  return {
    n,
    estimate: mean,
    standardDeviation,
    t,
    df: n - 1,
    p: 2 * studentTUpperTail(Math.abs(t), n - 1),
    lower,
    upper,
    standardized: mean / standardDeviation,
  };
}
