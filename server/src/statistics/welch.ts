// The difference of two means with Welch's t interval and test, from moments. Not standardised: that is hedgesG.

import { studentTQuantile, studentTUpperTail } from "./distributions";
import { meanInterval } from "./meanInterval";
import type { MomentTally } from "./momentTally";
import type { NotEstimable } from "./notEstimable";

export interface MeanDifference {
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The n's by which errors and degrees of freedom are reckoned, when only rounded n's are shown: from a standard
 * deviation and an error of the exact n anyone could work that n out again.
 */
export interface ShownNs {
  readonly one: number;
  readonly other: number;
}

/** A mean with its standard deviation, and the n that its error is reckoned by. */
export interface Spread {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly n: number;
}

/** Throws nothing and gives null for what is no group: nobody, or one alone, whose values cannot differ. */
export function spreadOf(tally: MomentTally, shownN = tally.n): Spread | NotEstimable {
  const { mean, standardDeviation } = meanInterval(tally, { standardErrorN: shownN });
  if (mean === null || shownN === 0) return { notEstimable: "NO_PATIENTS" };
  if (standardDeviation === null || shownN < 2) return { notEstimable: "NO_VARIANCE" };
  return { mean, standardDeviation, n: shownN };
}

/**
 * Difference of two independent means, one minus other, with Welch's t interval at 95 % and two-sided P.
 *
 *   d -+ t(.975, df) se;   se^2 = v1 + v2,   v = s^2 / n;   df = se^4 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))
 *
 * Assumes: independent values in two groups that share nobody; means near enough to normal, which scores have from
 * about n = 30; variances need not be equal.
 * Edges: nobody in a group is NO_PATIENTS; one alone in a group, or values that are all equal in both, NO_VARIANCE.
 * Source: Welch, Biometrika 1947;34:28-35; Satterthwaite, Biometrics Bull 1946;2:110-114. R: `t.test(x, y)`
 */
export function welch(one: MomentTally, other: MomentTally, shown?: ShownNs): MeanDifference | NotEstimable {
  const x = spreadOf(one, shown?.one);
  const y = spreadOf(other, shown?.other);
  if ("notEstimable" in x) return x;
  if ("notEstimable" in y) return y;

  const [vx, vy] = [x.standardDeviation ** 2 / x.n, y.standardDeviation ** 2 / y.n];
  const standardError = Math.sqrt(vx + vy);
  // R's "data are essentially constant".
  if (standardError <= 10 * Number.EPSILON * Math.max(Math.abs(x.mean), Math.abs(y.mean))) {
    return { notEstimable: "NO_VARIANCE" };
  }
  const estimate = x.mean - y.mean;
  const t = estimate / standardError;
  const df = (vx + vy) ** 2 / (vx ** 2 / (x.n - 1) + vy ** 2 / (y.n - 1));
  const halfWidth = studentTQuantile(0.975, df) * standardError;
  return {
    estimate,
    standardError,
    t,
    df,
    p: 2 * studentTUpperTail(Math.abs(t), df),
    lower: estimate - halfWidth,
    upper: estimate + halfWidth,
  };
}
