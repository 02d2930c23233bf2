// The log-rank test against survdiff of R's survival package, stratified and weighted too, and its laws.

import fc from "fast-check";
import { logRank, stratifiedLogRank } from "../../server/src/statistics/logRank";
import type { TimeTally } from "../../server/src/statistics/timeTally";
import { expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";
import { estimable, strataOf, type Patients } from "./survivalFixture";

interface Case {
  name: string;
  rho: number;
  input: Patients;
  groups: string[];
  n: number[];
  observed: number[];
  expected: number[];
  variance: number[][];
  chisq: number;
  df: number;
  p: number;
  pairwise?: { a: string; b: string; chisq: number; p: number }[];
}
const { cases } = readFixture<{ cases: Case[] }>("logrank");

test("all 13 cases of R are here", () => {
  expect(cases).toHaveLength(13);
});

describe.each(cases)("$name", (one) => {
  const strata = strataOf(one.input, one.groups);

  test("counts, expected numbers, variance and test equal R", () => {
    const ours = estimable(stratifiedLogRank(strata, { rho: one.rho }));
    one.groups.forEach((name, group) => {
      expect(ours.groups[group]?.n).toBe(one.n[group]);
      expectEqualToR(ours.groups[group]?.observed, one.observed[group], `observed in ${name}`);
      expectEqualToR(ours.groups[group]?.expected, one.expected[group], `expected in ${name}`);
      one.variance[group]?.forEach((value, other) => {
        expectEqualToR(ours.variance[group]?.[other], value, `variance of ${name} with ${one.groups[other]}`);
      });
    });
    expectEqualToR(ours.statistic, one.chisq, "statistic");
    expect(ours.df).toBe(one.df);
    expectEqualToR(ours.p, one.p, "p");
  });

  if (one.pairwise) {
    test.each(one.pairwise)("$a against $b equals R", ({ a, b, chisq, p }) => {
      const ours = estimable(stratifiedLogRank(strataOf(one.input, [a, b]), { rho: one.rho }));
      expectEqualToR(ours.statistic, chisq, "statistic");
      expectEqualToR(ours.p, p, "p");
    });
  }
});

test("aml gives the published test: 3.396389, P = .0653393", () => {
  const aml = cases.find((one) => one.name === "aml");
  const ours = estimable(stratifiedLogRank(strataOf(aml!.input, aml!.groups)));
  expect(ours.statistic).toBeCloseTo(3.396389, 6);
  expect(ours.p).toBeCloseTo(0.0653393, 7);
});

describe("no test", () => {
  const nobody: TimeTally = [];
  const lost: TimeTally = [{ time: 5, events: 0, censored: 4 }];
  const had: TimeTally = [{ time: 5, events: 3, censored: 0 }];
  const later: TimeTally = [{ time: 9, events: 2, censored: 1 }];
  test.each<[string, TimeTally[], string]>([
    ["of nobody", [nobody, nobody], "NO_PATIENTS"],
    ["against nobody", [had, nobody], "NO_PATIENTS"],
    ["without events", [lost, lost], "NO_EVENTS"],
    ["where all have the event at once", [had, had], "NO_VARIANCE"],
    ["against those who left before the first event", [lost, later], "NO_VARIANCE"],
  ])("%s", (_, groups, reason) => {
    expect(logRank(groups)).toEqual({ notEstimable: reason });
  });

  test("across strata that share no group", () => {
    expect(
      stratifiedLogRank([
        [later, nobody],
        [nobody, later],
      ]),
    ).toEqual({ notEstimable: "NO_VARIANCE" });
  });
});

test("a group that is gone before the first event costs no degree of freedom", () => {
  const one = [{ time: 5, events: 3, censored: 4 }];
  const other = [{ time: 7, events: 2, censored: 9 }];
  const gone = [{ time: 1, events: 0, censored: 6 }];
  const two = estimable(logRank([one, other]));
  const three = estimable(logRank([gone, one, other]));
  expect(three.df).toBe(1);
  expectNear(three.statistic, two.statistic);
  expect(three.groups[0]).toEqual({ n: 6, observed: 0, expected: 0 });
});

test("times tie across groups by floating noise", () => {
  const tally = (time: number): TimeTally => [
    { time, events: 2, censored: 0 },
    { time: 5, events: 1, censored: 3 },
  ];
  expect(estimable(logRank([tally(0.1 + 0.2), tally(0.3)])).statistic).toBe(0);
});

test("bad input is refused with place and rule, not the value", () => {
  const row = { time: 1, events: 1, censored: 0 };
  expect(() => logRank([[row]])).toThrow("the same two or more groups");
  expect(() => stratifiedLogRank([[[row], [row]], [[row]]])).toThrow("the same two or more groups");
  expect(() => logRank([[row], [{ ...row, time: -3 }]])).toThrow("row 0: time must be a finite number");
  expect(() => logRank([[row], [row]], { rho: NaN })).toThrow("rho must be a finite number");
});

const count = fc.integer({ min: 0, max: 12 });
const row = fc.record({ time: fc.integer({ min: 0, max: 60 }), events: count, censored: count });
const tally = fc.array(row, { minLength: 1, maxLength: 12 });
const strata = fc.array(fc.tuple(tally, tally, tally), { minLength: 1, maxLength: 3 });
const rhos = fc.constantFrom(0, 1);

test("the order of the groups does not matter", () => {
  fc.assert(
    fc.property(strata, rhos, (drawn, rho) => {
      const here = stratifiedLogRank(drawn, { rho });
      const there = stratifiedLogRank(
        drawn.map(([first, second, third]) => [third, first, second]),
        { rho },
      );
      if ("notEstimable" in here) return expect(there).toEqual(here);
      const turned = estimable(there);
      expectNear(turned.statistic, here.statistic);
      expect(turned.df).toBe(here.df);
      here.groups.forEach((group, index) => {
        const same = turned.groups[(index + 1) % 3];
        expect(same?.n).toBe(group.n);
        expectNear(same?.observed ?? NaN, group.observed);
        expectNear(same?.expected ?? NaN, group.expected);
      });
    }),
    SEEDED,
  );
});

test("what is expected adds up to what is observed; equal groups do not differ; strata of one patient add nothing", () => {
  fc.assert(
    fc.property(strata, tally, rhos, (drawn, same, rho) => {
      const result = stratifiedLogRank(drawn, { rho });
      if (!("notEstimable" in result)) {
        const total = (key: "observed" | "expected"): number =>
          result.groups.reduce((sum, group) => sum + group[key], 0);
        expectNear(total("expected"), total("observed"));
        expect(result.statistic).toBeGreaterThanOrEqual(0);
        const alone: TimeTally[] = [[{ time: 3, events: 1, censored: 0 }], [], []];
        expectNear(estimable(stratifiedLogRank([...drawn, alone], { rho })).statistic, result.statistic);
      }
      const equal = logRank([same, same], { rho });
      if (!("notEstimable" in equal)) expect(equal.statistic).toBeLessThan(1e-9);
    }),
    SEEDED,
  );
});

test("time may be moved and stretched", () => {
  fc.assert(
    fc.property(strata, rhos, fc.constantFrom(2, 7, 0.25), (drawn, rho, scale) => {
      const moved = drawn.map((groups) =>
        groups.map((rows) => rows.map((one) => ({ ...one, time: one.time * scale + 3 }))),
      );
      expect(stratifiedLogRank(moved, { rho })).toEqual(stratifiedLogRank(drawn, { rho }));
    }),
    SEEDED,
  );
});
