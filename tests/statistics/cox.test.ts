// Proportional hazards against coxph of R's survival package: ties, strata, weights, clusters, and where R warns.

import { cox, type CoxFit, coxOfGroups } from "../../server/src/statistics/cox";
import type { CovariateTimeCount } from "../../server/src/statistics/riskSets";
import type { TimeTally } from "../../server/src/statistics/timeTally";
import { type Expected, expectEqualToR, readFixture } from "./fixture";
import { estimable, groupTally, type Patients } from "./survivalFixture";

interface Test {
  df: number;
  p: number;
}
interface Case {
  name: string;
  ties: "efron" | "breslow";
  input: {
    time: number[];
    status: number[];
    x: Record<string, number[]>;
    stratum?: (string | number)[];
    weight?: number[];
    cluster?: number[];
  };
  n: number;
  events: number;
  separated?: true;
  coefs: Record<"term" | "coef" | "se" | "hr" | "lower" | "upper" | "z" | "p" | "naiveSe", Expected>[];
  vcov: number[][];
  loglik: [number, number];
  lrTest?: Test & { stat: number };
  wald: Test;
}
const { cases } = readFixture<{ cases: Case[] }>("cox");
/** Iterated: R stops when the likelihood rests, here the coefficients must. */
const ITERATED = 1e-6;

/** Each patient a row of its own. */
function rowsOf({ time, status, x, stratum, weight, cluster }: Case["input"]): CovariateTimeCount[] {
  return time.map((at, row) => ({
    time: at,
    events: status[row] ? 1 : 0,
    censored: status[row] ? 0 : 1,
    covariates: Object.values(x).map((column) => column[row]!),
    ...(stratum && { stratum: stratum[row]! }),
    ...(weight && { weight: weight[row]! }),
    ...(cluster && { cluster: cluster[row]! }),
  }));
}

function expectFit(ours: CoxFit, one: Case): void {
  expect([ours.n, ours.events]).toEqual([one.n, one.events]);
  one.coefs.forEach((expected, at) => {
    const mine = ours.coefficients[at];
    const same = (actual: Expected, value: Expected, what: string): void =>
      expectEqualToR(actual, value, `${what} of ${expected.term}`, ITERATED);
    same(mine?.coefficient, expected.coef, "coefficient");
    same(mine?.standardError, expected.se, "standard error");
    same(mine?.modelStandardError, expected.naiveSe ?? expected.se, "standard error of the model");
    same(mine?.hazardRatio, expected.hr, "hazard ratio");
    same(mine?.lower, expected.lower, "lower");
    same(mine?.upper, expected.upper, "upper");
    same(mine?.z, expected.z, "z");
    same(mine?.p, expected.p, "p");
  });
  one.vcov.forEach((row, at) => {
    row.forEach((value, column) => {
      // A covariance may be a difference of almost equal numbers: its error is measured by the variances.
      const scale = Math.sqrt((one.vcov[at]?.[at] ?? NaN) * (one.vcov[column]?.[column] ?? NaN));
      expect(Math.abs((ours.covariance[at]?.[column] ?? NaN) - value)).toBeLessThan(ITERATED * scale);
    });
  });
  expectEqualToR(ours.logLikelihood.atZero, one.loglik[0], "log likelihood at 0");
  expectEqualToR(ours.logLikelihood.atFit, one.loglik[1], "log likelihood");
  expect(ours.wald.df).toBe(one.wald.df);
  expectEqualToR(ours.wald.p, one.wald.p, "p of Wald", ITERATED);
  expect(ours.likelihoodRatio?.df).toBe(one.lrTest?.df);
  expectEqualToR(ours.likelihoodRatio?.statistic, one.lrTest?.stat, "likelihood ratio", ITERATED);
  expectEqualToR(ours.likelihoodRatio?.p, one.lrTest?.p, "p of the likelihood ratio", ITERATED);
}

test("all 9 cases of R are here, and 7 of ties, weights, clusters and edges", () => {
  expect(cases).toHaveLength(16);
  expect(cases.filter((one) => one.separated).map((one) => one.name)).toEqual([
    "real_ketamine_first_onset",
    "edge_separation_no_events_in_one_arm",
    "edge_covariate_orders_the_events",
  ]);
});

test.each(cases.filter((one) => !one.separated))("$name equals R", (one) => {
  expectFit(estimable(cox(rowsOf(one.input), { ties: one.ties })), one);
});

test.each(cases.filter((one) => one.separated))("$name has no estimate, as R warns", ({ input, ties }) => {
  expect(cox(rowsOf(input), { ties })).toEqual({ notEstimable: "SEPARATION" });
  expect(cox(rowsOf(input), { ties, robust: true })).toEqual({ notEstimable: "SEPARATION" });
});

test("aml gives the published .91553258", () => {
  const { input } = readFixture<{ cases: { name: string; input: Patients }[] }>("logrank").cases.find(
    ({ name }) => name === "aml",
  )!;
  const fit = estimable(
    coxOfGroups(["Maintained", "Nonmaintained"].map((group) => groupTally(input, group))),
  );
  expect(fit.coefficients[0]?.coefficient).toBeCloseTo(0.91553258, 8);
});

interface Weighted {
  name: string;
  input: Patients & { weight: number[] };
  cox: { coef: number; naiveSe: number; robustSe: number; p: number };
}
const weighted = readFixture<{ cases: Weighted[] }>("weighted_km").cases;

test.each(weighted)("$name: the weighted ratio and its robust error equal R", ({ input, cox: expected }) => {
  const { group, ...rest } = input;
  const ours = estimable(cox(rowsOf({ ...rest, x: { group: group.map(Number) } })));
  expect(ours.robust).toBe(true);
  expect(ours.likelihoodRatio).toBeNull();
  const coefficient = ours.coefficients[0];
  expectEqualToR(coefficient?.coefficient, expected.coef, "coefficient", ITERATED);
  expectEqualToR(coefficient?.modelStandardError, expected.naiveSe, "standard error of the model", ITERATED);
  expectEqualToR(coefficient?.standardError, expected.robustSe, "robust standard error", ITERATED);
  expectEqualToR(coefficient?.p, expected.p, "p", ITERATED);
});

describe("no estimate", () => {
  const had: TimeTally = [{ time: 5, events: 3, censored: 2 }];
  const later: TimeTally = [{ time: 9, events: 2, censored: 1 }];
  const lost: TimeTally = [{ time: 3, events: 0, censored: 4 }];
  test.each<[string, TimeTally[], string]>([
    ["of nobody", [[], []], "NO_PATIENTS"],
    ["without events", [lost, lost], "NO_EVENTS"],
    ["against nobody", [had, []], "NO_VARIANCE"],
    ["against those who left before the first event", [had, lost], "NO_VARIANCE"],
    ["where all events of one group come before those of the other", [had, later], "SEPARATION"],
  ])("%s", (_, groups, reason) => {
    expect(coxOfGroups(groups)).toEqual({ notEstimable: reason });
  });

  test("for a group of nobody among others, which stay as they are without it", () => {
    const both = [had, [...had, ...later]];
    const two = estimable(coxOfGroups(both));
    const three = estimable(coxOfGroups([...both, []]));
    expect(three.coefficients[0]).toEqual(two.coefficients[0]);
    expect(three.coefficients[1]).toMatchObject({ coefficient: null, hazardRatio: null, p: null });
    expect(three.wald).toEqual(two.wald);
  });
});

test("bad input is refused with place and rule, not the value", () => {
  const row = { time: 1, events: 1, censored: 0, covariates: [1] };
  expect(() => cox([row, { ...row, covariates: [1, 2] }])).toThrow("row 1: must have as many covariates");
  expect(() => cox([{ ...row, covariates: [NaN] }])).toThrow("row 0: covariates must be finite");
  expect(() => cox([row, { ...row, weight: 0 }])).toThrow("row 1: weight must be a finite number above 0");
  expect(() => cox([row, { ...row, cluster: 3 }])).toThrow("row 1: cluster must stand on every row");
  expect(() => cox([{ ...row, events: -1 }])).toThrow("row 0: events must be a whole number");
  expect(() => coxOfGroups([[row]])).toThrow("two or more groups");
});
