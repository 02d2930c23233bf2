// What holds of every logistic regression, whatever the tally.

import fc from "fast-check";
import { cholesky, invertCholesky, solveCholesky } from "../../server/src/statistics/cholesky";
import type { CovariateTally } from "../../server/src/statistics/covariateTally";
import { type LogisticFit, logisticRegression } from "../../server/src/statistics/logisticRegression";
import { expectNear, SEEDED } from "./fixture";

const count = fc.integer({ min: 1, max: 40 });
const row = fc.record({
  covariates: fc
    .tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: -3, max: 6 }))
    .map(([a, b]) => [a, b]),
  successes: count,
  failures: count,
});
// Every pattern has both outcomes, so nothing separates; both covariates vary, so nothing is aliased.
const tallies: fc.Arbitrary<CovariateTally> = fc
  .array(row, { minLength: 3, maxLength: 25 })
  .map((rows) => [
    ...rows,
    { covariates: [0, 0], successes: 3, failures: 2 },
    { covariates: [1, 0], successes: 2, failures: 5 },
    { covariates: [0, 4], successes: 4, failures: 4 },
  ]);

function fitOf(tally: CovariateTally): LogisticFit {
  const fit = logisticRegression(tally);
  if ("notEstimable" in fit) throw new Error(fit.notEstimable);
  return fit;
}

const estimates = (fit: LogisticFit): number[] => fit.coefficients.map((one) => one.estimate ?? NaN);
const errors = (fit: LogisticFit): number[] => fit.coefficients.map((one) => one.standardError ?? NaN);

function expectAllNear(actual: readonly number[], expected: readonly number[], scale = 1): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => expectNear(value, expected[index] ?? NaN, scale));
}

test("the fit expects as many events as there were, over all and for every covariate", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const { fitted } = fitOf(tally);
      for (const column of [0, 1, 2]) {
        const of = (covariates: readonly number[]): number => [1, ...covariates][column] ?? NaN;
        const seen = tally.reduce((sum, one) => sum + of(one.covariates) * one.successes, 0);
        const expected = tally.reduce(
          (sum, one, index) =>
            sum + of(one.covariates) * (one.successes + one.failures) * (fitted[index] ?? NaN),
          0,
        );
        // The deviance rests within 1e-8; the score within the square root of that times the information.
        expect(Math.abs(seen - expected)).toBeLessThan(1e-4 * (1 + Math.abs(seen)));
      }
    }),
    SEEDED,
  );
});

test("how the patients are tallied does not matter", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const apart = tally.flatMap((one) => [
        { ...one, failures: 0 },
        { ...one, successes: 0 },
        { covariates: one.covariates, successes: 0, failures: 0 },
      ]);
      const [here, there] = [fitOf(tally), fitOf(apart.reverse())];
      expectAllNear(estimates(there), estimates(here));
      expectAllNear(errors(there), errors(here));
      expectNear(there.deviance, here.deviance);
      expect(there.iterations).toBe(here.iterations);
    }),
    SEEDED,
  );
});

test("having the event and not having it mirror each other", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const here = fitOf(tally);
      const there = fitOf(tally.map((one) => ({ ...one, successes: one.failures, failures: one.successes })));
      expectAllNear(
        estimates(there),
        estimates(here).map((value) => -value),
      );
      expectAllNear(errors(there), errors(here));
      expectAllNear(
        there.fitted,
        here.fitted.map((value) => 1 - value),
      );
    }),
    SEEDED,
  );
});

test("a covariate may be moved and stretched; its coefficient shrinks, the fit stays", () => {
  const moves = fc.record({
    shift: fc.integer({ min: -1000, max: 1000 }),
    scale: fc.constantFrom(0.01, 3, 365),
  });
  fc.assert(
    fc.property(tallies, moves, (tally, { shift, scale }) => {
      const here = fitOf(tally);
      const moved = tally.map((one) => ({
        ...one,
        covariates: [one.covariates[0] ?? NaN, (one.covariates[1] ?? NaN) * scale + shift],
      }));
      const there = fitOf(moved);
      expectNear((there.coefficients[2]?.estimate ?? NaN) * scale, here.coefficients[2]?.estimate ?? NaN);
      expectNear(
        (there.coefficients[2]?.standardError ?? NaN) * scale,
        here.coefficients[2]?.standardError ?? NaN,
      );
      expectAllNear(there.fitted, here.fitted);
    }),
    SEEDED,
  );
});

test("m times the patients give the same coefficients with errors sqrt(m) times smaller", () => {
  fc.assert(
    fc.property(tallies, fc.constantFrom(0.25, 2, 100), (tally, m) => {
      const often = tally.map((one) => ({
        ...one,
        successes: one.successes * m,
        failures: one.failures * m,
      }));
      // The start is the same, and so is every step; only where the deviance rests may differ by one.
      const [here, there] = [fitOf(tally), fitOf(often)];
      estimates(there).forEach((value, term) =>
        expect(Math.abs(value - (estimates(here)[term] ?? NaN))).toBeLessThan(1e-6),
      );
      errors(there).forEach((value, term) =>
        expect(Math.abs((value * Math.sqrt(m)) / (errors(here)[term] ?? NaN) - 1)).toBeLessThan(1e-3),
      );
    }),
    SEEDED,
  );
});

test("one covariate of two categories: the log odds ratio with Woolf's error", () => {
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const fit = fitOf([
        { covariates: [1], successes: a, failures: b },
        { covariates: [0], successes: c, failures: d },
      ]);
      const woolf = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
      expect(Math.abs((fit.coefficients[1]?.estimate ?? NaN) - Math.log((a * d) / (b * c)))).toBeLessThan(
        1e-6,
      );
      // As in R, the error is that of the point from which the last step was taken.
      expect(Math.abs((fit.coefficients[1]?.standardError ?? NaN) / woolf - 1)).toBeLessThan(1e-3);
    }),
    SEEDED,
  );
});

test("a covariate that follows from the others is left without an estimate, and changes nothing", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const more = tally.map((one) => {
        const [a = NaN, b = NaN] = one.covariates;
        return { ...one, covariates: [a, b, 7, 2 * a - 3 * b + 1] };
      });
      const [here, there] = [fitOf(tally), fitOf(more)];
      expect(there.coefficients.slice(3)).toEqual(
        Array(2).fill({ estimate: null, standardError: null, z: null, p: null }),
      );
      expect(there.covariance[4]).toEqual([null, null, null, null, null]);
      expectAllNear(estimates(there).slice(0, 3), estimates(here));
      expectAllNear(errors(there).slice(0, 3), errors(here));
      expectNear(there.aic, here.aic);
    }),
    SEEDED,
  );
});

test("a pattern without its event, set apart by a covariate of its own, is separation", () => {
  fc.assert(
    fc.property(tallies, count, fc.boolean(), (tally, many, events) => {
      const apart = tally.map((one) => ({ ...one, covariates: [...one.covariates, 0] }));
      const own = { covariates: [0, 1, 1], successes: events ? many : 0, failures: events ? 0 : many };
      expect(logisticRegression([...apart, own])).toEqual({ notEstimable: "SEPARATION" });
    }),
    SEEDED,
  );
});

test("a factor times its transpose is the matrix, and the inverse undoes it", () => {
  const entry = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 16, maxLength: 16 }),
      fc.array(entry, { minLength: 4, maxLength: 4 }),
      (values, right) => {
        // M M' + 1 on the diagonal has no eigenvalue under 1.
        const cell = (i: number, j: number): number => values[4 * i + j] ?? NaN;
        const matrix = Float64Array.from({ length: 16 }, (_, index) => {
          const [i, j] = [Math.floor(index / 4), index % 4];
          return [0, 1, 2, 3].reduce((sum, k) => sum + cell(i, k) * cell(j, k), i === j ? 1 : 0);
        });
        const factorized = cholesky(matrix, 4);
        const solution = solveCholesky(factorized, Float64Array.from(right));
        const inverse = invertCholesky(factorized);
        for (let i = 0; i < 4; i++) {
          const product = (of: (k: number) => number): number =>
            [0, 1, 2, 3].reduce((sum, k) => sum + (matrix[4 * i + k] ?? NaN) * of(k), 0);
          expectNear(
            product((k) => solution[k] ?? NaN),
            right[i] ?? NaN,
            10,
          );
          for (let j = 0; j < 4; j++)
            expectNear(
              product((k) => inverse[4 * k + j] ?? NaN),
              i === j ? 1 : 0,
              10,
            );
        }
      },
    ),
    SEEDED,
  );
});
