// What holds of every standardized difference. That it equals R, weighted and not, is in propensityWeights.test.ts.

import fc from "fast-check";
import {
  standardizedMeanDifference,
  standardizedShareDifference,
} from "../../server/src/statistics/standardizedDifference";
import { expectNear, SEEDED } from "./fixture";
import { momentsOf } from "./meansFixture";

test("a standardized difference has no value without variance", () => {
  const flat = { moments: momentsOf([3, 3, 3]) };
  expect(standardizedMeanDifference(flat, { moments: momentsOf([5, 5]) })).toBeNull();
  expect(standardizedMeanDifference(flat, { moments: momentsOf([5]) })).toBeNull();
  expect(standardizedMeanDifference({ moments: momentsOf([]) }, flat)).toBeNull();
  expect(standardizedShareDifference({ count: 0, n: 12 }, { count: 0, n: 9 })).toBeNull();
  expect(standardizedShareDifference({ count: 12, n: 12 }, { count: 0, n: 9 })).toBeNull();
  expect(standardizedShareDifference({ count: 0, n: 0 }, { count: 4, n: 9 })).toBeNull();
});

test("that of a share is that of the 0s and 1s, but for n - 1", () => {
  const values = fc.array(fc.constantFrom(0, 1), { minLength: 3, maxLength: 200 });
  fc.assert(
    fc.property(values, values, (one, two) => {
      const counts = (given: number[]) => ({ count: given.reduce((a, b) => a + b, 0), n: given.length });
      const share = standardizedShareDifference(counts(one), counts(two));
      const mean = standardizedMeanDifference({ moments: momentsOf(one) }, { moments: momentsOf(two) });
      if (share === null) expect(mean).toBeNull();
      else if (one.length === two.length) {
        expectNear(share, (mean ?? NaN) * Math.sqrt(one.length / (one.length - 1)));
      } else expect(Math.sign(share)).toBe(Math.sign(mean ?? NaN));
    }),
    SEEDED,
  );
});

test("it turns its sign with the groups, and follows the weighted shares over the same denominator", () => {
  const [one, two] = [
    { count: 30, n: 100 },
    { count: 45, n: 90 },
  ];
  const plain = standardizedShareDifference(one, two) ?? NaN;
  expectNear(standardizedShareDifference(two, one) ?? NaN, -plain);
  const halfway = standardizedShareDifference(
    { ...one, weightedShare: 0.35 },
    { ...two, weightedShare: 0.45 },
  );
  expectNear(halfway ?? NaN, plain / 2);
});

test("bad input is refused with the rule, not the value", () => {
  expect(() => standardizedShareDifference({ count: 3, n: 2 }, { count: 1, n: 2 })).toThrow(
    "count must be a number from 0 to n",
  );
});
