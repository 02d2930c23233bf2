// Cochran's Q: the published example, and what holds on paper for any estimates. R's metafor is not at hand here.
import * as fc from "fast-check";
import { heterogeneity, type SubgroupEstimate } from "../../server/src/statistics/heterogeneity";
import { normalUpperTail } from "../../server/src/statistics/distributions";
import { expectNear, SEEDED } from "./fixture";

function estimated(estimates: readonly SubgroupEstimate[]) {
  const result = heterogeneity(estimates);
  if ("notEstimable" in result) throw new Error(result.notEstimable);
  return result;
}

/**
 * Altman, Bland, BMJ 2003;326:219: relative risks .67 (.46 to .98) and .88 (.71 to 1.08); on the log scale the
 * difference is -.2726 with a standard error of .2206, z = -1.24, P = .2.
 */
test("the published test of interaction", () => {
  const logged = (risk: number, lower: number, upper: number): SubgroupEstimate => ({
    estimate: Math.log(risk),
    standardError: (Math.log(upper) - Math.log(lower)) / (2 * 1.96),
  });
  const { statistic, df, p } = estimated([logged(0.67, 0.46, 0.98), logged(0.88, 0.71, 1.08)]);
  expect(df).toBe(1);
  expect(Math.sqrt(statistic)).toBeCloseTo(1.24, 2);
  expect(p).toBeCloseTo(0.2, 1);
});

const estimate = fc.record({
  estimate: fc.double({ min: -5, max: 5, noNaN: true }),
  standardError: fc.double({ min: 0.05, max: 3, noNaN: true }),
});

test("of two it is the square of their z", () => {
  fc.assert(
    fc.property(estimate, estimate, (one, other) => {
      const z = (one.estimate - other.estimate) / Math.hypot(one.standardError, other.standardError);
      const { statistic, p } = estimated([one, other]);
      expectNear(statistic, z ** 2);
      expectNear(p, 2 * normalUpperTail(Math.abs(z)));
    }),
    SEEDED,
  );
});

test("moving all estimates changes nothing, scaling them and their errors neither", () => {
  fc.assert(
    fc.property(fc.array(estimate, { minLength: 2, maxLength: 8 }), (all) => {
      const { statistic } = estimated(all);
      const moved = all.map((each) => ({ ...each, estimate: each.estimate + 3 }));
      const scaled = all.map((each) => ({
        estimate: 2 * each.estimate,
        standardError: 2 * each.standardError,
      }));
      expectNear(estimated(moved).statistic, statistic, 1 + statistic);
      expectNear(estimated(scaled).statistic, statistic, 1 + statistic);
    }),
    SEEDED,
  );
});

test("one estimate, or one without variance, is no test", () => {
  expect(heterogeneity([{ estimate: 1, standardError: 1 }])).toEqual({ notEstimable: "NO_PATIENTS" });
  const flat = { estimate: 1, standardError: 0 };
  expect(heterogeneity([flat, { estimate: 2, standardError: 1 }])).toEqual({ notEstimable: "NO_VARIANCE" });
});
