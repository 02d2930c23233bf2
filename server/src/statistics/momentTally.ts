// Values as their number, sum and sum of squares: all that a mean and its interval need, and all that a
// distributed database can add up on its workers. Holds the type and its checks; no estimate is made here.

export interface MomentTally {
  /** How many values. */
  readonly n: number;
  /** The sum of (value - origin). */
  readonly sum: number;
  /** The sum of (value - origin)^2. */
  readonly sumOfSquares: number;
  /**
   * A number near the values, taken from each of them before adding; 0 if left out. The variance is a
   * difference of two sums: without it, values far from 0 and close to each other lose all their digits.
   */
  readonly origin?: number;
}

/** Throws if no values can have these moments. */
export function checkMoments(tally: MomentTally): void {
  const { n, sum, sumOfSquares, origin = 0 } = tally;
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError("Moment tally: n must be a whole number of 0 or more.");
  }
  for (const [name, value] of Object.entries({ sum, sumOfSquares, origin })) {
    if (!Number.isFinite(value)) throw new RangeError(`Moment tally: ${name} must be a finite number.`);
  }
  // Cauchy-Schwarz: sum^2 <= n * sumOfSquares for any real values; a thousandth of a millionth allows for noise.
  if (sumOfSquares < 0 || sum * sum > n * sumOfSquares * (1 + 1e-9)) {
    throw new RangeError("Moment tally: sumOfSquares must be at least sum * sum / n.");
  }
}
