// Median and quartiles of a tally against quantile(type = 7) of R on the values themselves.

import fc from "fast-check";
import { quantilesOf, quartilesOf } from "../../server/src/statistics/quantilesOf";
import type { ValueTally } from "../../server/src/statistics/valueTally";
import { expectEqualToR, expectNear, SEEDED } from "./fixture";
import { samples } from "./meansFixture";

/** Unsorted, and with equal values in several rows, as a tally may be. */
function tallyOf(values: readonly number[]): ValueTally {
  return values.map((value) => ({ value, count: 1 }));
}

test.each(samples)("$title equals R", ({ values, expected }) => {
  const ours = quartilesOf(tallyOf(values));
  expect(ours.n).toBe(expected.n);
  expectEqualToR(ours.lowerQuartile, expected.q1_type7, "lower quartile");
  expectEqualToR(ours.median, expected.median, "median");
  expectEqualToR(ours.upperQuartile, expected.q3_type7, "upper quartile");
  const [least, most] = quantilesOf(tallyOf(values), [0, 1]);
  expectEqualToR(least, expected.min, "minimum");
  expectEqualToR(most, expected.max, "maximum");
});

test("of nobody there is no median", () => {
  const nobody = { n: 0, lowerQuartile: null, median: null, upperQuartile: null };
  expect(quartilesOf([])).toEqual(nobody);
  expect(quartilesOf([{ value: 4, count: 0 }])).toEqual(nobody);
});

test("counts weigh: a million at 3 and one at 9", () => {
  const tally = [
    { value: 9, count: 1 },
    { value: 3, count: 1_000_000 },
  ];
  expect(quantilesOf(tally, [0, 0.5, 1])).toEqual([3, 3, 9]);
});

test("a rank that misses a whole number by floating noise alone is that number", () => {
  // (11 - 1) * 0.3 and (101 - 1) * 0.29 are not whole in doubles.
  expect(quantilesOf(tallyOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), [0.3, 0.7])).toEqual([3, 7]);
  expect(quantilesOf(tallyOf(Array.from({ length: 101 }, (_, value) => value)), [0.29, 0.57])).toEqual([
    29, 57,
  ]);
});

const row = fc.record({ value: fc.integer({ min: -60, max: 60 }), count: fc.integer({ min: 0, max: 9 }) });
const tallies = fc.array(row, { minLength: 1, maxLength: 30 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

test("a tally says the same as its values written out", () => {
  fc.assert(
    fc.property(tallies, shares, (tally, p) => {
      const written = tally.flatMap(({ value, count }) => Array<number>(count).fill(value));
      expect(quantilesOf(tally, [p])).toEqual(quantilesOf(tallyOf(written), [p]));
    }),
    SEEDED,
  );
});

test("shift, scale and mirror", () => {
  fc.assert(
    fc.property(
      tallies,
      fc.integer({ min: -99, max: 99 }),
      fc.constantFrom(0.5, 2, 3),
      (tally, shift, scale) => {
        const here = quantilesOf(tally, [0.25, 0.5, 0.75]);
        const moved = tally.map(({ value, count }) => ({ value: value * scale + shift, count }));
        const mirrored = tally.map(({ value, count }) => ({ value: -value, count }));
        const back = quantilesOf(mirrored, [0.75, 0.5, 0.25]);
        quantilesOf(moved, [0.25, 0.5, 0.75]).forEach((there, index) => {
          const from = here[index] ?? null;
          if (from === null) return expect(there).toBeNull();
          expectNear(there ?? NaN, from * scale + shift);
          expectNear(back[index] ?? NaN, -from);
        });
      },
    ),
    SEEDED,
  );
});

test("bad input is refused with place and rule, not the value", () => {
  const row = { value: 1, count: 1 };
  expect(() => quartilesOf([row, { ...row, count: -3 }])).toThrow(
    "Value tally, row 1: count must be a whole",
  );
  expect(() => quartilesOf([{ ...row, value: NaN }])).toThrow("Value tally, row 0: value must be a finite");
  expect(() => quantilesOf([row], [0.5, 50])).toThrow("Quantile, probability 1: must be from 0 to 1");
});
