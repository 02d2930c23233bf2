// The ratio of two means with its standard error and 95 % interval: dollars a responder, dollars a session. Either from
// moments of pairs (one pair a patient), or from two estimates that are there already. Not a ratio of risks.

import { studentTQuantile } from "./distributions";
import { checkMoments } from "./momentTally";
import type { NotEstimable } from "./notEstimable";

/** Pairs (x, y), one a patient: x goes above the line, y below it. */
export interface PairTally {
  readonly n: number;
  readonly x: { readonly sum: number; readonly sumOfSquares: number };
  readonly y: { readonly sum: number; readonly sumOfSquares: number };
  readonly sumOfProducts: number;
}

/** Two estimates, with the variances and the covariance of the estimates, not of single values. */
export interface EstimatedPair {
  readonly numerator: number;
  readonly denominator: number;
  readonly numeratorVariance: number;
  readonly denominatorVariance: number;
  readonly covariance: number;
  /** Of the variances. */
  readonly degreesOfFreedom: number;
}

export interface RatioEstimate {
  readonly ratio: number;
  /** By the delta method. */
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The ratio of two estimates a/b, with the standard error of the delta method and Fieller's interval.
 *
 *   R = a/b;   SE = sqrt(va - 2 R c + R^2 vb) / |b|;
 *   limits: the roots of (b^2 - t^2 vb) R^2 - 2 (ab - t^2 c) R + (a^2 - t^2 va) = 0,   t = t(.975, df)
 *
 * Fieller's limits are those of the delta method where b is many errors from 0, and lie skewed where it is few.
 * Assumes: a and b near enough to normal; variances estimated with df degrees of freedom.
 * Edges: b = 0 is no ratio. Where b is not apart from 0 (b^2 <= t^2 vb) the limits have no end: none is given, as a
 * finite one would be too narrow. Nothing varies: an interval of one point.
 * Source: Fieller, J R Stat Soc B 1954;16:175-185; for costs, Briggs, Fenn, Health Econ 1998;7:723-740.
 * R: the R at which `t.test(x - R * y)$p.value` is .05, for means of pairs
 */
export function ratioOf(pair: EstimatedPair): RatioEstimate | NotEstimable {
  checkPair(pair);
  const { numerator, denominator, numeratorVariance, denominatorVariance, covariance } = pair;
  if (denominator === 0) return { notEstimable: "ZERO_CELL" };
  const ratio = numerator / denominator;
  const variance = numeratorVariance - 2 * ratio * covariance + ratio * ratio * denominatorVariance;
  const standardError = Math.sqrt(Math.max(0, variance)) / Math.abs(denominator);

  const t2 = studentTQuantile(0.975, pair.degreesOfFreedom) ** 2;
  const square = denominator ** 2 - t2 * denominatorVariance;
  if (square <= 0) return { ratio, standardError, lower: null, upper: null };
  const middle = (numerator * denominator - t2 * covariance) / square;
  const end = (numerator ** 2 - t2 * numeratorVariance) / square;
  // Never below 0 on paper: the ratio itself lies between the roots.
  const half = Math.sqrt(Math.max(0, middle ** 2 - end));
  return {
    ratio,
    standardError,
    lower: Math.min(ratio, middle - half),
    upper: Math.max(ratio, middle + half),
  };
}

/**
 * Ratio of the means of pairs, which is the ratio of their sums: the classical ratio estimator, by `ratioOf`. Patients
 * are what varies: a patient's sessions are together in one pair, so that sessions of one patient need not be independent.
 *
 * Edges: nobody has no ratio; of one patient there is a ratio and nothing else.
 * Source: Cochran, Sampling Techniques, 3rd ed. 1977, chapter 6.
 * R: `svyratio(~x, ~y, svydesign(~1, weights = ~1, data = d))`, `SE()` of it
 */
export function ratioOfMeans(
  tally: PairTally,
  options: MeansOfPairsOptions = {},
): RatioEstimate | NotEstimable {
  const means = meansOfPairs(tally, options);
  if (means !== null) return ratioOf(means);
  const { n, x, y } = tally;
  if (n === 0) return { notEstimable: "NO_PATIENTS" };
  if (y.sum === 0) return { notEstimable: "ZERO_CELL" };
  return { ratio: x.sum / y.sum, standardError: null, lower: null, upper: null };
}

export interface MeansOfPairsOptions {
  /** The n by which variances and degrees of freedom are reckoned, where only a rounded n is shown. */
  readonly standardErrorN?: number;
}

/** The means of pairs with their variances s^2/n and covariance s_xy/n; null of fewer than two patients. */
export function meansOfPairs(
  tally: PairTally,
  { standardErrorN = tally.n }: MeansOfPairsOptions = {},
): EstimatedPair | null {
  const { n, x, y, sumOfProducts } = tally;
  checkMoments({ n, ...x });
  checkMoments({ n, ...y });
  // Cauchy-Schwarz again, with the same allowance for noise as for a single moment.
  if (!(sumOfProducts ** 2 <= x.sumOfSquares * y.sumOfSquares * (1 + 1e-9)))
    throw new RangeError("Pair tally: sumOfProducts cannot be that far from 0.");
  if (!Number.isSafeInteger(standardErrorN) || standardErrorN < 0)
    throw new RangeError("Means of pairs: standardErrorN must be a whole number of 0 or more.");
  if (n < 2 || standardErrorN < 2) return null;

  const ofMean = (sum: number, other: number, products: number): number => {
    const residual = products - sum * (other / n);
    return Math.abs(residual) <= 4 * Number.EPSILON * Math.abs(products)
      ? 0
      : residual / (n - 1) / standardErrorN;
  };
  const numeratorVariance = Math.max(0, ofMean(x.sum, x.sum, x.sumOfSquares));
  const denominatorVariance = Math.max(0, ofMean(y.sum, y.sum, y.sumOfSquares));
  // Of pairs on a line the covariance is all that the variances allow, give or take floating noise.
  const most = Math.sqrt(numeratorVariance * denominatorVariance);
  return {
    numerator: x.sum / n,
    denominator: y.sum / n,
    numeratorVariance,
    denominatorVariance,
    covariance: Math.min(most, Math.max(-most, ofMean(x.sum, y.sum, sumOfProducts))),
    degreesOfFreedom: standardErrorN - 1,
  };
}

function checkPair({ degreesOfFreedom, ...pair }: EstimatedPair): void {
  for (const [name, value] of Object.entries(pair))
    if (!Number.isFinite(value)) throw new RangeError(`Ratio: ${name} must be a finite number.`);
  if (!(degreesOfFreedom > 0 && Number.isFinite(degreesOfFreedom)))
    throw new RangeError("Ratio: degreesOfFreedom must be a finite number above 0.");
  if (pair.numeratorVariance < 0 || pair.denominatorVariance < 0)
    throw new RangeError("Ratio: a variance must be 0 or more.");
  const most = pair.numeratorVariance * pair.denominatorVariance;
  if (pair.covariance ** 2 > most * (1 + 1e-6))
    throw new RangeError("Ratio: the covariance cannot exceed what the variances allow.");
}
