// The distribution functions the statistics rest on, in the textbook's names. The only file that knows which
// library computes them (stdlib, after Boost and Cephes); no statistic is made here.
//
// Upper tails are functions of their own and never 1 - cdf: 1 - 0.9999999999999999 keeps no digit of a small P.
// Each equals its R call to 1e-12 relative on the fixtures, tails of 1e-300 included.

import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import betaQuantileOf from "@stdlib/stats-base-dists-beta-quantile";
import chiSquareQuantileOf from "@stdlib/stats-base-dists-chisquare-quantile";
import studentTCdfOf from "@stdlib/stats-base-dists-t-cdf";
import studentTQuantileOf from "@stdlib/stats-base-dists-t-quantile";
import { isLargeGamma, largeGamma, largeGammaQuantile } from "./largeGamma";

function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError("Quantile: p must be a number from 0 to 1.");
}

function checkPositive(name: string, ...values: number[]): void {
  if (!values.every((value) => value > 0)) throw new RangeError(`Distribution: ${name} must be above 0.`);
}

/** P(Z <= z) of the standard normal. R: `pnorm(z)` */
export function normalCdf(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** P(Z > z) of the standard normal. R: `pnorm(z, lower.tail = FALSE)` */
export function normalUpperTail(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

/** The z below which a share p of the standard normal lies. R: `qnorm(p)` */
export function normalQuantile(p: number): number {
  checkProbability(p);
  // From erfcinv and not erfinv(2p - 1), which has lost p below 1e-16. Plus 0 turns -0 at p = .5 into 0.
  return -Math.SQRT2 * erfcinv(2 * p) + 0;
}

/** P(T <= t) of Student's t; df need not be whole. R: `pt(t, df)` */
export function studentTCdf(t: number, df: number): number {
  checkPositive("df", df);
  return studentTCdfOf(t, df);
}

/** P(T > t) of Student's t. R: `pt(t, df, lower.tail = FALSE)` */
export function studentTUpperTail(t: number, df: number): number {
  return studentTCdf(-t, df);
}

/** The t below which a share p of Student's t lies. R: `qt(p, df)` */
export function studentTQuantile(p: number, df: number): number {
  checkProbability(p);
  checkPositive("df", df);
  return studentTQuantileOf(p, df);
}

/** P(X <= x) of chi-square. R: `pchisq(x, df)` */
export function chiSquareCdf(x: number, df: number): number {
  checkPositive("df", df);
  if (isLargeGamma(x / 2, df / 2)) return largeGamma(x / 2, df / 2).lower;
  return x <= 0 ? 0 : gammainc(x / 2, df / 2, true, false);
}

/** P(X > x) of chi-square. R: `pchisq(x, df, lower.tail = FALSE)` */
export function chiSquareUpperTail(x: number, df: number): number {
  checkPositive("df", df);
  if (isLargeGamma(x / 2, df / 2)) return largeGamma(x / 2, df / 2).upper;
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}

/** The x below which a share p of chi-square lies. R: `qchisq(p, df)` */
export function chiSquareQuantile(p: number, df: number): number {
  checkProbability(p);
  checkPositive("df", df);
  // Near enough, wherever the library's own is not exact, for the steps to start from: Wilson and Hilferty's cube.
  const guess = df * (1 - 2 / (9 * df) + normalQuantile(p) * Math.sqrt(2 / (9 * df))) ** 3;
  if (p > 0 && p < 1 && df > 200 && isLargeGamma(guess / 2, df / 2)) {
    return 2 * largeGammaQuantile(p, df / 2, guess / 2);
  }
  return chiSquareQuantileOf(p, df);
}

/** P(X <= x) of beta(a, b). R: `pbeta(x, a, b)` */
export function betaCdf(x: number, a: number, b: number): number {
  checkPositive("a and b", a, b);
  return betainc(Math.min(1, Math.max(0, x)), a, b, true, false);
}

/** P(X > x) of beta(a, b). R: `pbeta(x, a, b, lower.tail = FALSE)` */
export function betaUpperTail(x: number, a: number, b: number): number {
  checkPositive("a and b", a, b);
  return betainc(Math.min(1, Math.max(0, x)), a, b, true, true);
}

/** The x below which a share p of beta(a, b) lies. R: `qbeta(p, a, b)` */
export function betaQuantile(p: number, a: number, b: number): number {
  checkProbability(p);
  checkPositive("a and b", a, b);
  return betaQuantileOf(p, a, b);
}

/** P(F > f) of Fisher's F, by its beta form. R: `pf(f, df1, df2, lower.tail = FALSE)` */
export function fUpperTail(f: number, df1: number, df2: number): number {
  checkPositive("df1 and df2", df1, df2);
  return f <= 0 ? 1 : betaCdf(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
}

/** ln(gamma(x)) for x above 0. R: `lgamma(x)` */
export function logGamma(x: number): number {
  checkPositive("x", x);
  return gammaln(x);
}
