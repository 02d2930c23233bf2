// Two proportions over strata against mantelhaen.test and metafor of R.

import fc from "fast-check";
import {
  mantelHaenszel,
  type MantelHaenszel,
  type Stratum,
} from "../../server/src/statistics/mantelHaenszel";
import { oddsRatio } from "../../server/src/statistics/oddsRatio";
import { riskRatio } from "../../server/src/statistics/riskRatio";
import { expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";
import { estimable } from "./survivalFixture";

interface Metafor {
  se: number;
  estimate: number;
  ciLower: number;
  ciUpper: number;
}
interface Case {
  name: string;
  input: { a: number[]; n1: number[]; b: number[]; n2: number[] };
  oddsRatio: number;
  orCI_RBG: [number, number];
  cmhStat: number;
  cmhP: number;
  metaforRR: Metafor;
  metaforRD: Metafor;
}
const { cases } = readFixture<{ cases: Case[] }>("mantel_haenszel");

function strataOf({ a, n1, b, n2 }: Case["input"]): Stratum[] {
  return a.map((count, row) => ({
    one: { count, n: n1[row] ?? NaN },
    other: { count: b[row] ?? NaN, n: n2[row] ?? NaN },
  }));
}

test("both cases of R are here", () => {
  expect(cases).toHaveLength(2);
});

test.each(cases)("$name equals R", (expected) => {
  const ours = estimable(mantelHaenszel(strataOf(expected.input)));
  const odds = estimable(ours.oddsRatio);
  expectEqualToR(odds.estimate, expected.oddsRatio, "odds ratio");
  expectEqualToR(odds.lower, expected.orCI_RBG[0], "odds ratio, lower");
  expectEqualToR(odds.upper, expected.orCI_RBG[1], "odds ratio, upper");
  const tested = estimable(ours.test);
  expectEqualToR(tested.statistic, expected.cmhStat, "statistic");
  expectEqualToR(tested.p, expected.cmhP, "P");
  const risk = estimable(ours.riskRatio);
  expectEqualToR(risk.estimate, expected.metaforRR.estimate, "risk ratio");
  expectEqualToR(risk.logStandardError, expected.metaforRR.se, "risk ratio, error");
  expectEqualToR(risk.lower, expected.metaforRR.ciLower, "risk ratio, lower");
  expectEqualToR(risk.upper, expected.metaforRR.ciUpper, "risk ratio, upper");
  const difference = estimable(ours.riskDifference);
  expectEqualToR(difference.estimate, expected.metaforRD.estimate, "risk difference");
  expectEqualToR(difference.lower, expected.metaforRD.ciLower, "risk difference, lower");
  expectEqualToR(difference.upper, expected.metaforRD.ciUpper, "risk difference, upper");
});

const group = fc
  .integer({ min: 2, max: 80 })
  .chain((n) => fc.record({ n: fc.constant(n), count: fc.integer({ min: 1, max: n - 1 }) }));
const strata = fc.array(fc.record({ one: group, other: group }), { minLength: 1, maxLength: 8 });

function numbersOf(result: MantelHaenszel): number[] {
  const { riskDifference, test: tested, ...ratios } = result;
  return [
    ...[ratios.oddsRatio, ratios.riskRatio]
      .map(estimable)
      .flatMap((one) => [one.estimate, one.lower, one.upper]),
    ...[riskDifference].map(estimable).flatMap((one) => [one.estimate, one.lower, one.upper]),
    estimable(tested).statistic,
  ];
}

test("one stratum alone: the plain ratios, and Katz's and Woolf's errors", () => {
  fc.assert(
    fc.property(group, group, (one, other) => {
      const ours = estimable(mantelHaenszel([{ one, other }]));
      const [odds, risk] = [estimable(ours.oddsRatio), estimable(ours.riskRatio)];
      const [woolf, katz] = [estimable(oddsRatio(one, other)), estimable(riskRatio(one, other))];
      expectNear(odds.estimate, woolf.estimate);
      expectNear(odds.logStandardError, woolf.logStandardError);
      expectNear(risk.estimate, katz.estimate);
      expectNear(risk.logStandardError, katz.logStandardError);
      expectNear(estimable(ours.riskDifference).estimate, one.count / one.n - other.count / other.n);
    }),
    SEEDED,
  );
});

test("the order of strata, and strata of one group alone, do not matter", () => {
  fc.assert(
    fc.property(strata, group, (given, lonely) => {
      const nobody = { count: 0, n: 0 };
      const here = estimable(mantelHaenszel(given));
      const more = [{ one: lonely, other: nobody }, ...given.toReversed(), { one: nobody, other: lonely }];
      const there = numbersOf(estimable(mantelHaenszel(more)));
      numbersOf(here).forEach((value, index) => expectNear(there[index] ?? NaN, value));
    }),
    SEEDED,
  );
});

test("the groups changed about: ratios inverted, the difference mirrored, the test the same", () => {
  fc.assert(
    fc.property(strata, (given) => {
      const here = estimable(mantelHaenszel(given));
      const there = estimable(mantelHaenszel(given.map(({ one, other }) => ({ one: other, other: one }))));
      expectNear(estimable(here.oddsRatio).lower * estimable(there.oddsRatio).upper, 1);
      expectNear(estimable(here.riskRatio).lower * estimable(there.riskRatio).upper, 1);
      expectNear(estimable(here.riskDifference).lower, -estimable(there.riskDifference).upper);
      expectNear(estimable(here.test).statistic, estimable(there.test).statistic);
    }),
    SEEDED,
  );
});

test("what cannot be told is said", () => {
  const [none, all] = [
    { count: 0, n: 9 },
    { count: 9, n: 9 },
  ];
  expect(mantelHaenszel([])).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(mantelHaenszel([{ one: none, other: { count: 0, n: 0 } }])).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(mantelHaenszel([{ one: none, other: none }])).toEqual({
    oddsRatio: { notEstimable: "ZERO_CELL" },
    riskRatio: { notEstimable: "ZERO_CELL" },
    riskDifference: { notEstimable: "NO_VARIANCE" },
    test: { notEstimable: "NO_VARIANCE" },
  });
  expect(mantelHaenszel([{ one: all, other: all }])).toMatchObject({
    oddsRatio: { notEstimable: "ZERO_CELL" },
    riskRatio: { notEstimable: "NO_VARIANCE" },
    test: { notEstimable: "NO_VARIANCE" },
  });
  expect(() => mantelHaenszel([{ one: { count: 3, n: 2 }, other: none }])).toThrow(
    "stratum 0, one: count must be",
  );
});
