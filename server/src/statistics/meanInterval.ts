// The mean of one group with its standard deviation and 95 % t interval, from moments. Not a difference of means.

import { studentTQuantile } from "./distributions";
import { checkMoments, type MomentTally } from "./momentTally";

export interface MeanInterval {
  readonly n: number;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface MeanIntervalOptions {
  /**
   * The n by which the standard error and the degrees of freedom are reckoned, when only a rounded n is shown:
   * from a standard deviation and a standard error of the exact n anyone could work that n out again.
   */
  readonly standardErrorN?: number;
}

/**
 * Mean, with Student's t interval at 95 %.
 *
 *   mean = origin + sum/n,   sd^2 = (sumOfSquares - sum^2/n) / (n - 1),   mean -+ t(.975, n - 1) sd/sqrt(n)
 *
 * Assumes: independent values; a mean near enough to normal, which scores have from about n = 30.
 * Edges: n = 0 has no mean; n = 1 has a mean and nothing else (null, not 0). All values equal: sd 0 and an
 * interval of one point. A variance within floating noise of 0 is 0. Values far from 0 need an `origin` near
 * them, or their variance drowns. Numbers stay doubles: at 1e6 courses the sums pass 2^31.
 * Source: Student, Biometrika 1908;6:1-25; for the origin, Chan, Golub, LeVeque, Am Stat 1983;37:242-247.
 * R: `t.test(x)$conf.int`, `sd(x)`
 */
export function meanInterval(tally: MomentTally, options: MeanIntervalOptions = {}): MeanInterval {
  checkMoments(tally);
  const { n, sum, sumOfSquares, origin = 0 } = tally;
  const { standardErrorN = n } = options;
  if (!Number.isSafeInteger(standardErrorN) || standardErrorN < 0) {
    throw new RangeError("Mean interval: standardErrorN must be a whole number of 0 or more.");
  }

  const missing = { standardDeviation: null, standardError: null, lower: null, upper: null };
  if (n === 0) return { n, mean: null, ...missing };
  const mean = origin + sum / n;
  if (n === 1) return { n, mean, ...missing };

  const residual = sumOfSquares - sum * (sum / n);
  const noise = 4 * Number.EPSILON * sumOfSquares;
  const standardDeviation = residual <= noise ? 0 : Math.sqrt(residual / (n - 1));
  if (standardErrorN < 2) return { n, mean, ...missing, standardDeviation };

  const standardError = standardDeviation / Math.sqrt(standardErrorN);
  const halfWidth = studentTQuantile(0.975, standardErrorN - 1) * standardError;
  return { n, mean, standardDeviation, standardError, lower: mean - halfWidth, upper: mean + halfWidth };
}
