// The difference of two proportions with Newcombe's interval. Not their ratio, and not a test.

import { checkCountOfN, type CountOfN } from "./countOfN";
import type { NotEstimable } from "./notEstimable";
import { wilson } from "./wilson";

export interface DifferenceInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Difference of two independent proportions, one minus other, with Newcombe's hybrid score interval.
 *
 *   d - sqrt((p1 - l1)^2 + (u2 - p2)^2)   to   d + sqrt((u1 - p1)^2 + (p2 - l2)^2),   l, u the Wilson limits of each
 *
 * Assumes: independent patients, in two groups that share nobody.
 * Edges: nobody in a group is NO_PATIENTS. None or all in a group still has an interval, unlike Wald's. It stays
 * within -1 and 1.
 * Source: method 10 of Newcombe, Stat Med 1998;17:873-890.
 * R: `w1 <- prop.test(a, n1, correct = FALSE)$conf.int`, `w2` likewise, then the formula
 */
export function newcombe(
  one: CountOfN,
  other: CountOfN,
  confidence = 0.95,
): DifferenceInterval | NotEstimable {
  checkCountOfN(one, "Newcombe interval, one");
  checkCountOfN(other, "Newcombe interval, other");
  const w1 = wilson(one.count, one.n, confidence);
  const w2 = wilson(other.count, other.n, confidence);
  if (w1 === null || w2 === null) return { notEstimable: "NO_PATIENTS" };

  const estimate = w1.estimate - w2.estimate;
  return {
    estimate,
    lower: Math.max(-1, estimate - Math.hypot(w1.estimate - w1.lower, w2.upper - w2.estimate)),
    upper: Math.min(1, estimate + Math.hypot(w1.upper - w1.estimate, w2.estimate - w2.lower)),
  };
}
