// Adjusted P values against p.adjust of R.

import fc from "fast-check";
import { benjaminiHochberg, holm } from "../../server/src/statistics/adjustedP";
import { type Expected, expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";

interface Case {
  p: (number | null)[];
  holm: Expected[];
  BH: Expected[];
}
const { cases } = readFixture<{ cases: Case[] }>("p_adjust");

test("all 7 cases of R are here", () => {
  expect(cases).toHaveLength(7);
});

test.each(cases)("$p equal R", (expected) => {
  const [byHolm, byBH] = [holm(expected.p), benjaminiHochberg(expected.p)];
  expect([byHolm.length, byBH.length]).toEqual([expected.p.length, expected.p.length]);
  expected.holm.forEach((value, index) => expectEqualToR(byHolm[index], value, `Holm ${index}`));
  expected.BH.forEach((value, index) => expectEqualToR(byBH[index], value, `BH ${index}`));
});

const pValues = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 }), {
  maxLength: 30,
});

test("no P gets smaller, none passes 1, Holm's is at least BH's and at most Bonferroni's, order stays", () => {
  fc.assert(
    fc.property(pValues, (given) => {
      const [byHolm, byBH] = [holm(given), benjaminiHochberg(given)];
      const many = given.filter((p) => p !== null).length;
      given.forEach((p, index) => {
        if (p === null) {
          expect([byHolm[index], byBH[index]]).toEqual([null, null]);
          return;
        }
        expect(byBH[index]).toBeGreaterThanOrEqual(p);
        expect(byHolm[index] ?? NaN).toBeGreaterThanOrEqual((byBH[index] ?? NaN) * (1 - 1e-12));
        expect(byHolm[index] ?? NaN).toBeLessThanOrEqual(Math.min(1, many * p) * (1 + 1e-12));
        given.forEach((other, place) => {
          if (other === null || other < p) return;
          expect(byHolm[place] ?? NaN).toBeGreaterThanOrEqual(byHolm[index] ?? NaN);
          expect(byBH[place] ?? NaN).toBeGreaterThanOrEqual(byBH[index] ?? NaN);
        });
      });
    }),
    SEEDED,
  );
});

test("the order of the tests does not matter, and tests that were not possible do not count", () => {
  fc.assert(
    fc.property(pValues, (given) => {
      for (const adjust of [holm, benjaminiHochberg]) {
        const here = adjust(given);
        adjust([null, ...given.toReversed()])
          .slice(1)
          .reverse()
          .forEach((value, index) => {
            if (value === null) expect(here[index]).toBeNull();
            else expectNear(value, here[index] ?? NaN);
          });
      }
    }),
    SEEDED,
  );
});

test("bad input is refused with the rule, not the value", () => {
  expect(() => holm([0.5, 1.2])).toThrow("P value 1: must be from 0 to 1");
  expect(() => benjaminiHochberg([NaN])).toThrow("P value 0: must be from 0 to 1");
});
