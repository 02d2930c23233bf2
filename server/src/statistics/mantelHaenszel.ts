// Two proportions compared within strata and summed over them: odds ratio, risk ratio, risk difference and the test.
// Not a model: an effect that differs between strata is averaged, not found.

import { checkCountOfN, type CountOfN } from "./countOfN";
import { chiSquareUpperTail, normalQuantile } from "./distributions";
import { logInterval, type RatioInterval } from "./logInterval";
import type { DifferenceInterval } from "./newcombe";
import type { NotEstimable } from "./notEstimable";

export interface Stratum {
  readonly one: CountOfN;
  readonly other: CountOfN;
}

export interface StratifiedTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

export interface MantelHaenszel {
  readonly oddsRatio: RatioInterval | NotEstimable;
  readonly riskRatio: RatioInterval | NotEstimable;
  readonly riskDifference: DifferenceInterval | NotEstimable;
  readonly test: StratifiedTest | NotEstimable;
}

const CONFIDENCE = 0.95;

/** a of n1 in one, b of n2 in other, n in all: the cells of a stratum in the textbook's letters. */
interface Cells {
  readonly a: number;
  readonly b: number;
  readonly n1: number;
  readonly n2: number;
  readonly n: number;
}

type Sum = (of: (cells: Cells) => number) => number;

/** Robins, Breslow, Greenland: an error that holds for few large and for many small strata. */
function oddsRatioOf(sum: Sum): RatioInterval | NotEstimable {
  const r = ({ a, b, n2, n }: Cells): number => (a * (n2 - b)) / n;
  const s = ({ a, b, n1, n }: Cells): number => (b * (n1 - a)) / n;
  const p = ({ a, b, n2, n }: Cells): number => (a + n2 - b) / n;
  const [R, S] = [sum(r), sum(s)];
  if (R === 0 || S === 0) return { notEstimable: "ZERO_CELL" };
  const variance =
    sum((cells) => p(cells) * r(cells)) / (2 * R ** 2) +
    sum((cells) => p(cells) * s(cells) + (1 - p(cells)) * r(cells)) / (2 * R * S) +
    sum((cells) => (1 - p(cells)) * s(cells)) / (2 * S ** 2);
  return logInterval(R / S, Math.sqrt(variance), CONFIDENCE);
}

/** Greenland, Robins. */
function riskRatioOf(sum: Sum): RatioInterval | NotEstimable {
  const R = sum(({ a, n2, n }) => (a * n2) / n);
  const S = sum(({ b, n1, n }) => (b * n1) / n);
  if (R === 0 || S === 0) return { notEstimable: "ZERO_CELL" };
  const variance = sum(({ a, b, n1, n2, n }) => (n1 * n2 * (a + b) - a * b * n) / n ** 2) / (R * S);
  if (variance <= 0) return { notEstimable: "NO_VARIANCE" };
  return logInterval(R / S, Math.sqrt(variance), CONFIDENCE);
}

/** Sato's error, which holds for few large and for many small strata. */
function riskDifferenceOf(sum: Sum): DifferenceInterval | NotEstimable {
  const weight = sum(({ n1, n2, n }) => (n1 * n2) / n);
  const estimate = sum(({ a, b, n1, n2, n }) => (a * n2 - b * n1) / n) / weight;
  const P = sum(
    ({ a, b, n1, n2, n }) => b * (n1 / n) ** 2 - a * (n2 / n) ** 2 + ((n1 / n) * (n2 / n) * (n2 - n1)) / 2,
  );
  const Q = sum(({ a, b, n1, n2, n }) => (a * (n2 - b) + b * (n1 - a)) / (2 * n));
  const variance = (estimate * P + Q) / weight ** 2;
  if (variance <= 0) return { notEstimable: "NO_VARIANCE" };
  const halfWidth = normalQuantile((1 + CONFIDENCE) / 2) * Math.sqrt(variance);
  return { estimate, lower: Math.max(-1, estimate - halfWidth), upper: Math.min(1, estimate + halfWidth) };
}

/** Cochran, Mantel, Haenszel, without continuity correction. */
function testOf(sum: Sum): StratifiedTest | NotEstimable {
  const excess = sum(({ a, b, n1, n }) => a - (n1 * (a + b)) / n);
  const variance = sum(({ a, b, n1, n2, n }) => (n1 * n2 * (a + b) * (n - a - b)) / (n ** 2 * (n - 1)));
  if (variance === 0) return { notEstimable: "NO_VARIANCE" };
  const statistic = excess ** 2 / variance;
  return { statistic, df: 1, p: chiSquareUpperTail(statistic, 1) };
}

/**
 * Mantel-Haenszel comparison over strata, one against other: each stratum counts by how much it can tell.
 *
 *   odds ratio  sum a d / n over sum b c / n;   risk ratio  sum a n2 / n over sum b n1 / n
 *   risk difference  sum (a n2 - b n1) / n over sum n1 n2 / n
 *   test  (sum a - sum n1 m / n)^2 / sum n1 n2 m (n - m) / (n^2 (n - 1)),   m = a + b
 *
 * Assumes: independent patients; one ratio (or difference) that holds in every stratum.
 * Edges: a stratum with nobody in one of the groups tells nothing and is left out; none left is NO_PATIENTS. Nobody
 * with the event, or for the odds ratio without it, in one group of every stratum is ZERO_CELL; no variance in any,
 * NO_VARIANCE.
 * Source: Mantel, Haenszel, J Natl Cancer Inst 1959;22:719-748; Robins, Breslow, Greenland, Biometrics 1986;42:311-323;
 * Greenland, Robins, Biometrics 1985;41:55-68; Sato, Biometrics 1989;45:1323-1324.
 * R: `mantelhaen.test(x, correct = FALSE)`, `metafor::rma.mh(measure = "RR")`, `metafor::rma.mh(measure = "RD")`
 */
export function mantelHaenszel(strata: readonly Stratum[]): MantelHaenszel | NotEstimable {
  strata.forEach(({ one, other }, index) => {
    checkCountOfN(one, `Mantel-Haenszel, stratum ${index}, one`);
    checkCountOfN(other, `Mantel-Haenszel, stratum ${index}, other`);
  });
  const cells = strata
    .filter(({ one, other }) => one.n > 0 && other.n > 0)
    .map(({ one, other }): Cells => ({
      a: one.count,
      b: other.count,
      n1: one.n,
      n2: other.n,
      n: one.n + other.n,
    }));
  if (cells.length === 0) return { notEstimable: "NO_PATIENTS" };
  const sum: Sum = (of) => cells.reduce((total, stratum) => total + of(stratum), 0);
  return {
    oddsRatio: oddsRatioOf(sum),
    riskRatio: riskRatioOf(sum),
    riskDifference: riskDifferenceOf(sum),
    test: testOf(sum),
  };
}
