// Whether estimates of the same thing in several subgroups differ by more than chance: the test of interaction.
// Not a test of whether any of them differs from 0.

import { chiSquareUpperTail } from "./distributions";
import type { NotEstimable } from "./notEstimable";

export interface SubgroupEstimate {
  readonly estimate: number;
  readonly standardError: number;
}

export interface Heterogeneity {
  /** Mean of the estimates, each by the inverse of its variance. */
  readonly pooled: number;
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Cochran's Q: do independent estimates differ?
 *
 *   Q = sum of w (x - m)^2,   w = 1 / se^2,   m = sum of w x / sum of w;   chi-square on (number - 1)
 *
 * Assumes: independent subgroups; estimates near enough to normal. For two it is the square of
 * (x1 - x2) / sqrt(se1^2 + se2^2), the test of interaction of Altman and Bland.
 * Edges: fewer than two estimates, NO_PATIENTS; one without variance, NO_VARIANCE.
 * Source: Cochran, Biometrics 1954;10:101-129; Altman, Bland, BMJ 2003;326:219.
 * R: `metafor::rma(yi = x, sei = se, method = "FE")$QE`
 */
export function heterogeneity(estimates: readonly SubgroupEstimate[]): Heterogeneity | NotEstimable {
  if (estimates.length < 2) return { notEstimable: "NO_PATIENTS" };
  if (!estimates.every(({ estimate, standardError }) => Number.isFinite(estimate) && standardError >= 0)) {
    throw new RangeError("Heterogeneity: estimates must be finite, standard errors 0 or more.");
  }
  if (estimates.some(({ standardError }) => standardError === 0)) return { notEstimable: "NO_VARIANCE" };
  const weights = estimates.map(({ standardError }) => standardError ** -2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pooled = estimates.reduce((sum, { estimate }, at) => sum + (weights[at] ?? 0) * estimate, 0) / total;
  const statistic = estimates.reduce(
    (sum, { estimate }, at) => sum + (weights[at] ?? 0) * (estimate - pooled) ** 2,
    0,
  );
  const df = estimates.length - 1;
  return { pooled, statistic, df, p: chiSquareUpperTail(statistic, df) };
}
