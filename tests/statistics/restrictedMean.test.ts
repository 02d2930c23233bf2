// The restricted mean and its difference against R, and what holds of them whatever the tally.

import fc from "fast-check";
import { kaplanMeier, type SurvivalCurve } from "../../server/src/statistics/kaplanMeier";
import { restrictedMean, restrictedMeanDifference } from "../../server/src/statistics/restrictedMean";
import type { TimeTally } from "../../server/src/statistics/timeTally";
import { expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";
import { estimable, groupTally, type Patients } from "./survivalFixture";

interface Mean {
  se: number;
  lower: number;
  upper: number;
}
interface Case {
  name: string;
  tau: number;
  input: Patients;
  groups: (Mean & { group: string; rmst: number; restrictedTimeLost: number })[];
  difference: Mean & { contrast: string; estimate: number; p: number };
}
const { cases } = readFixture<{ cases: Case[] }>("rmst");

test("all three cases of R are here", () => {
  expect(cases).toHaveLength(3);
});

describe.each(cases)("$name", ({ tau, input, groups, difference }) => {
  const curves = new Map(groups.map(({ group }) => [group, kaplanMeier(groupTally(input, group))]));

  test.each(groups)("group $group equals R", ({ group, rmst, se, lower, upper, restrictedTimeLost }) => {
    const ours = estimable(restrictedMean(curves.get(group)!, tau));
    expectEqualToR(ours.estimate, rmst, "mean");
    expectEqualToR(ours.standardError, se, "error");
    expectEqualToR(ours.lower, lower, "lower");
    expectEqualToR(ours.upper, upper, "upper");
    expectEqualToR(tau - ours.estimate, restrictedTimeLost, "time lost");
  });

  test("the difference equals R", () => {
    const [group = "", reference = ""] = difference.contrast.split(" - ");
    const ours = estimable(restrictedMeanDifference(curves.get(group)!, curves.get(reference)!, tau));
    expectEqualToR(ours.estimate, difference.estimate, "difference");
    expectEqualToR(ours.standardError, difference.se, "error");
    expectEqualToR(ours.lower, difference.lower, "lower");
    expectEqualToR(ours.upper, difference.upper, "upper");
    expectEqualToR(ours.p, difference.p, "p");
  });
});

test("aml to week 31 gives the published 25.22 and 19.99", () => {
  const { cases: logRanks } = readFixture<{ cases: { name: string; input: Patients }[] }>("logrank");
  const { input } = logRanks.find((one) => one.name === "aml")!;
  const mean = (group: string): number =>
    estimable(restrictedMean(kaplanMeier(groupTally(input, group)), 31)).estimate;
  expect(mean("Maintained")).toBeCloseTo(25.22, 2);
  expect(mean("Nonmaintained")).toBeCloseTo(19.99, 2);
});

describe("edges", () => {
  const curve = (...rows: TimeTally): SurvivalCurve => kaplanMeier(rows);
  const censoredLast = curve({ time: 10, events: 1, censored: 0 }, { time: 20, events: 0, censored: 1 });
  const allHad = curve({ time: 10, events: 1, censored: 0 }, { time: 20, events: 1, censored: 0 });
  const none = curve({ time: 30, events: 0, censored: 5 });

  test("tau beyond the last follow-up is too far, unless all have had the event", () => {
    expect(restrictedMean(censoredLast, 20.5)).toEqual({ notEstimable: "FOLLOW_UP_TOO_SHORT" });
    expect(estimable(restrictedMean(censoredLast, 20)).estimate).toBe(15);
    expect(estimable(restrictedMean(allHad, 400)).estimate).toBe(15);
    expect(restrictedMeanDifference(allHad, censoredLast, 40)).toEqual({
      notEstimable: "FOLLOW_UP_TOO_SHORT",
    });
  });

  test("of nobody there is no mean", () => {
    expect(restrictedMean(curve(), 5)).toEqual({ notEstimable: "NO_PATIENTS" });
    expect(restrictedMeanDifference(curve(), none, 5)).toEqual({ notEstimable: "NO_PATIENTS" });
  });

  test("without an event by tau there is a mean, and no interval that would claim certainty", () => {
    expect(restrictedMean(none, 30)).toEqual({
      tau: 30,
      estimate: 30,
      standardError: 0,
      lower: null,
      upper: null,
    });
    expect(restrictedMeanDifference(none, none, 30)).toEqual({ notEstimable: "NO_VARIANCE" });
    expect(estimable(restrictedMeanDifference(none, allHad, 30)).estimate).toBe(15);
  });

  test("an event at tau itself takes no area", () => {
    expect(estimable(restrictedMean(allHad, 10))).toMatchObject({ estimate: 10, standardError: 0 });
  });

  test("bad input is refused with the rule, not the value", () => {
    expect(() => restrictedMean(none, 0)).toThrow("tau must be a finite number above 0");
    expect(() => restrictedMean(none, Infinity)).toThrow("tau must be a finite number above 0");
  });
});

const count = fc.integer({ min: 0, max: 20 });
const row = fc.record({ time: fc.integer({ min: 0, max: 300 }), events: count, censored: count });
// Some are followed to day 400, so that every tau up to there can be asked.
const tallies = fc
  .array(row, { minLength: 1, maxLength: 30 })
  .map((rows): TimeTally => [...rows, { time: 400, events: 1, censored: 2 }]);
const taus = fc.integer({ min: 1, max: 400 });

test("time stretched stretches the mean, its error and its limits", () => {
  fc.assert(
    fc.property(tallies, taus, fc.constantFrom(0.25, 2, 7), (tally, tau, scale) => {
      const here = estimable(restrictedMean(kaplanMeier(tally), tau));
      const wide = kaplanMeier(tally.map((one) => ({ ...one, time: one.time * scale })));
      const there = estimable(restrictedMean(wide, tau * scale));
      expectNear(there.estimate, here.estimate * scale);
      expectNear(there.standardError, here.standardError * scale);
      if (here.lower === null) expect(there.lower).toBeNull();
      else expectNear(there.lower ?? NaN, here.lower * scale);
    }),
    SEEDED,
  );
});

test("without censoring it is the mean of the times cut at tau, with the binomial's kind of error", () => {
  fc.assert(
    fc.property(tallies, taus, (tally, tau) => {
      const times = tally.flatMap(({ time, events }) => Array<number>(events).fill(Math.min(time, tau)));
      const curve = kaplanMeier(tally.map((one) => ({ ...one, censored: 0 })));
      const ours = estimable(restrictedMean(curve, tau));
      const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
      const squares = times.reduce((sum, time) => sum + (time - mean) ** 2, 0);
      expectNear(ours.estimate, mean);
      expectNear(ours.standardError, Math.sqrt(squares) / times.length, 1e-4);
    }),
    SEEDED,
  );
});

test("swapping the groups turns the difference round and keeps P", () => {
  fc.assert(
    fc.property(tallies, tallies, taus, (one, other, tau) => {
      const [left, right] = [kaplanMeier(one), kaplanMeier(other)];
      const here = restrictedMeanDifference(left, right, tau);
      const there = restrictedMeanDifference(right, left, tau);
      if ("notEstimable" in here) return expect(there).toEqual(here);
      const turned = estimable(there);
      expectNear(turned.estimate, -here.estimate);
      expectNear(turned.lower, -here.upper);
      expectNear(turned.p, here.p);
    }),
    SEEDED,
  );
});
