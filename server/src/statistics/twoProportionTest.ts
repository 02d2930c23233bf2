// Whether two proportions differ. How much they differ is in newcombe and riskRatio.

import { checkCountOfN, type CountOfN } from "./countOfN";
import { chiSquareUpperTail } from "./distributions";
import type { NotEstimable } from "./notEstimable";

export interface TwoProportionTest {
  readonly statistic: number;
  readonly p: number;
}

/**
 * Pearson's chi-square test of two proportions, without continuity correction, on 1 degree of freedom.
 *
 *   X^2 = N (ad - bc)^2 / (n1 n2 (a + b) (c + d)),   a of n1 and b of n2, c and d the rest, N = n1 + n2
 *
 * Assumes: independent courses; expected counts of about 5 or more in every cell.
 * Edges: an empty group, NO_PATIENTS; nobody or everybody with the event, NO_VARIANCE.
 * Source: Pearson, Philos Mag 1900;50:157-175.
 * R: `prop.test(c(a, b), c(n1, n2), correct = FALSE)`
 */
export function twoProportionTest(one: CountOfN, other: CountOfN): TwoProportionTest | NotEstimable {
  checkCountOfN(one, "Two proportions, one");
  checkCountOfN(other, "Two proportions, other");
  if (one.n === 0 || other.n === 0) return { notEstimable: "NO_PATIENTS" };
  const pooled = (one.count + other.count) / (one.n + other.n);
  if (pooled === 0 || pooled === 1) return { notEstimable: "NO_VARIANCE" };
  // The difference over its variance, which is the same: products of four counts pass what a double holds exactly.
  const difference = one.count / one.n - other.count / other.n;
  const statistic = difference ** 2 / (pooled * (1 - pooled) * (1 / one.n + 1 / other.n));
  return { statistic, p: chiSquareUpperTail(statistic, 1) };
}
