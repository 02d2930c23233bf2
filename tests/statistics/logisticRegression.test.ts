// Logistic regression from counts against glm of R on single patients.

import type { CovariateTally } from "../../server/src/statistics/covariateTally";
import { type LogisticFit, logisticRegression } from "../../server/src/statistics/logisticRegression";
import { type Expected, expectEqualToR, readFixture } from "./fixture";

interface Case {
  name: string;
  formula: string;
  input: Record<string, number[]>;
  iter: number;
  coefs: { term: string; coef: number; se: number; z: number; p: number }[];
  deviance: number;
  nullDeviance: number;
  aic: number;
  fitted: number[];
}
const { cases } = readFixture<{ cases: Case[] }>("logistic");
const [separated, estimable] = [true, false].map((wanted) =>
  cases.filter((one) => one.name.includes("separation") === wanted),
);

/** One row a patient, in R's order. */
function patients({ formula, input }: Case): CovariateTally {
  const [outcome = "", terms = ""] = formula.split(" ~ ");
  const names = terms.split(" + ").filter((name) => name !== "1");
  return (input[outcome] ?? []).map((event, row) => ({
    covariates: names.map((name) => input[name]?.[row] ?? NaN),
    successes: event,
    failures: 1 - event,
  }));
}

/** The same patients, one row a pattern. */
function tallied(rows: CovariateTally): CovariateTally {
  const patterns = new Map<string, { covariates: readonly number[]; successes: number; failures: number }>();
  for (const { covariates, successes, failures } of rows) {
    const key = covariates.join();
    const pattern = patterns.get(key) ?? { covariates, successes: 0, failures: 0 };
    patterns.set(key, pattern);
    pattern.successes += successes;
    pattern.failures += failures;
  }
  return [...patterns.values()];
}

function fitOf(tally: CovariateTally): LogisticFit {
  const fit = logisticRegression(tally);
  if ("notEstimable" in fit) throw new Error(fit.notEstimable);
  return fit;
}

function expectTermsEqualToR(fit: LogisticFit, expected: Case): void {
  expect(fit.coefficients).toHaveLength(expected.coefs.length);
  expected.coefs.forEach(({ term, coef, se, z, p }, index) => {
    const ours = fit.coefficients[index];
    const compare = (actual: Expected, value: Expected, what: string): void =>
      expectEqualToR(actual, value, `${term}, ${what}`, 1e-6);
    compare(ours?.estimate, coef, "coefficient");
    compare(ours?.standardError, se, "standard error");
    compare(ours?.z, z, "z");
    compare(ours?.p, p, "P");
    compare(fit.covariance[index]?.[index], se ** 2, "variance");
  });
  expectEqualToR(fit.deviance, expected.deviance, "deviance");
  expectEqualToR(fit.nullDeviance, expected.nullDeviance, "null deviance");
  expectEqualToR(fit.aic, expected.aic, "aic");
}

test("all 4 cases of R are here", () => {
  expect([estimable?.length, separated?.length]).toEqual([3, 1]);
});

test.each(estimable ?? [])("$name equals R, patient by patient", (expected) => {
  const fit = fitOf(patients(expected));
  expectTermsEqualToR(fit, expected);
  expect(fit.iterations).toBe(expected.iter);
  expected.fitted.forEach((value, row) => expectEqualToR(fit.fitted[row], value, `fitted ${row}`, 1e-6));
});

test.each(estimable ?? [])("$name equals R from its tally, in as many steps", (expected) => {
  const tally = tallied(patients(expected));
  const fit = fitOf(tally);
  expectTermsEqualToR(fit, expected);
  expect(fit.iterations).toBe(expected.iter);
});

test.each(separated ?? [])(
  "$name is said, where R gives a coefficient of 47 and an error of 115,264",
  (one) => {
    expect(logisticRegression(patients(one))).toEqual({ notEstimable: "SEPARATION" });
  },
);

test("a category in which nobody has the event separates in part, however many patients there are", () => {
  // R converges here too, with a warning at most: the deviance rests while the coefficient runs off.
  for (const many of [1, 100, 100_000]) {
    const tally = [
      { covariates: [0, 0], successes: 40 * many, failures: 60 * many },
      { covariates: [1, 0], successes: 55 * many, failures: 45 * many },
      { covariates: [0, 1], successes: 0, failures: 12 },
    ];
    expect(logisticRegression(tally)).toEqual({ notEstimable: "SEPARATION" });
  }
});

test("a rare category with few events is estimated, not taken for separation", () => {
  const tally = [
    { covariates: [0], successes: 400_000, failures: 600_000 },
    { covariates: [1], successes: 1, failures: 2_000 },
  ];
  const [, rare] = fitOf(tally).coefficients;
  // The deviance of a million rests, as in R, before the last digits of three patients in it are found.
  expectEqualToR(rare?.estimate, Math.log((1 * 600_000) / (2_000 * 400_000)), "rare", 1e-4);
});

test("nobody, nobody with the event, and everybody with it", () => {
  const none = { covariates: [1], successes: 0, failures: 0 };
  expect(logisticRegression([])).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(logisticRegression([none])).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(logisticRegression([none, { covariates: [2], successes: 0, failures: 9 }])).toEqual({
    notEstimable: "NO_EVENTS",
  });
  expect(logisticRegression([none, { covariates: [2], successes: 9, failures: 0 }])).toEqual({
    notEstimable: "NO_VARIANCE",
  });
});

test("bad input is refused with the rule, not the value", () => {
  const row = { covariates: [1], successes: 1, failures: 1 };
  expect(() => logisticRegression([row, { ...row, covariates: [1, 2] }])).toThrow(
    "row 1: must have as many covariates as the first row",
  );
  expect(() => logisticRegression([{ ...row, covariates: [NaN] }])).toThrow(
    "covariates must be finite numbers",
  );
  expect(() => logisticRegression([{ ...row, failures: -0.5 }])).toThrow(
    "failures must be a number of 0 or more",
  );
  expect(() => logisticRegression([{ ...row, successes: Infinity }])).toThrow("successes must be a number");
});
