// Where the share of a clinic of so many patients would lie by chance alone: the limits of a funnel plot. Whether the
// clinics differ by more than chance is overDispersion.

import { binomialCdf, binomialQuantile } from "./exactBinomial";

export interface FunnelLimits {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Exact binomial limits around an overall share, for one n: the two-sided limits between which a share `level` of
 * clinics would lie if all had the same chance.
 *
 *   (r - a) / n,   r the quantile q of binomial(n, overall),   a = (F(r) - q) / (F(r) - F(r - 1)),   q = (1 -+ level) / 2
 *
 * Interpolated between whole counts, so that the curve is smooth. Assumes: independent patients; an overall share known
 * without error.
 * Edges: cut off at 0 and 1; n = 0 has no limits (null); an overall share of 0 or 1 leaves a line.
 * Source: Spiegelhalter, Stat Med 2005;24:1185-1202, A.1.1.
 * R: `r <- qbinom(q, n, overall); (r - (pbinom(r, n, overall) - q) / dbinom(r, n, overall)) / n`
 */
export function funnelLimits(overall: number, n: number, level: number): FunnelLimits | null {
  if (!(overall >= 0 && overall <= 1)) throw new RangeError("Funnel limits: overall must be from 0 to 1.");
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError("Funnel limits: n must be a whole number of 0 or more.");
  }
  if (!(level > 0 && level < 1)) throw new RangeError("Funnel limits: level must be between 0 and 1.");
  if (n === 0) return null;
  if (overall === 0 || overall === 1) return { lower: overall, upper: overall };

  const limitAt = (q: number): number => {
    const r = binomialQuantile(q, n, overall);
    const [under, upTo] = [binomialCdf(r - 1, n, overall), binomialCdf(r, n, overall)];
    return Math.min(1, Math.max(0, (r - (upTo - q) / (upTo - under)) / n));
  };
  return { lower: limitAt((1 - level) / 2), upper: limitAt((1 + level) / 2) };
}

/** Limits moved out by the square root of an over-dispersion, and never in. R: `overall + sqrt(phi) * (limit - overall)` */
export function widenLimits({ lower, upper }: FunnelLimits, overall: number, phi: number): FunnelLimits {
  const factor = Math.sqrt(Math.max(1, phi));
  return {
    lower: Math.max(0, overall + factor * (lower - overall)),
    upper: Math.min(1, overall + factor * (upper - overall)),
  };
}
