// Inverse-probability weights and the balance they leave, against R on single patients.

import fc from "fast-check";
import { logisticRegression } from "../../server/src/statistics/logisticRegression";
import {
  effectiveNumber,
  propensityWeights,
  type PropensityPattern,
  type WeightScheme,
} from "../../server/src/statistics/propensityWeights";
import { standardizedMeanDifference } from "../../server/src/statistics/standardizedDifference";
import { expectEqualToR, expectNear, SEEDED } from "./fixture";
import { momentsOf } from "./meansFixture";
import { cases, fitPatients } from "./propensityFixture";

const SCHEMES = { ATE: "EVERYONE", ATE_stabilized: "EVERYONE", ATT: "OTHER", overlap: "OVERLAP" } as const;

/** What each patient counts, in the order of the rows. */
function weigh(rows: readonly PropensityPattern[], scheme: WeightScheme, stabilized = true): number[] {
  return propensityWeights(rows, scheme, { stabilized }).map((weight, row) =>
    rows[row]?.inOther === 1 ? weight.other : weight.reference,
  );
}

test("the case of R is here, with its four schemes", () => {
  expect(cases.map((one) => one.schemes.length)).toEqual([4]);
});

describe.each(cases)("$name", (expected) => {
  const { fit, rows } = fitPatients(expected);
  const { trt } = expected.input;
  const of = (arm: number, values: readonly number[]): number[] =>
    values.filter((_, row) => trt[row] === arm);

  test("the probabilities equal R", () => {
    expected.ps.forEach((p, row) => expectEqualToR(fit.fitted[row], p, `patient ${row}`, 1e-6));
  });

  test.each([
    ["ATE", "EVERYONE", false],
    ["ATE_stabilized", "EVERYONE", true],
    ["ATT", "OTHER", true],
    ["overlap", "OVERLAP", true],
  ] as const)("%s weights equal R from R's own probabilities, and from ours", (name, scheme, stabilized) => {
    const given = rows.map((row, index) => ({ ...row, probability: expected.ps[index] ?? NaN }));
    const [fromR, fromOurs] = [weigh(given, scheme, stabilized), weigh(rows, scheme, stabilized)];
    expected.weights[name].forEach((weight, row) => {
      expectEqualToR(fromR[row], weight, `patient ${row}`);
      expectEqualToR(fromOurs[row], weight, `patient ${row}`, 1e-6);
    });
  });

  test.each(expected.schemes)(
    "effective numbers and balance under $scheme equal R",
    ({ scheme, ess, smdAfter }) => {
      const weights = weigh(rows, SCHEMES[scheme], scheme !== "ATE");
      const means = (name: string, arm: number): number => {
        const values = of(arm, expected.input[name] ?? []);
        const own = of(arm, weights);
        const total = own.reduce((sum, weight) => sum + weight, 0);
        return values.reduce((sum, value, row) => sum + value * (own[row] ?? NaN), 0) / total;
      };
      [0, 1].forEach((arm) =>
        expectEqualToR(
          effectiveNumber(of(arm, weights).map((weight) => ({ count: 1, weight }))),
          ess[arm],
          `effective number of ${arm}`,
          1e-6,
        ),
      );
      for (const { v, smd } of smdAfter) {
        const values = expected.input[v] ?? [];
        const ours = standardizedMeanDifference(
          { moments: momentsOf(of(0, values)), weightedMean: means(v, 0) },
          { moments: momentsOf(of(1, values)), weightedMean: means(v, 1) },
        );
        // Overlap weights leave nothing but noise, in R's fit and in ours.
        if (Math.abs(smd) < 1e-6) expect(Math.abs(ours ?? NaN)).toBeLessThan(1e-6);
        else expectEqualToR(ours, smd, v, 1e-6);
      }
    },
  );

  test.each(expected.smdBefore)("$v differs before weighting as in R", ({ v, smd }) => {
    const values = expected.input[v] ?? [];
    const ours = standardizedMeanDifference(
      { moments: momentsOf(of(0, values)) },
      { moments: momentsOf(of(1, values)) },
    );
    expectEqualToR(ours, smd, v);
  });
});

const count = fc.integer({ min: 0, max: 60 });
const arms = fc.record({ inReference: count, inOther: count });
const model = fc.record({
  rows: fc.array(fc.record({ arms, x: fc.constantFrom(0, 1), y: fc.integer({ min: -4, max: 4 }) }), {
    minLength: 6,
    maxLength: 20,
  }),
});

test("overlap weights balance every covariate of the model exactly", () => {
  fc.assert(
    fc.property(model, ({ rows }) => {
      // One of each cohort in every pattern keeps the model from separating.
      const patterns = rows.map((row) => ({
        covariates: [row.x, row.y],
        inReference: row.arms.inReference + 1,
        inOther: row.arms.inOther + 1,
      }));
      const fit = logisticRegression(
        patterns.map((row) => ({
          covariates: row.covariates,
          successes: row.inOther,
          failures: row.inReference,
        })),
      );
      if ("notEstimable" in fit) throw new Error(fit.notEstimable);
      const tally = patterns.map((row, index) => ({ ...row, probability: fit.fitted[index] ?? NaN }));
      const weights = propensityWeights(tally, "OVERLAP");
      const mean = (arm: "reference" | "other", covariate: number): number => {
        const counted = tally.map(
          (row, index) => (arm === "other" ? row.inOther : row.inReference) * (weights[index]?.[arm] ?? NaN),
        );
        const total = counted.reduce((sum, one) => sum + one, 0);
        return (
          tally.reduce(
            (sum, row, index) => sum + (counted[index] ?? NaN) * (row.covariates[covariate] ?? NaN),
            0,
          ) / total
        );
      };
      // As near as the fit's score is to 0, where its deviance rests.
      for (const covariate of [0, 1]) {
        expect(Math.abs(mean("other", covariate) - mean("reference", covariate))).toBeLessThan(1e-5);
      }
    }),
    SEEDED,
  );
});

const patterns = fc.array(
  fc.record({
    inReference: count,
    inOther: count,
    probability: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
  }),
  { minLength: 1, maxLength: 20 },
);

test("the schemes are one another up to a factor that the pattern alone sets", () => {
  const target = { EVERYONE: () => 1, REFERENCE: (p: number) => 1 - p, OTHER: (p: number) => p } as const;
  fc.assert(
    fc.property(patterns, fc.constantFrom("EVERYONE", "REFERENCE", "OTHER"), (tally, scheme) => {
      // What a pattern counts for in the weighted cohorts is its share of the target population, in both alike.
      propensityWeights(tally, scheme, { stabilized: false }).forEach(({ reference, other }, index) => {
        const p = tally[index]?.probability ?? NaN;
        expectNear(reference * (1 - p), target[scheme](p));
        expectNear(other * p, target[scheme](p));
      });
    }),
    SEEDED,
  );
});

test("seen from the other side, reference and other change places", () => {
  fc.assert(
    fc.property(patterns, (tally) => {
      const turned = tally.map((row) => ({
        inReference: row.inOther,
        inOther: row.inReference,
        probability: 1 - row.probability,
      }));
      for (const [scheme, mirrored] of [
        ["EVERYONE", "EVERYONE"],
        ["REFERENCE", "OTHER"],
        ["OVERLAP", "OVERLAP"],
      ] as const) {
        const [here, there] = [propensityWeights(tally, scheme), propensityWeights(turned, mirrored)];
        here.forEach((weight, index) => {
          if (tally.every((row) => row.inReference + row.inOther === 0)) return;
          expectNear(there[index]?.other ?? NaN, weight.reference);
          expectNear(there[index]?.reference ?? NaN, weight.other);
        });
      }
    }),
    SEEDED,
  );
});

test("weights of 1 give n; no weights raise it; a factor changes nothing", () => {
  const rows = fc.array(fc.record({ count, weight: fc.double({ min: 0.01, max: 50, noNaN: true }) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(rows, fc.constantFrom(0.2, 3, 1000), (given, factor) => {
      const n = given.reduce((sum, row) => sum + row.count, 0);
      const effective = effectiveNumber(given);
      if (n === 0) {
        expect(effective).toBeNull();
        return;
      }
      expect(effectiveNumber(given.map((row) => ({ ...row, weight: 1 })))).toBe(n);
      expect(effective ?? NaN).toBeLessThanOrEqual(n * (1 + 1e-12));
      expectNear(
        effectiveNumber(given.map((row) => ({ ...row, weight: row.weight * factor }))) ?? NaN,
        effective ?? NaN,
      );
    }),
    SEEDED,
  );
});

test("bad input is refused with the rule, not the value", () => {
  const row = { inReference: 1, inOther: 1, probability: 0.5 };
  expect(() => propensityWeights([row, { ...row, probability: 1 }], "EVERYONE")).toThrow(
    "pattern 1: probability must be between 0 and 1",
  );
  expect(() => propensityWeights([{ ...row, probability: NaN }], "OVERLAP")).toThrow("probability must be");
  expect(() => propensityWeights([{ ...row, inOther: -1 }], "OTHER")).toThrow(
    "inOther must be a number of 0 or more",
  );
});
