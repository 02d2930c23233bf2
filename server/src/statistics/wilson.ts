// The Wilson score interval of one proportion. Not the difference of two proportions.

import { normalQuantile } from "./distributions";

export interface ProportionInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson score interval, without continuity correction.
 *
 *   (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n),   p = k/n, z the normal quantile
 *
 * Assumes: n independent courses, each with the same chance (patients with several courses are not).
 * Edges: n = 0 is no estimate (null), not 0 %. k = 0 has a lower limit of exactly 0, k = n an upper limit of
 * exactly 1: the formula gives these up to floating noise, which is clamped to the estimate and to [0, 1].
 * Source: Wilson, J Am Stat Assoc 1927;22:209-212; method 3 of Newcombe, Stat Med 1998;17:857-872.
 * R: `prop.test(k, n, conf.level = confidence, correct = FALSE)$conf.int`
 */
export function wilson(k: number, n: number, confidence = 0.95): ProportionInterval | null {
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError("Wilson interval: n must be a whole number of 0 or more.");
  }
  if (!Number.isSafeInteger(k) || k < 0 || k > n) {
    throw new RangeError("Wilson interval: k must be a whole number from 0 to n.");
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError("Wilson interval: confidence must be between 0 and 1.");
  }
  if (n === 0) return null;

  const estimate = k / n;
  const z = normalQuantile((1 + confidence) / 2);
  const z2OverN = (z * z) / n;
  const centre = estimate + z2OverN / 2;
  const halfWidth = z * Math.sqrt((estimate * (1 - estimate)) / n + z2OverN / (4 * n));
  const scale = 1 + z2OverN;
  return {
    estimate,
    lower: Math.max(0, Math.min(estimate, (centre - halfWidth) / scale)),
    upper: Math.min(1, Math.max(estimate, (centre + halfWidth) / scale)),
  };
}
