// Logistic regression by maximum likelihood, from counts per pattern of covariates. Not penalised, and not what is
// made of its fitted probabilities: weights are in propensityWeights.

import { type Cholesky, invertCholesky } from "./cholesky";
import { checkCovariates, type CovariateTally } from "./covariateTally";
import { normalUpperTail } from "./distributions";
import {
  devianceOf,
  type LogisticDesign,
  logisticDesign,
  type LogisticStep,
  logisticStep,
  predictorOf,
  probabilityAt,
} from "./logisticStep";
import type { NotEstimable } from "./notEstimable";

/** One term of the linear predictor; all null where earlier terms already say what it says. */
export interface LogisticCoefficient {
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly z: number | null;
  readonly p: number | null;
}

export interface LogisticFit {
  /** The intercept, then the covariates in their order. */
  readonly coefficients: readonly LogisticCoefficient[];
  /** In the same order; null in the rows and columns of terms without an estimate. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** The probability of the event for each row of the tally, also where nobody is. */
  readonly fitted: readonly number[];
  /** Each patient an observation: the same however they are tallied. */
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly aic: number;
  readonly iterations: number;
}

/** R's glm.control: at rest when the deviance moves by less than this share, given up after so many steps. */
const AT_REST = 1e-8;
const MOST_STEPS = 25;
/** R warns "fitted probabilities numerically 0 or 1 occurred" from here. */
const NUMERICALLY_NONE = 10 * Number.EPSILON;
/** Where a fit that is not at rest is on its way to 0 or 1, and not merely wandering. */
const NEARLY_NONE = 1e-6;
/**
 * On the logit scale. The steps towards a maximum shrink quadratically, so once the deviance rests the next is near
 * 0; a maximum at infinity is approached by steps of 1 for ever.
 */
const STILL_MOVING = 0.1;

interface Iterated extends LogisticStep {
  /** The information of the first step, in which nothing has run off yet. */
  readonly start: Cholesky;
  readonly predictor: Float64Array;
  readonly deviance: number;
  readonly iterations: number;
  readonly atRest: boolean;
}

function iterate(design: LogisticDesign): Iterated {
  let taken = logisticStep(design, null);
  const start = taken.information;
  let before = Infinity;
  for (let iterations = 1; ; iterations++) {
    const predictor = predictorOf(design, taken.coefficients);
    const deviance = devianceOf(design, predictor);
    const atRest = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < AT_REST;
    if (atRest || iterations === MOST_STEPS)
      return { ...taken, start, predictor, deviance, iterations, atRest };
    before = deviance;
    taken = logisticStep(design, predictor);
  }
}

/** The maximum is at infinity: a probability of 0 or 1, a term whose information is gone, or a step that never ends. */
function isSeparated(design: LogisticDesign, last: Iterated): boolean {
  const { start, predictor, information, atRest } = last;
  const next = logisticStep(design, predictor);
  const moved = predictorOf(design, next.coefficients);
  const lost = start.kept.some(
    (kept, term) => kept && !(information.kept[term] && next.information.kept[term]),
  );
  return (
    lost ||
    predictor.some((value, row) => {
      if (design.counts[row] === 0) return false;
      const fitted = probabilityAt(value);
      const distance = Math.min(fitted, 1 - fitted);
      const moving = Math.abs((moved[row] ?? NaN) - value) > STILL_MOVING;
      return distance < NUMERICALLY_NONE || (moving && (atRest || distance < NEARLY_NONE));
    })
  );
}

/** Coefficients and covariance as functions of the covariates as they were given, not standardised. */
function unstandardize({ means, deviations }: LogisticDesign, { coefficients, information }: Iterated) {
  const width = means.length;
  const inverse = invertCholesky(information);
  const terms = Array.from({ length: width }, (_, term) => term);
  // Row `term` of the matrix that turns standardised coefficients back.
  const back = terms.map((term) =>
    terms.map((column) => {
      const scale = 1 / (deviations[column] ?? NaN);
      if (!information.kept[column]) return 0;
      if (term === column) return scale;
      return term === 0 ? -(means[column] ?? NaN) * scale : 0;
    }),
  );
  const combine = (weights: readonly number[] | undefined, of: (column: number) => number): number =>
    terms.reduce((sum, column) => sum + (weights?.[column] ?? NaN) * of(column), 0);
  const covariance = terms.map((one) =>
    terms.map((other) => {
      if (!information.kept[one] || !information.kept[other]) return null;
      return combine(back[one], (i) => combine(back[other], (j) => inverse[i * width + j] ?? NaN));
    }),
  );
  const estimates = terms.map((term) =>
    information.kept[term] ? combine(back[term], (column) => coefficients[column] ?? NaN) : null,
  );
  return { estimates, covariance };
}

/**
 * Logistic regression: of having the event on covariates, with an intercept, by iteratively reweighted least squares.
 *
 *   ln(p / (1 - p)) = b0 + b1 x1 + ...;   cov b = (X'WX)^-1, W = n p (1 - p);   z = b / se;   P two-sided normal
 *   deviance = -2 ln likelihood;   aic = deviance + 2 x number of terms
 *
 * Assumes: independent patients; a logit linear in the covariates; some 10 events a term.
 * Edges: nobody is NO_PATIENTS, nobody with the event NO_EVENTS, everybody with it NO_VARIANCE. Covariates that tell
 * the event apart, wholly or in part, have no largest likelihood: SEPARATION, never a ratio of 1e20. A covariate that
 * follows from earlier ones has no estimate (null) and the others are as without it. Weighted counts are taken as
 * counts. The standard errors are those of the last step, as R's are.
 * Source: McCullagh, Nelder, Generalized Linear Models, 2nd ed. 1989, 2.5 and 4.4; Albert, Anderson, Biometrika
 * 1984;71:1-10 for separation.
 * R: `glm(event ~ x1 + x2, family = binomial)`
 */
export function logisticRegression(tally: CovariateTally): LogisticFit | NotEstimable {
  checkCovariates(tally);
  const successes = tally.reduce((sum, row) => sum + row.successes, 0);
  const failures = tally.reduce((sum, row) => sum + row.failures, 0);
  if (successes + failures === 0) return { notEstimable: "NO_PATIENTS" };
  if (successes === 0) return { notEstimable: "NO_EVENTS" };
  if (failures === 0) return { notEstimable: "NO_VARIANCE" };

  const design = logisticDesign(tally);
  const last = iterate(design);
  if (isSeparated(design, last)) return { notEstimable: "SEPARATION" };
  if (!last.atRest) return { notEstimable: "NOT_CONVERGED" };

  const { estimates, covariance } = unstandardize(design, last);
  const coefficients = estimates.map((estimate, term): LogisticCoefficient => {
    const variance = covariance[term]?.[term] ?? null;
    if (estimate === null || variance === null)
      return { estimate: null, standardError: null, z: null, p: null };
    const standardError = Math.sqrt(variance);
    const z = estimate / standardError;
    return { estimate, standardError, z, p: 2 * normalUpperTail(Math.abs(z)) };
  });
  const share = successes / (successes + failures);
  return {
    coefficients,
    covariance,
    fitted: Array.from(last.predictor, probabilityAt),
    deviance: last.deviance,
    nullDeviance: -2 * (successes * Math.log(share) + failures * Math.log1p(-share)),
    aic: last.deviance + 2 * estimates.filter((estimate) => estimate !== null).length,
    iterations: last.iterations,
  };
}
