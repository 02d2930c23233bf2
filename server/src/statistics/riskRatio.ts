// The ratio of two proportions with its log interval. Not the ratio of odds, and not of rates over time.

import { checkCountOfN, type CountOfN } from "./countOfN";
import { logInterval, type RatioInterval } from "./logInterval";
import type { NotEstimable } from "./notEstimable";

/**
 * Risk ratio, one over other, with Katz's interval on the log scale.
 *
 *   (a / n1) / (b / n2);   se of its logarithm sqrt(1/a - 1/n1 + 1/b - 1/n2)
 *
 * Assumes: independent patients, in two groups that share nobody; counts not too small.
 * Edges: nobody in a group is NO_PATIENTS; nobody with the event in a group is ZERO_CELL, and no half is added to
 * make it look otherwise; everybody in both is NO_VARIANCE.
 * Source: Katz, Baptista, Azen, Pike, Biometrics 1978;34:469-474.
 * R: `exp(log((a/n1)/(b/n2)) + c(-1, 1) * qnorm(.975) * sqrt(1/a - 1/n1 + 1/b - 1/n2))`
 */
export function riskRatio(one: CountOfN, other: CountOfN, confidence = 0.95): RatioInterval | NotEstimable {
  checkCountOfN(one, "Risk ratio, one");
  checkCountOfN(other, "Risk ratio, other");
  if (one.n === 0 || other.n === 0) return { notEstimable: "NO_PATIENTS" };
  if (one.count === 0 || other.count === 0) return { notEstimable: "ZERO_CELL" };
  if (one.count === one.n && other.count === other.n) return { notEstimable: "NO_VARIANCE" };

  const estimate = one.count / one.n / (other.count / other.n);
  // (n - a) / (a n) is 1/a - 1/n without the loss of digits where nearly all had the event.
  const variance =
    (one.n - one.count) / (one.count * one.n) + (other.n - other.count) / (other.count * other.n);
  return logInterval(estimate, Math.sqrt(variance), confidence);
}
