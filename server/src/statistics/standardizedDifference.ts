// How far two groups differ in one covariate, in standard deviations: the balance of a comparison, before and after
// weighting. Not a test, which would grow with n.

import { meanInterval } from "./meanInterval";
import type { MomentTally } from "./momentTally";

export interface NumericGroup {
  readonly moments: MomentTally;
  /** In the place of the plain mean, once the group is weighted. */
  readonly weightedMean?: number;
}

export interface ShareGroup {
  /** How many of n are in the category. */
  readonly count: number;
  readonly n: number;
  /** In the place of count / n, once the group is weighted. */
  readonly weightedShare?: number;
}

function standardize(difference: number, oneVariance: number, otherVariance: number): number | null {
  const spread = Math.sqrt((oneVariance + otherVariance) / 2);
  return spread === 0 ? null : difference / spread;
}

/**
 * Standardized difference of a number, such as age: other minus reference.
 *
 *   d = (m2 - m1) / sqrt((s1^2 + s2^2) / 2),   s of the unweighted values, so that weighting moves the means alone
 *
 * Edges: fewer than 2 values in a group, or no variance in either, have none (null). Under .1 is called balanced.
 * Source: Austin, Stat Med 2009;28:3083-3107; Austin, Stuart, Stat Med 2015;34:3661-3679 for weighted groups.
 * R: `(weighted.mean(x2, w2) - weighted.mean(x1, w1)) / sqrt((var(x1) + var(x2)) / 2)`
 */
export function standardizedMeanDifference(reference: NumericGroup, other: NumericGroup): number | null {
  const [one, two] = [meanInterval(reference.moments), meanInterval(other.moments)];
  if (one.mean === null || one.standardDeviation === null) return null;
  if (two.mean === null || two.standardDeviation === null) return null;
  const difference = (other.weightedMean ?? two.mean) - (reference.weightedMean ?? one.mean);
  return standardize(difference, one.standardDeviation ** 2, two.standardDeviation ** 2);
}

function shareOf({ count, n }: ShareGroup): number {
  if (!(n > 0 && count >= 0 && count <= n)) {
    throw new RangeError("Standardized difference: count must be a number from 0 to n, and n above 0.");
  }
  return count / n;
}

/**
 * Standardized difference of the share in a category: other minus reference. A covariate of several categories has one
 * for each.
 *
 *   d = (p2 - p1) / sqrt((p1 (1 - p1) + p2 (1 - p2)) / 2),   the variances of the unweighted shares
 *
 * Edges: nobody in a group, or shares that are only 0 and 1, have none (null).
 * Source: Austin, Stat Med 2009;28:3083-3107. R: `(p2 - p1) / sqrt((p1 * (1 - p1) + p2 * (1 - p2)) / 2)`
 */
export function standardizedShareDifference(reference: ShareGroup, other: ShareGroup): number | null {
  if (reference.n === 0 || other.n === 0) return null;
  const [one, two] = [shareOf(reference), shareOf(other)];
  const difference = (other.weightedShare ?? two) - (reference.weightedShare ?? one);
  return standardize(difference, one * (1 - one), two * (1 - two));
}
