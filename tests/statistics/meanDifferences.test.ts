// Differences of means, in points, in standard deviations and within patients, against R on the values themselves.

import fc from "fast-check";
import { hedgesG } from "../../server/src/statistics/hedgesG";
import type { MomentTally } from "../../server/src/statistics/momentTally";
import { pairedChange } from "../../server/src/statistics/pairedChange";
import { welch } from "../../server/src/statistics/welch";
import { expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";
import { momentsOf } from "./meansFixture";
import { estimable } from "./survivalFixture";

interface Case {
  name: string;
  input: { x: number[]; y: number[] };
  welch?: { diff: number; t: number; df: number; p: number; ci: [number, number] };
  hedgesG?: { g_gammaExactJ: number; var_metafor: number; ciWald: [number, number] };
}
const { cases } = readFixture<{ cases: Case[] }>("means_two_groups");
const REASONS: Record<string, string> = {
  edge_n1_vs_many: "NO_VARIANCE",
  edge_zero_variance_both: "NO_VARIANCE",
  edge_zero_variance_different_means: "NO_VARIANCE",
  edge_empty: "NO_PATIENTS",
};

/** Centred as a query would do it: on a whole number near the values. */
const centred = (values: readonly number[]): MomentTally => momentsOf(values, Math.round(values[0] ?? 0));

test("all 11 cases of R are here, 4 of them not estimable", () => {
  expect([cases.length, cases.filter((one) => !one.welch).length]).toEqual([11, 4]);
});

test.each(cases)(
  "the difference in $name equals R, or says why it is none",
  ({ name, input, ...expected }) => {
    const result = welch(centred(input.x), centred(input.y));
    if (!expected.welch) {
      expect(result).toEqual({ notEstimable: REASONS[name] });
      return;
    }
    const ours = estimable(result);
    expectEqualToR(ours.estimate, expected.welch.diff, "difference");
    expectEqualToR(ours.t, expected.welch.t, "t");
    expectEqualToR(ours.df, expected.welch.df, "df");
    expectEqualToR(ours.p, expected.welch.p, "P");
    expectEqualToR(ours.lower, expected.welch.ci[0], "lower");
    expectEqualToR(ours.upper, expected.welch.ci[1], "upper");
  },
);

test.each(cases)("Hedges' g of $name equals R, or says why it is none", ({ name, input, ...expected }) => {
  const result = hedgesG(centred(input.x), centred(input.y));
  if (!expected.hedgesG) {
    expect(result).toEqual({ notEstimable: REASONS[name] });
    return;
  }
  const ours = estimable(result);
  expectEqualToR(ours.estimate, expected.hedgesG.g_gammaExactJ, "g");
  expectEqualToR(ours.standardError ** 2, expected.hedgesG.var_metafor, "variance");
  expectEqualToR(ours.lower, expected.hedgesG.ciWald[0], "lower");
  expectEqualToR(ours.upper, expected.hedgesG.ciWald[1], "upper");
});

interface Change {
  name: string;
  input: { pre: number[]; post: number[] };
  n: number;
  meanChange: number;
  sdChange: number;
  t: number;
  df: number;
  p: number;
  ci: [number, number];
  dz: number;
}
const changes = readFixture<{ cases: Change[] }>("paired_change").cases;

test.each(changes)("the change in $name equals R", (expected) => {
  const { pre, post } = expected.input;
  const ours = estimable(pairedChange(momentsOf(post.map((score, row) => score - (pre[row] ?? NaN)))));
  expect([ours.n, ours.df]).toEqual([expected.n, expected.df]);
  expectEqualToR(ours.estimate, expected.meanChange, "mean change");
  expectEqualToR(ours.standardDeviation, expected.sdChange, "standard deviation");
  expectEqualToR(ours.t, expected.t, "t");
  expectEqualToR(ours.p, expected.p, "P");
  expectEqualToR(ours.lower, expected.ci[0], "lower");
  expectEqualToR(ours.upper, expected.ci[1], "upper");
  expectEqualToR(ours.standardized, expected.dz, "dz");
});

test("no change is no variance, nobody is no patients", () => {
  expect(changes).toHaveLength(2);
  expect(pairedChange(momentsOf([]))).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(pairedChange(momentsOf([4]))).toEqual({ notEstimable: "NO_VARIANCE" });
  expect(pairedChange(momentsOf([-4, -4, -4]))).toEqual({ notEstimable: "NO_VARIANCE" });
});

const values = fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 3, maxLength: 60 });
/** Two groups that vary. */
const groups = fc.tuple(values, values).filter(([x, y]) => new Set(x).size > 1 || new Set(y).size > 1);

test("the groups changed about turn the sign and nothing else", () => {
  fc.assert(
    fc.property(groups, ([x, y]) => {
      for (const statistic of [welch, hedgesG]) {
        const here = estimable(statistic(momentsOf(x), momentsOf(y)));
        const there = estimable(statistic(momentsOf(y), momentsOf(x)));
        expectNear(there.estimate, -here.estimate);
        expectNear(there.lower, -here.upper);
        expectNear(there.upper, -here.lower);
      }
      expectNear(
        estimable(welch(momentsOf(y), momentsOf(x))).p,
        estimable(welch(momentsOf(x), momentsOf(y))).p,
      );
    }),
    SEEDED,
  );
});

test("shift and scale: the difference scales; t, P and g stay", () => {
  const moves = fc.record({ shift: fc.integer({ min: -500, max: 500 }), scale: fc.constantFrom(0.5, 2, 10) });
  fc.assert(
    fc.property(groups, moves, ([x, y], { shift, scale }) => {
      const move = (given: number[]): MomentTally =>
        momentsOf(
          given.map((one) => one * scale + shift),
          shift,
        );
      const [here, there] = [
        estimable(welch(momentsOf(x), momentsOf(y))),
        estimable(welch(move(x), move(y))),
      ];
      expectNear(there.lower, here.lower * scale, 1000);
      expectNear(there.t, here.t);
      expectNear(there.df, here.df);
      const g = estimable(hedgesG(momentsOf(x), momentsOf(y))).estimate;
      expectNear(estimable(hedgesG(move(x), move(y))).estimate, g);
    }),
    SEEDED,
  );
});

test("P is under .05 exactly when the interval leaves out 0", () => {
  fc.assert(
    fc.property(groups, ([x, y]) => {
      const { p, lower, upper } = estimable(welch(momentsOf(x), momentsOf(y)));
      if (Math.abs(p - 0.05) < 1e-9) return;
      expect(p < 0.05).toBe(lower > 0 || upper < 0);
    }),
    SEEDED,
  );
});

test("shown n's rule the errors and degrees of freedom, not the difference", () => {
  const [x, y] = [momentsOf([4, 9, 11, 12, 17, 20, 21]), momentsOf([1, 3, 8, 8, 10])];
  const [exact, shown] = [estimable(welch(x, y)), estimable(welch(x, y, { one: 10, other: 5 }))];
  expect(shown.estimate).toBe(exact.estimate);
  const variance = (tally: MomentTally): number =>
    (tally.sumOfSquares - tally.sum ** 2 / tally.n) / (tally.n - 1);
  expectNear(shown.standardError, Math.sqrt(variance(x) / 10 + variance(y) / 5));
  expect(welch(x, y, { one: 0, other: 5 })).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(hedgesG(x, y, { one: 1, other: 5 })).toEqual({ notEstimable: "NO_VARIANCE" });
  const change = estimable(pairedChange(x, { standardErrorN: 10 }));
  expect([change.n, change.df]).toEqual([10, 9]);
  expectNear(change.t, (change.estimate / change.standardDeviation) * Math.sqrt(10));
});

test("a million scores in each group lose nothing", () => {
  // Half at 40 and half at 60, against half at 41 and half at 61.
  const n = 1_000_000;
  const group = (mean: number): MomentTally => ({ n, sum: mean * n, sumOfSquares: (mean ** 2 + 100) * n });
  const spread = Math.sqrt((100 * n) / (n - 1));
  expectNear(estimable(welch(group(51), group(50))).t, 1 / (spread * Math.sqrt(2 / n)));
  // J is 1 - 3 / (8 n) for so many.
  expect(estimable(hedgesG(group(51), group(50))).estimate).toBeCloseTo((1 - 3 / (8 * n)) / spread, 8);
});
