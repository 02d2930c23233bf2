// What holds of every proportional hazards fit, whatever the tally.

import fc from "fast-check";
import { cox, coxOfGroups } from "../../server/src/statistics/cox";
import { logRank } from "../../server/src/statistics/logRank";
import type { CovariateTimeCount } from "../../server/src/statistics/riskSets";
import type { TimeTally } from "../../server/src/statistics/timeTally";
import { expectNear, SEEDED } from "./fixture";

const count = fc.integer({ min: 0, max: 6 });
const outcome = fc.record({ time: fc.integer({ min: 0, max: 30 }), events: count, censored: count });
const tally: fc.Arbitrary<TimeTally> = fc.array(outcome, { minLength: 1, maxLength: 8 });
const ties = fc.constantFrom("efron" as const, "breslow" as const);
const rows: fc.Arbitrary<CovariateTimeCount[]> = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 30 }),
    events: count,
    censored: count,
    covariates: fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 18, max: 80 })),
    stratum: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 4, maxLength: 25 },
);

function expectSame(here: ReturnType<typeof cox>, there: ReturnType<typeof cox>, sign = 1): void {
  if ("notEstimable" in here || "notEstimable" in there) return expect(there).toEqual(here);
  here.coefficients.forEach((one, at) => {
    const other = there.coefficients[at];
    if (one.coefficient === null) return expect(other?.coefficient).toBeNull();
    expectNear((other?.coefficient ?? NaN) * sign, one.coefficient);
    expectNear(other?.standardError ?? NaN, one.standardError ?? NaN);
  });
}

test("swapping two groups turns the coefficient round", () => {
  fc.assert(
    fc.property(tally, tally, ties, (one, other, shared) => {
      const here = coxOfGroups([one, other], { ties: shared });
      expectSame(here, coxOfGroups([other, one], { ties: shared }), -1);
    }),
    SEEDED,
  );
});

test("there is no ratio exactly where one group has all the events that could tell", () => {
  fc.assert(
    fc.property(tally, tally, ties, (one, other, shared) => {
      const atRisk = (rows: TimeTally, time: number): number =>
        rows.reduce((sum, row) => sum + (row.time >= time ? row.events + row.censored : 0), 0);
      const events = (rows: TimeTally, time: number): number =>
        rows.reduce((sum, row) => sum + (row.time === time ? row.events : 0), 0);
      const times = [...new Set([...one, ...other].map((row) => row.time))];
      const telling = times.filter((time) => atRisk(one, time) > 0 && atRisk(other, time) > 0);
      const inOne = telling.some((time) => events(one, time) > 0);
      const inOther = telling.some((time) => events(other, time) > 0);
      const fit = coxOfGroups([one, other], { ties: shared });
      if (inOne && inOther) return expect(fit).toHaveProperty("coefficients");
      if (inOne || inOther) return expect(fit).toEqual({ notEstimable: "SEPARATION" });
      expect(fit).toHaveProperty("notEstimable");
    }),
    { ...SEEDED, numRuns: 2000 },
  );
});

test("weights of 1 give the unweighted; twice the weight is twice the patients, with Breslow's ties", () => {
  fc.assert(
    fc.property(rows, ties, (drawn, shared) => {
      const unit = drawn.map((row) => ({ ...row, weight: 1 }));
      expect(cox(unit, { ties: shared })).toEqual(cox(drawn, { ties: shared }));
      const heavy = drawn.map((row) => ({ ...row, weight: 2 }));
      const many = drawn.map((row) => ({ ...row, events: row.events * 2, censored: row.censored * 2 }));
      expectSame(cox(heavy, { ties: "breslow", robust: false }), cox(many, { ties: "breslow" }));
    }),
    SEEDED,
  );
});

test("how patients are split into rows does not matter, nor does robust by patient", () => {
  fc.assert(
    fc.property(rows, ties, fc.boolean(), (drawn, shared, robust) => {
      const patients = drawn.flatMap((row) => [
        ...Array.from({ length: row.events }, () => ({ ...row, events: 1, censored: 0 })),
        ...Array.from({ length: row.censored }, () => ({ ...row, events: 0, censored: 1 })),
      ]);
      const each = patients.map((row, cluster) => ({ ...row, cluster }));
      const here = cox(drawn, { ties: shared, robust });
      expectSame(here, cox(patients.reverse(), { ties: shared, robust }));
      if (robust) expectSame(here, cox(each, { ties: shared }));
    }),
    SEEDED,
  );
});

test("covariates may be moved and stretched, and time too", () => {
  fc.assert(
    fc.property(rows, ties, fc.constantFrom(0.25, 3), (drawn, shared, scale) => {
      const here = cox(drawn, { ties: shared });
      const there = cox(
        drawn.map((row) => ({
          ...row,
          time: row.time * 7,
          covariates: row.covariates.map((value) => 1000 + value / scale),
        })),
        { ties: shared },
      );
      if ("notEstimable" in here || "notEstimable" in there) return expect(there).toEqual(here);
      here.coefficients.forEach(({ coefficient, z }, at) => {
        if (coefficient === null) return expect(there.coefficients[at]?.coefficient).toBeNull();
        expect((there.coefficients[at]?.coefficient ?? NaN) - coefficient * scale).toBeCloseTo(0, 6);
        expect((there.coefficients[at]?.z ?? NaN) - (z ?? NaN)).toBeCloseTo(0, 6);
      });
    }),
    SEEDED,
  );
});

test("without ties, likelihood ratio and log-rank come together as the coefficient nears 0", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 20, maxLength: 40 }), (inOne) => {
      const groups = [true, false].map((mine) =>
        inOne.flatMap((is, time) => (is === mine ? { time, events: 1, censored: 0 } : [])),
      );
      const test = logRank(groups);
      const fit = coxOfGroups(groups);
      if ("notEstimable" in test || "notEstimable" in fit) return;
      // Likelihood ratio and log-rank agree to second order in the coefficient.
      const size = Math.abs(fit.coefficients[0]?.coefficient ?? NaN);
      const gap = Math.abs((fit.likelihoodRatio?.statistic ?? NaN) - test.statistic);
      expect(gap).toBeLessThanOrEqual((1 + test.statistic) * size);
    }),
    SEEDED,
  );
});
