// Numbers in steps of as many patients as counts are rounded to.
import * as fc from "fast-check";
import { coarsen } from "../../server/src/disclosure/coarsen";
import { policyOf } from "../../server/src/disclosure/policy";

const [publish, internal] = [policyOf("publish"), policyOf("internal")];
const number = fc.double({ min: -500, max: 500, noNaN: true });
const worth = fc.double({ min: 0.001, max: 5, noNaN: true });

test("where counts are not rounded, nothing is", () => {
  fc.assert(
    fc.property(number, worth, (value, worthOfOne) => {
      expect(coarsen(internal, value, worthOfOne)).toEqual({ value, variance: 0 });
    }),
  );
});

test("the outcome of one patient moves a number by one step or not at all", () => {
  fc.assert(
    fc.property(number, worth, (value, worthOfOne) => {
      const before = coarsen(publish, value, worthOfOne).value;
      const after = coarsen(publish, value + worthOfOne, worthOfOne).value;
      const steps = (after - before) / (5 * worthOfOne);
      expect(Math.min(Math.abs(steps), Math.abs(steps - 1))).toBeLessThan(1e-9);
    }),
  );
});

test("four of five neighbouring patients cannot be told apart", () => {
  const shown = Array.from({ length: 100 }, (_, patients) => coarsen(publish, patients, 1).value);
  expect(new Set(shown).size).toBe(21);
});

test("the rounding's variance is that of an even error over a step", () => {
  expect(coarsen(publish, 7, 2)).toEqual({ value: 10, variance: 100 / 12 });
});
