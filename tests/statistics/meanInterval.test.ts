// The mean and its t interval from moments, against mean, sd and t.test of R on the values themselves.

import fc from "fast-check";
import { studentTQuantile } from "../../server/src/statistics/distributions";
import { meanInterval } from "../../server/src/statistics/meanInterval";
import { expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";
import { momentsOf, samples } from "./meansFixture";

test("all 22 samples of R are here", () => {
  expect(samples).toHaveLength(22);
});

test.each(samples)("$title equals R", ({ values, expected }) => {
  // Centred as a query would do it: on a whole number near the values.
  const ours = meanInterval(momentsOf(values, Math.round(values[0] ?? 0)));
  expect(ours.n).toBe(expected.n);
  expectEqualToR(ours.mean, expected.mean, "mean");
  expectEqualToR(ours.standardDeviation, expected.sd, "standard deviation");
  expectEqualToR(ours.standardError, expected.se, "standard error");
  expectEqualToR(ours.lower, expected.lower, "lower");
  expectEqualToR(ours.upper, expected.upper, "upper");
});

test.each(samples.filter((one) => !one.title.includes("large_offset")))(
  "$title equals R without an origin too",
  ({ values, expected }) => {
    const ours = meanInterval(momentsOf(values));
    expectEqualToR(ours.standardDeviation, expected.sd, "standard deviation");
    expectEqualToR(ours.lower, expected.lower, "lower");
    expectEqualToR(ours.upper, expected.upper, "upper");
  },
);

interface Change {
  name: string;
  input: { pre: number[]; post: number[] };
  n: number;
  meanChange: number;
  sdChange: number;
  ci: [number, number];
}

test.each(readFixture<{ cases: Change[] }>("paired_change").cases)(
  "the change in $name equals R",
  (expected) => {
    const { pre, post } = expected.input;
    const ours = meanInterval(momentsOf(post.map((score, row) => score - (pre[row] ?? NaN))));
    expect(ours.n).toBe(expected.n);
    expectEqualToR(ours.mean, expected.meanChange, "mean change");
    expectEqualToR(ours.standardDeviation, expected.sdChange, "standard deviation");
    expectEqualToR(ours.lower, expected.ci[0], "lower");
    expectEqualToR(ours.upper, expected.ci[1], "upper");
  },
);

describe("a rounded n for the standard error", () => {
  const tally = momentsOf([4, 9, 11, 12, 17, 20, 21]);
  const exact = meanInterval(tally);

  test("rules the error, the degrees of freedom and the limits, and nothing else", () => {
    const rounded = meanInterval(tally, { standardErrorN: 10 });
    expect(rounded.mean).toBe(exact.mean);
    expect(rounded.standardDeviation).toBe(exact.standardDeviation);
    const error = (exact.standardDeviation ?? NaN) / Math.sqrt(10);
    expectNear(rounded.standardError ?? NaN, error);
    expectNear(rounded.upper ?? NaN, (exact.mean ?? NaN) + studentTQuantile(0.975, 9) * error);
  });

  test("below 2 leaves no interval", () => {
    expect(meanInterval(tally, { standardErrorN: 0 })).toMatchObject({ standardError: null, lower: null });
    expect(meanInterval(tally, { standardErrorN: 1 })).toMatchObject({ standardError: null, upper: null });
  });
});

test("equal values that do not add up exactly still have a standard deviation of 0", () => {
  expect(meanInterval(momentsOf(Array<number>(10).fill(0.1))).standardDeviation).toBe(0);
});

test("a million scores: sums past 2^31 lose nothing", () => {
  // Half at 40 and half at 60: mean 50, variance 100 n / (n - 1).
  const n = 1_000_000;
  const ours = meanInterval({ n, sum: 50 * n, sumOfSquares: 2600 * n });
  expect(ours.mean).toBe(50);
  expectNear(ours.standardDeviation ?? NaN, Math.sqrt((100 * n) / (n - 1)));
});

const values = fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 2, maxLength: 60 });

test("shift and scale: the mean and limits follow, the standard deviation scales", () => {
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: -500, max: 500 }),
      fc.constantFrom(0.5, 2, 3, 10),
      (given, shift, scale) => {
        const here = meanInterval(momentsOf(given));
        const there = meanInterval(momentsOf(given.map((value) => value * scale + shift)));
        for (const side of ["mean", "lower", "upper"] as const) {
          expectNear(there[side] ?? NaN, (here[side] ?? NaN) * scale + shift, 1000);
        }
        expectNear(there.standardDeviation ?? NaN, (here.standardDeviation ?? NaN) * scale, 1000);
      },
    ),
    SEEDED,
  );
});

test("the origin changes nothing, and a mirrored sample has mirrored limits", () => {
  fc.assert(
    fc.property(values, fc.integer({ min: -100, max: 100 }), (given, origin) => {
      const plain = meanInterval(momentsOf(given));
      const centred = meanInterval(momentsOf(given, origin));
      const mirrored = meanInterval(momentsOf(given.map((value) => -value)));
      for (const key of ["mean", "standardDeviation", "standardError", "lower", "upper"] as const) {
        expectNear(centred[key] ?? NaN, plain[key] ?? NaN, 100);
      }
      expectNear(mirrored.lower ?? NaN, -(plain.upper ?? NaN), 100);
    }),
    SEEDED,
  );
});

test("bad input is refused with the rule, not the value", () => {
  expect(() => meanInterval({ n: -1, sum: 0, sumOfSquares: 0 })).toThrow("n must be a whole number");
  expect(() => meanInterval({ n: 2, sum: NaN, sumOfSquares: 0 })).toThrow("sum must be a finite number");
  expect(() => meanInterval({ n: 2, sum: 10, sumOfSquares: 1 })).toThrow("sumOfSquares must be at least");
  expect(() => meanInterval({ n: 0, sum: 3, sumOfSquares: 9 })).toThrow("sumOfSquares must be at least");
  expect(() => meanInterval({ n: 0, sum: 0, sumOfSquares: -1 })).toThrow("sumOfSquares must be at least");
  expect(() => meanInterval({ n: 2, sum: 2, sumOfSquares: 4 }, { standardErrorN: 2.5 })).toThrow(
    "standardErrorN must be a whole number",
  );
});
