// Ratios of means against svyratio of R, and Fieller's limits against the test that defines them; then laws that hold on
// paper: costs in other units, the same cost for all, a certain denominator.

import fc from "fast-check";
import { meanInterval } from "../../server/src/statistics/meanInterval";
import { ratioOf, ratioOfMeans, type PairTally } from "../../server/src/statistics/ratioEstimate";
import { expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";

interface Case {
  name: string;
  input: { x: number[]; y: number[] };
  n: number;
  ratio: number;
  se: number;
  lower: number | null;
  upper: number | null;
}
const { cases } = readFixture<{ cases: Case[] }>("ratio_estimate");

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const moments = (values: readonly number[]) => ({
  sum: sumOf(values),
  sumOfSquares: sumOf(values.map((value) => value * value)),
});
function tallyOf(x: readonly number[], y: readonly number[]): PairTally {
  return {
    n: x.length,
    x: moments(x),
    y: moments(y),
    sumOfProducts: sumOf(x.map((value, at) => value * (y[at] ?? NaN))),
  };
}
function estimateOf(x: readonly number[], y: readonly number[], standardErrorN = x.length) {
  const estimate = ratioOfMeans(tallyOf(x, y), { standardErrorN });
  if ("notEstimable" in estimate) throw new Error(estimate.notEstimable);
  return estimate;
}

test("all ten cases of R are here", () => expect(cases).toHaveLength(10));

test.each(cases)("$name equals R", ({ input, ratio, se, lower, upper }) => {
  const ours = estimateOf(input.x, input.y);
  expectEqualToR(ours.ratio, ratio, "ratio");
  expectEqualToR(ours.standardError, se, "standard error");
  expectEqualToR(ours.lower, lower, "lower");
  expectEqualToR(ours.upper, upper, "upper");
});

test("the 49 cities of Cochran, table 6.1, grew by the factor that the book gives, 1.239", () => {
  const [cities] = cases;
  const ours = estimateOf(cities?.input.x ?? [], cities?.input.y ?? []);
  expect([sumOf(cities?.input.x ?? []), sumOf(cities?.input.y ?? [])]).toEqual([6262, 5054]);
  expect(ours.ratio.toFixed(3)).toBe("1.239");
});

const cost = fc.integer({ min: 100, max: 9000 });
const pairs = fc
  .array(fc.tuple(cost, fc.integer({ min: 1, max: 9 })), { minLength: 3, maxLength: 60 })
  .map((rows) => ({ x: rows.map(([x]) => x), y: rows.map(([, y]) => y) }));

test("costs in other units are the same in those units", () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 2, max: 500 }), ({ x, y }, times) => {
      const plain = estimateOf(x, y);
      const scaled = estimateOf(
        x.map((value) => times * value),
        y,
      );
      for (const key of ["ratio", "standardError", "lower", "upper"] as const) {
        const value = plain[key];
        if (value === null) expect(scaled[key]).toBeNull();
        else expectNear(scaled[key] ?? NaN, times * value, times * plain.ratio);
      }
    }),
    SEEDED,
  );
});

test("the ratio lies within its limits, and the limits are where the mean of x - R y is t errors from 0", () => {
  fc.assert(
    fc.property(pairs, ({ x, y }) => {
      const { ratio, lower, upper } = estimateOf(x, y);
      if (lower === null || upper === null) return;
      expect(lower).toBeLessThanOrEqual(ratio);
      expect(upper).toBeGreaterThanOrEqual(ratio);
      for (const limit of [lower, upper]) {
        const rest = x.map((value, at) => value - limit * (y[at] ?? NaN));
        const interval = meanInterval({ n: rest.length, ...moments(rest) });
        const ends = [Math.abs(interval.lower ?? NaN), Math.abs(interval.upper ?? NaN)];
        expect(Math.min(...ends)).toBeLessThan(1e-6 * Math.max(1, ...ends));
      }
    }),
    SEEDED,
  );
});

test("with the same cost for all, cost a responder is the cost over the share who respond", () => {
  const y = [1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 1];
  const ours = estimateOf(
    y.map(() => 2400),
    y,
  );
  const share = meanInterval({ n: y.length, ...moments(y) });
  expectNear(ours.ratio, 2400 / (8 / 12));
  expectNear(ours.lower ?? NaN, 2400 / (share.upper ?? NaN));
  expectNear(ours.upper ?? NaN, 2400 / (share.lower ?? NaN));
});

test("below a line that nothing varies under, the interval is that of the mean", () => {
  const x = [300, 450, 450, 800, 550, 300, 620];
  const ours = estimateOf(
    x,
    x.map(() => 4),
  );
  const mean = meanInterval({ n: x.length, ...moments(x) });
  expectNear(ours.ratio, (mean.mean ?? NaN) / 4);
  expectNear(ours.standardError ?? NaN, (mean.standardError ?? NaN) / 4);
  expectNear(ours.lower ?? NaN, (mean.lower ?? NaN) / 4);
  expectNear(ours.upper ?? NaN, (mean.upper ?? NaN) / 4);
});

test("a fixed price is known exactly: an interval of one point", () => {
  const sessions = [4, 6, 6, 1, 8, 5];
  const ours = estimateOf(
    sessions.map((n) => 425 * n),
    sessions,
  );
  expect(ours.ratio).toBe(425);
  expectNear(ours.lower ?? NaN, 425);
  expectNear(ours.upper ?? NaN, 425);
});

test("a shown n that is smaller than the true one widens the interval, and leaves the ratio", () => {
  const [, city] = cases;
  const { x, y } = city?.input ?? { x: [], y: [] };
  const [true_, shown] = [estimateOf(x, y), estimateOf(x, y, 8)];
  expect(shown.ratio).toBe(true_.ratio);
  expectNear(shown.standardError ?? NaN, (true_.standardError ?? NaN) * Math.sqrt(10 / 8));
  expect((shown.upper ?? NaN) - (shown.lower ?? NaN)).toBeGreaterThan(
    (true_.upper ?? NaN) - (true_.lower ?? NaN),
  );
});

test("says why there is no ratio", () => {
  expect(ratioOfMeans(tallyOf([], []))).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(ratioOfMeans(tallyOf([300, 400], [0, 0]))).toEqual({ notEstimable: "ZERO_CELL" });
  expect(estimateOf([300], [2])).toEqual({ ratio: 150, standardError: null, lower: null, upper: null });
});

test.each([
  ["sumOfProducts", { ...tallyOf([1, 2], [3, 4]), sumOfProducts: 999 }],
  ["sumOfSquares", { ...tallyOf([1, 2], [3, 4]), x: { sum: 9, sumOfSquares: 1 } }],
  ["n must be", { ...tallyOf([1, 2], [3, 4]), n: 1.5 }],
])("refuses moments that no pairs can have: %s", (rule, tally) => {
  expect(() => ratioOfMeans(tally)).toThrow(rule);
});

const certain = {
  numerator: 1,
  denominator: 2,
  numeratorVariance: 1,
  denominatorVariance: 1,
  covariance: 0,
  degreesOfFreedom: 9,
};
test.each([
  ["numerator", { ...certain, numerator: NaN }],
  ["a variance", { ...certain, denominatorVariance: -1 }],
  ["covariance", { ...certain, covariance: 1.1 }],
  ["degreesOfFreedom", { ...certain, degreesOfFreedom: 0 }],
])("refuses what is no pair of estimates: %s", (rule, pair) => {
  expect(() => ratioOf(pair)).toThrow(rule);
});
