// Where the partial likelihood of proportional hazards is largest, and whether it is so anywhere. The likelihood is in
// coxLikelihood, what is reported in cox.

import { cholesky, invertCholesky, solveCholesky } from "./cholesky";
import { type CoxLikelihood, coxLikelihood, type Ties } from "./coxLikelihood";
import type { NotEstimable } from "./notEstimable";
import type { RiskSets } from "./riskSets";

/** A step below this is at rest, covariates being over their range; the steps shrink quadratically. */
const AT_REST = 1e-9;
/** No more than this to be gained per patient's weight, while the next step is no smaller than STILL_MOVING. */
const NOTHING_GAINED = 1e-6;
const STILL_MOVING = 0.1;
/** A log hazard ratio beyond it, from one end of a covariate to the other, is on its way to infinity. */
const FARTHEST = 300;
const MOST_STEPS = 50;
const MOST_HALVINGS = 20;

export interface CoxMaximum extends CoxLikelihood {
  readonly coefficients: Float64Array;
  readonly inverse: Float64Array;
  readonly iterations: number;
}

/**
 * Newton's method from 0, halving a step that does not climb. Towards a maximum at infinity the likelihood comes to rest
 * while the steps never do, or the information of a covariate is used up: SEPARATION.
 */
export function coxMaximum(sets: RiskSets, start: CoxLikelihood, ties: Ties): CoxMaximum | NotEstimable {
  const reach = (step: Float64Array): number =>
    step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const n = sets.rows.reduce((sum, row) => sum + row.events + row.censored, 0);
  const weight = sets.rows.reduce((sum, row) => sum + (row.events + row.censored) * row.weight, 0) / n;

  let coefficients = new Float64Array(sets.width);
  let here = start;
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    const information = cholesky(here.information, sets.width);
    if (information.kept.includes(false)) return { notEstimable: "SEPARATION" };
    const step = solveCholesky(information, here.score);
    const gain = step.reduce((sum, value, at) => sum + value * (here.score[at] ?? NaN), 0);
    if (reach(step) < AT_REST) {
      return { ...here, coefficients, inverse: invertCholesky(information), iterations };
    }
    const endless = gain < NOTHING_GAINED * weight && reach(step) > STILL_MOVING;
    if (endless || reach(coefficients) > FARTHEST) return { notEstimable: "SEPARATION" };

    const from = coefficients;
    const rounding = 1e-12 * Math.abs(here.logLikelihood);
    let next: CoxLikelihood | null = null;
    for (let halving = 0; halving <= MOST_HALVINGS && !next; halving++) {
      coefficients = from.map((value, at) => value + (step[at] ?? NaN) / 2 ** halving);
      const tried = coxLikelihood(sets, coefficients, ties);
      if (tried.logLikelihood >= here.logLikelihood - rounding) next = tried;
    }
    if (!next) return { notEstimable: "NOT_CONVERGED" };
    here = next;
  }
  return { notEstimable: "NOT_CONVERGED" };
}
