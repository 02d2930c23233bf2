// Quantiles, the median and the quartiles, of values given as a tally. Not of times that may be censored:
// that is survivalQuantile.

import { sortByValue, type ValueTally } from "./valueTally";

export interface Quartiles {
  readonly n: number;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
}

/**
 * Sample quantiles of type 7, each value counted as often as its count says.
 *
 *   h = (n - 1) p;   q = x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h]),   x sorted, from 0
 *
 * Edges: nobody, no quantile (null); one value, that value at every p; p = 0 and p = 1 are the extremes.
 * Source: Hyndman, Fan, Am Stat 1996;50:361-365, definition 7 (the default of R, NumPy and Excel).
 * R: `quantile(rep(value, count), probs = p, type = 7)`
 */
export function quantilesOf(tally: ValueTally, probabilities: readonly number[]): (number | null)[] {
  const sorted = sortByValue(tally);
  const n = sorted.reduce((total, row) => total + row.count, 0);

  function valueAt(rank: number): number {
    let seen = 0;
    for (const row of sorted) {
      seen += row.count;
      if (rank < seen) return row.value;
    }
    throw new RangeError("Quantile: the rank is beyond the tally.");
  }

  return probabilities.map((p, index) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`Quantile, probability ${index}: must be from 0 to 1.`);
    if (n === 0) return null;
    const h = (n - 1) * p;
    // R's fuzz, relative to h: a rank short of a whole number by floating noise alone is that whole number.
    const below = Math.min(n - 1, Math.floor(h + 4 * Number.EPSILON * Math.max(1, h)));
    const share = Math.max(0, h - below);
    const low = valueAt(below);
    return share === 0 ? low : low + share * (valueAt(below + 1) - low);
  });
}

/** Median and quartiles by `quantilesOf`. R: `quantile(x, c(.25, .5, .75))` */
export function quartilesOf(tally: ValueTally): Quartiles {
  const [lowerQuartile = null, median = null, upperQuartile = null] = quantilesOf(tally, [0.25, 0.5, 0.75]);
  return { n: tally.reduce((total, row) => total + row.count, 0), lowerQuartile, median, upperQuartile };
}
