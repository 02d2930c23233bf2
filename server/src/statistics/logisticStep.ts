// One step of iteratively reweighted least squares of a logistic regression, and how well a step fits. When to stop,
// and what is reported, is in logisticRegression.

import { cholesky, type Cholesky, solveCholesky } from "./cholesky";
import { type CovariateTally, standardColumns, type StandardColumns } from "./covariateTally";

/** The columns of the regression and, per row, the patients and how many of them had the event. */
export interface LogisticDesign extends StandardColumns {
  readonly successes: Float64Array;
  readonly counts: Float64Array;
}

export interface LogisticStep {
  /** The information, at the fitted probabilities from which the step was taken. */
  readonly information: Cholesky;
  readonly coefficients: Float64Array;
}

/** R's logit link: a linear predictor beyond 30 is a probability of 0 or 1 to the last digit. */
const LINK_LIMIT = 30;

export function logisticDesign(tally: CovariateTally): LogisticDesign {
  const successes = Float64Array.from(tally, (row) => row.successes);
  const counts = Float64Array.from(tally, (row) => row.successes + row.failures);
  return { ...standardColumns(tally), successes, counts };
}

function clamp(predictor: number): number {
  return Math.max(-LINK_LIMIT, Math.min(LINK_LIMIT, predictor));
}

/** The probability that belongs to a linear predictor. R: `plogis(x)` */
export function probabilityAt(predictor: number): number {
  return 1 / (1 + Math.exp(-clamp(predictor)));
}

/** The linear predictor of every row. */
export function predictorOf({ columns, counts }: LogisticDesign, coefficients: Float64Array): Float64Array {
  const predictor = new Float64Array(counts.length);
  columns.forEach((column, term) => {
    const coefficient = coefficients[term] ?? NaN;
    for (let row = 0; row < predictor.length; row++) {
      predictor[row] = (predictor[row] ?? NaN) + coefficient * (column[row] ?? NaN);
    }
  });
  return predictor;
}

/** Minus twice the log likelihood, each patient an observation. */
export function devianceOf({ successes, counts }: LogisticDesign, predictor: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < counts.length; row++) {
    const had = successes[row] ?? NaN;
    const value = clamp(predictor[row] ?? NaN);
    sum += had * Math.log1p(Math.exp(-value)) + ((counts[row] ?? NaN) - had) * Math.log1p(Math.exp(value));
  }
  return 2 * sum;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < left.length; row++) sum += (left[row] ?? NaN) * (right[row] ?? NaN);
  return sum;
}

/** The weight of each row, and its weight times the working response. */
function weighRows({ successes, counts }: LogisticDesign, predictor: Float64Array | null) {
  const weights = new Float64Array(counts.length);
  const responses = new Float64Array(counts.length);
  for (let row = 0; row < counts.length; row++) {
    const count = counts[row] ?? NaN;
    const had = successes[row] ?? NaN;
    if (predictor === null) {
      // Each starts at a probability of .75 if it had the event and .25 if not: logit +-ln 3, weight .1875.
      weights[row] = count * 0.1875;
      responses[row] = (2 * had - count) * (0.1875 * Math.log(3) + 0.25);
      continue;
    }
    const value = predictor[row] ?? NaN;
    const fitted = probabilityAt(value);
    const weight = count * fitted * (1 - fitted);
    weights[row] = weight;
    responses[row] = weight * value + had - count * fitted;
  }
  return { weights, responses };
}

/**
 * The next coefficients from a linear predictor; from none, the start that R's glm gives single patients.
 *
 *   (X'WX) b = X'W z,   W = n p (1 - p),   z = eta + (y - p) / (p (1 - p))
 */
export function logisticStep(design: LogisticDesign, predictor: Float64Array | null): LogisticStep {
  const { columns } = design;
  const { weights, responses } = weighRows(design, predictor);
  const width = columns.length;
  const products = new Float64Array(width * width);
  columns.forEach((column, i) => {
    const weighted = new Float64Array(column.length);
    for (let row = 0; row < weighted.length; row++)
      weighted[row] = (column[row] ?? NaN) * (weights[row] ?? NaN);
    for (let j = 0; j <= i; j++) products[i * width + j] = dot(weighted, columns[j] ?? weighted);
  });
  const right = Float64Array.from(columns, (column) => dot(column, responses));
  const information = cholesky(products, width);
  return { information, coefficients: solveCholesky(information, right) };
}
