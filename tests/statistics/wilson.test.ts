// The Wilson interval against prop.test(correct = FALSE) of R.

import fc from "fast-check";
import { wilson } from "../../server/src/statistics/wilson";
import { type Expected, expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";

interface Case {
  x: number;
  n: number;
  conf: number;
  estimate: Expected;
  wilson: [number, number] | null;
}
const { cases } = readFixture<{ cases: Case[] }>("proportion_ci");

test.each(cases)("$x of $n at $conf equals R", ({ x, n, conf, estimate, wilson: limits }) => {
  const ours = wilson(x, n, conf);
  expectEqualToR(ours?.estimate, estimate, "estimate");
  expectEqualToR(ours?.lower, limits?.[0], "lower");
  expectEqualToR(ours?.upper, limits?.[1], "upper");
});

test("all 32 cases of R are here", () => {
  expect(cases).toHaveLength(32);
});

test("0 of 0 is no estimate, not 0 %", () => {
  expect(wilson(0, 0)).toBeNull();
});

test("95 % is meant when nothing is said", () => {
  expect(wilson(81, 263)).toEqual(wilson(81, 263, 0.95));
});

const counts = fc
  .integer({ min: 1, max: 2_000_000_000 })
  .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }));

test("the limits hold the estimate and stay in [0, 1]", () => {
  fc.assert(
    fc.property(counts, ({ k, n }) => {
      const { estimate = NaN, lower = NaN, upper = NaN } = wilson(k, n) ?? {};
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(estimate).toBeGreaterThanOrEqual(lower);
      expect(upper).toBeGreaterThanOrEqual(estimate);
      expect(upper).toBeLessThanOrEqual(1);
      expect(upper).toBeGreaterThan(lower);
    }),
    SEEDED,
  );
});

test("none and all are exact limits, not floating noise", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (n) => {
      expect(wilson(0, n)?.lower).toBe(0);
      expect(wilson(n, n)?.upper).toBe(1);
    }),
    SEEDED,
  );
});

test("those who did and those who did not mirror each other", () => {
  fc.assert(
    fc.property(counts, ({ k, n }) => {
      const did = wilson(k, n);
      const didNot = wilson(n - k, n);
      expectNear((did?.lower ?? NaN) + (didNot?.upper ?? NaN), 1);
      expectNear((did?.upper ?? NaN) + (didNot?.lower ?? NaN), 1);
    }),
    SEEDED,
  );
});

test("more confidence, a wider interval; more courses, a narrower one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (n, any) => {
      const k = any % (n + 1);
      const width = (limits: ReturnType<typeof wilson>): number =>
        (limits?.upper ?? NaN) - (limits?.lower ?? NaN);
      expect(width(wilson(k, n, 0.99))).toBeGreaterThan(width(wilson(k, n, 0.95)));
      expect(width(wilson(k * 10, n * 10))).toBeLessThan(width(wilson(k, n)));
    }),
    SEEDED,
  );
});

test("bad input is refused with the rule, not the value", () => {
  expect(() => wilson(5, 3)).toThrow("k must be a whole number from 0 to n");
  expect(() => wilson(-1, 3)).toThrow("k must be a whole number from 0 to n");
  expect(() => wilson(1, 2.5)).toThrow("n must be a whole number of 0 or more");
  expect(() => wilson(1, NaN)).toThrow("n must be a whole number of 0 or more");
  expect(() => wilson(1, 2, 95)).toThrow("confidence must be between 0 and 1");
});
