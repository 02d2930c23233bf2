// The difference of two means in standard deviations: an effect size for studies on different scales. Not the balance
// of covariates, which is standardizedDifference.

import { logGamma, normalQuantile } from "./distributions";
import type { MomentTally } from "./momentTally";
import type { NotEstimable } from "./notEstimable";
import { type ShownNs, spreadOf } from "./welch";

const Z = normalQuantile(0.975);

export interface EffectSize {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** By how much Cohen's d is too large in small groups: the exact factor, not 1 - 3 / (4 df - 1). */
function correction(df: number): number {
  return Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
}

/**
 * Hedges' g, one minus other: the difference of means in pooled standard deviations, with the exact gamma correction,
 * and a normal interval at 95 %.
 *
 *   g = J (m1 - m2) / s,   s^2 = ((n1 - 1) s1^2 + (n2 - 1) s2^2) / df,   df = n1 + n2 - 2
 *   J = gamma(df/2) / (sqrt(df/2) gamma((df - 1)/2));   se^2 = 1/n1 + 1/n2 + g^2 / (2 (n1 + n2))
 *
 * Assumes: independent, about normal values with equal variances in two groups that share nobody.
 * Edges: nobody in a group is NO_PATIENTS; one alone in a group, or values that are all equal in both, NO_VARIANCE.
 * Source: Hedges, J Educ Stat 1981;6:107-128, the exact factor its equation 6e; the large-sample error of Hedges,
 * Olkin, Statistical Methods for Meta-Analysis 1985, 5.E.
 * R: `metafor::escalc("SMD", m1i =, sd1i =, n1i =, m2i =, sd2i =, n2i =)`
 */
export function hedgesG(one: MomentTally, other: MomentTally, shown?: ShownNs): EffectSize | NotEstimable {
  const x = spreadOf(one, shown?.one);
  const y = spreadOf(other, shown?.other);
  if ("notEstimable" in x) return x;
  if ("notEstimable" in y) return y;

  const df = x.n + y.n - 2;
  const pooled = Math.sqrt(
    ((x.n - 1) * x.standardDeviation ** 2 + (y.n - 1) * y.standardDeviation ** 2) / df,
  );
  if (pooled <= 10 * Number.EPSILON * Math.max(Math.abs(x.mean), Math.abs(y.mean))) {
    return { notEstimable: "NO_VARIANCE" };
  }
  const estimate = (correction(df) * (x.mean - y.mean)) / pooled;
  const standardError = Math.sqrt(1 / x.n + 1 / y.n + estimate ** 2 / (2 * (x.n + y.n)));
  return {
    estimate,
    standardError,
    lower: estimate - Z * standardError,
    upper: estimate + Z * standardError,
  };
}
