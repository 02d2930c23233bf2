// Difference, risk ratio and odds ratio of two proportions against R, and against two published trials.

import fc from "fast-check";
import type { CountOfN } from "../../server/src/statistics/countOfN";
import { newcombe } from "../../server/src/statistics/newcombe";
import { oddsRatio } from "../../server/src/statistics/oddsRatio";
import { riskRatio } from "../../server/src/statistics/riskRatio";
import { twoProportionTest } from "../../server/src/statistics/twoProportionTest";
import { type Expected, expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";

/** What R printed for a ratio over nobody. */
type Ratio = Expected | "Inf";

interface Case {
  a: number;
  n1: number;
  b: number;
  n2: number;
  riskDiff?: { estimate: number; newcombe: [number, number] };
  riskRatio?: { estimate: Ratio; log: [number, number] | null; seLog: Expected };
  chisq?: { stat: Expected; p: Expected };
  oddsRatio?: { estimate: Ratio; woolf: [number, number] | null };
}
const { cases } = readFixture<{ cases: Case[] }>("two_proportions");
const one = ({ a, n1 }: Case): CountOfN => ({ count: a, n: n1 });
const other = ({ b, n2 }: Case): CountOfN => ({ count: b, n: n2 });

/** The limits, or the reason why there are none. */
function limitsOf(
  result: { lower: number; upper: number } | { notEstimable: string },
): [number, number] | string {
  return "notEstimable" in result ? result.notEstimable : [result.lower, result.upper];
}

test("all 16 cases of R are here", () => {
  expect(cases).toHaveLength(16);
});

test.each(cases)("difference of $a/$n1 and $b/$n2 equals R", (expected) => {
  const ours = newcombe(one(expected), other(expected));
  if (!expected.riskDiff) {
    expect(ours).toEqual({ notEstimable: "NO_PATIENTS" });
    return;
  }
  if ("notEstimable" in ours) throw new Error(ours.notEstimable);
  expectEqualToR(ours.estimate, expected.riskDiff.estimate, "estimate");
  expectEqualToR(ours.lower, expected.riskDiff.newcombe[0], "lower");
  expectEqualToR(ours.upper, expected.riskDiff.newcombe[1], "upper");
});

test.each(cases)("test of $a/$n1 and $b/$n2 equals R, or says why there is none", (expected) => {
  const ours = twoProportionTest(one(expected), other(expected));
  if (typeof expected.chisq?.stat !== "number") {
    const reason = expected.n1 === 0 ? "NO_PATIENTS" : "NO_VARIANCE";
    expect(ours).toEqual({ notEstimable: reason });
    return;
  }
  if ("notEstimable" in ours) throw new Error(ours.notEstimable);
  expectEqualToR(ours.statistic, expected.chisq.stat, "statistic");
  expectEqualToR(ours.p, expected.chisq.p, "p");
});

test.each(cases)("risk ratio of $a/$n1 and $b/$n2 equals R, or says why it is none", (expected) => {
  const ours = riskRatio(one(expected), other(expected));
  const log = expected.riskRatio?.log;
  if (!log) {
    const reason = expected.n1 === 0 ? "NO_PATIENTS" : "ZERO_CELL";
    expect(ours).toEqual({ notEstimable: reason });
    return;
  }
  if ("notEstimable" in ours) throw new Error(ours.notEstimable);
  expectEqualToR(ours.estimate, Number(expected.riskRatio?.estimate), "estimate");
  expectEqualToR(ours.logStandardError, expected.riskRatio?.seLog, "error");
  expectEqualToR(ours.lower, log[0], "lower");
  expectEqualToR(ours.upper, log[1], "upper");
});

test.each(cases)("odds ratio of $a/$n1 and $b/$n2 equals R, or says why it is none", (expected) => {
  const ours = oddsRatio(one(expected), other(expected));
  const woolf = expected.oddsRatio?.woolf;
  if (!woolf) {
    const reason = expected.n1 === 0 ? "NO_PATIENTS" : "ZERO_CELL";
    expect(ours).toEqual({ notEstimable: reason });
    return;
  }
  if ("notEstimable" in ours) throw new Error(ours.notEstimable);
  expectEqualToR(ours.estimate, Number(expected.oddsRatio?.estimate), "estimate");
  expectEqualToR(ours.lower, woolf[0], "lower");
  expectEqualToR(ours.upper, woolf[1], "upper");
});

test.each([
  // Anand et al., N Engl J Med 2023;388:2315-2325: response to ketamine and to ECT.
  ["ELEKT-D", { count: 108, n: 195 }, { count: 70, n: 170 }, 0.142, 0.0393, 0.2406],
  // Ekstrand et al., Int J Neuropsychopharmacol 2022;25:339-349: remission after ECT and after ketamine.
  ["KetECT", { count: 57, n: 91 }, { count: 44, n: 95 }, 0.163, 0.0201, 0.2971],
])("%s comes out as published", (_, first, second, estimate, lower, upper) => {
  const ours = newcombe(first, second);
  if ("notEstimable" in ours) throw new Error(ours.notEstimable);
  expect(ours.estimate).toBeCloseTo(estimate, 3);
  expect(ours.lower).toBeCloseTo(lower, 4);
  expect(ours.upper).toBeCloseTo(upper, 4);
});

test("all of both is a difference of 0 with an interval, but no ratio of risks with one", () => {
  const all = { count: 12, n: 12 };
  expect(newcombe(all, all)).toMatchObject({ estimate: 0 });
  expect(riskRatio(all, all)).toEqual({ notEstimable: "NO_VARIANCE" });
  expect(oddsRatio(all, all)).toEqual({ notEstimable: "ZERO_CELL" });
});

const counts = fc
  .integer({ min: 2, max: 2_000_000 })
  .chain((n) => fc.record({ n: fc.constant(n), count: fc.integer({ min: 1, max: n - 1 }) }));

test("the groups changed about: the difference mirrored, the ratios inverted", () => {
  fc.assert(
    fc.property(counts, counts, (first, second) => {
      const [here, there] = [limitsOf(newcombe(first, second)), limitsOf(newcombe(second, first))];
      expectNear(Number(there[0]), -Number(here[1]));
      expectNear(Number(there[1]), -Number(here[0]));
      for (const ratio of [riskRatio, oddsRatio]) {
        const [forth, back] = [limitsOf(ratio(first, second)), limitsOf(ratio(second, first))];
        expectNear(Number(forth[0]) * Number(back[1]), 1);
        expectNear(Number(forth[1]) * Number(back[0]), 1);
      }
    }),
    SEEDED,
  );
});

test("those without the event: the difference mirrored, the odds inverted", () => {
  const without = ({ count, n }: CountOfN): CountOfN => ({ count: n - count, n });
  fc.assert(
    fc.property(counts, counts, (first, second) => {
      const [here, there] = [
        limitsOf(newcombe(first, second)),
        limitsOf(newcombe(without(first), without(second))),
      ];
      expectNear(Number(there[0]), -Number(here[1]));
      const [forth, back] = [
        limitsOf(oddsRatio(first, second)),
        limitsOf(oddsRatio(without(first), without(second))),
      ];
      expectNear(Number(forth[0]) * Number(back[1]), 1);
    }),
    SEEDED,
  );
});

test("the difference holds its estimate and stays within -1 and 1", () => {
  const any = fc
    .integer({ min: 1, max: 300 })
    .chain((n) => fc.record({ n: fc.constant(n), count: fc.integer({ min: 0, max: n }) }));
  fc.assert(
    fc.property(any, any, (first, second) => {
      const ours = newcombe(first, second);
      if ("notEstimable" in ours) throw new Error(ours.notEstimable);
      expect(ours.lower).toBeGreaterThanOrEqual(-1);
      expect(ours.lower).toBeLessThanOrEqual(ours.estimate);
      expect(ours.upper).toBeGreaterThanOrEqual(ours.estimate);
      expect(ours.upper).toBeLessThanOrEqual(1);
      expect(ours.upper).toBeGreaterThan(ours.lower);
    }),
    SEEDED,
  );
});

test.each([newcombe, riskRatio, oddsRatio])(
  "bad input is refused with the rule, not the value",
  (statistic) => {
    const good = { count: 1, n: 2 };
    expect(() => statistic({ count: 3, n: 2 }, good)).toThrow(
      "one: count must be a whole number from 0 to n",
    );
    expect(() => statistic(good, { count: 1, n: 2.5 })).toThrow(
      "other: n must be a whole number of 0 or more",
    );
    expect(() => statistic(good, good, 95)).toThrow("confidence must be between 0 and 1");
  },
);
