// The binomial distribution and the exact test of one proportion. The interval of a proportion is wilson.

import { betaCdf, betaUpperTail, logGamma } from "./distributions";

/** P(X <= k) of k in n with chance p. R: `pbinom(k, n, p)` */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return betaUpperTail(p, Math.floor(k) + 1, n - Math.floor(k));
}

/** P(X >= k). R: `pbinom(k - 1, n, p, lower.tail = FALSE)` */
function atLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : betaCdf(p, k, n - k + 1);
}

/** P(X = k), for 0 < p < 1. R: `dbinom(k, n, p)` */
function binomialProbability(k: number, n: number, p: number): number {
  const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** The first whole number from `low` on that satisfies a rule which, once satisfied, stays so; `high` if none before. */
function firstThat(low: number, high: number, holds: (k: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The least k that at least a share q lies at or under. R: `qbinom(q, n, p)` */
export function binomialQuantile(q: number, n: number, p: number): number {
  return firstThat(0, n, (k) => binomialCdf(k, n, p) >= q);
}

/** Two chances that differ by less than this are equally likely. R's own, in binom.test. */
const AS_LIKELY = 1 + 1e-7;

/**
 * Two-sided exact test of k in n against a chance p: how likely is anything as unlikely as k, or more so.
 *
 *   P = sum of P(X = i) over all i with P(X = i) <= P(X = k)
 *
 * Edges: n = 0 says nothing, P is 1; a chance of 0 or 1 leaves P 1 for what it must give and 0 for anything else.
 * Source: Fisher's rule, as in Clopper, Pearson, Biometrika 1934;26:404-413. R: `binom.test(k, n, p)$p.value`
 */
export function binomialTest(k: number, n: number, p: number): number {
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError("Binomial test: n must be a whole number of 0 or more.");
  }
  if (!Number.isSafeInteger(k) || k < 0 || k > n) {
    throw new RangeError("Binomial test: k must be a whole number from 0 to n.");
  }
  if (!(p >= 0 && p <= 1)) throw new RangeError("Binomial test: p must be from 0 to 1.");
  if (p === 0 || p === 1) return k === n * p ? 1 : 0;

  const expected = n * p;
  const limit = binomialProbability(k, n, p) * AS_LIKELY;
  const asUnlikely = (i: number): boolean => binomialProbability(i, n, p) <= limit;
  if (k === expected) return 1;
  if (k < expected) {
    const far = firstThat(Math.ceil(expected), n + 1, (i) => i > n || asUnlikely(i));
    return Math.min(1, binomialCdf(k, n, p) + atLeast(far, n, p));
  }
  const near = firstThat(0, Math.floor(expected) + 1, (i) => !asUnlikely(i)) - 1;
  return Math.min(1, binomialCdf(near, n, p) + atLeast(k, n, p));
}
