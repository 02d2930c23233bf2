// The ratio of two odds with Woolf's interval. Over strata it is in mantelHaenszel, over covariates in
// logisticRegression.

import { checkCountOfN, type CountOfN } from "./countOfN";
import { logInterval, type RatioInterval } from "./logInterval";
import type { NotEstimable } from "./notEstimable";

/**
 * Odds ratio, one over other, with Woolf's interval on the log scale.
 *
 *   (a / (n1 - a)) / (b / (n2 - b));   se of its logarithm sqrt(1/a + 1/(n1 - a) + 1/b + 1/(n2 - b))
 *
 * Assumes: independent patients, in two groups that share nobody; counts not too small.
 * Edges: nobody in a group is NO_PATIENTS; none or all with the event in a group is ZERO_CELL.
 * Source: Woolf, Ann Hum Genet 1955;19:251-253.
 * R: `exp(log(a*d/(b*c)) + c(-1, 1) * qnorm(.975) * sqrt(1/a + 1/b + 1/c + 1/d))`
 */
export function oddsRatio(one: CountOfN, other: CountOfN, confidence = 0.95): RatioInterval | NotEstimable {
  checkCountOfN(one, "Odds ratio, one");
  checkCountOfN(other, "Odds ratio, other");
  if (one.n === 0 || other.n === 0) return { notEstimable: "NO_PATIENTS" };
  const cells = [one.count, one.n - one.count, other.count, other.n - other.count] as const;
  if (cells.includes(0)) return { notEstimable: "ZERO_CELL" };

  const [a, c, b, d] = cells;
  const standardError = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return logInterval(a / c / (b / d), standardError, confidence);
}
