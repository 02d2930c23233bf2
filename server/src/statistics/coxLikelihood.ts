// The partial likelihood of proportional hazards at given coefficients, with its slope and curvature, and how it
// shares out tied events. Where it is largest, and what is reported, is in cox.

import { type RiskSets, visitEventTimes } from "./riskSets";

export type Ties = "efron" | "breslow";

export interface CoxLikelihood {
  readonly logLikelihood: number;
  /** The slope, one a covariate. */
  readonly score: Float64Array;
  /** Minus the curvature; the lower triangle alone. */
  readonly information: Float64Array;
}

/**
 * Sums over the tied events of one time, with r the risk they see and t the share of the tied that is gone by then:
 * of ln r, 1/r, t/r, 1/r^2, t/r^2, t^2/r^2.
 */
export interface TieSums {
  readonly logRisk: number;
  readonly inverse: number;
  readonly inverseGone: number;
  readonly square: number;
  readonly squareGone: number;
  readonly squareGoneTwice: number;
}

/**
 * Efron: tied events are taken one after the other, the k-th seeing k/d less of each of them. Breslow: each sees all.
 * Source: Efron, J Am Stat Assoc 1977;72:557-565; Breslow, Biometrics 1974;30:89-99.
 */
export function tieSums(ties: Ties, events: number, atRisk: number, tied: number): TieSums {
  if (ties === "breslow" || events === 1) {
    const inverse = events / atRisk;
    const none = { inverseGone: 0, squareGone: 0, squareGoneTwice: 0 };
    return { logRisk: events * Math.log(atRisk), inverse, square: inverse / atRisk, ...none };
  }
  const sums = { logRisk: 0, inverse: 0, inverseGone: 0, square: 0, squareGone: 0, squareGoneTwice: 0 };
  for (let k = 0; k < events; k++) {
    const gone = k / events;
    const risk = atRisk - gone * tied;
    const inverse = 1 / risk;
    const square = inverse * inverse;
    sums.logRisk += Math.log(risk);
    sums.inverse += inverse;
    sums.inverseGone += gone * inverse;
    sums.square += square;
    sums.squareGone += gone * square;
    sums.squareGoneTwice += gone * gone * square;
  }
  return sums;
}

/** exp(b'x) of each row, x as the risk sets have it. */
export function relativeRisks(sets: RiskSets, coefficients: Float64Array): Float64Array {
  return Float64Array.from(sets.rows, ({ covariates }) =>
    Math.exp(covariates.reduce((sum, value, at) => sum + value * (coefficients[at] ?? NaN), 0)),
  );
}

export function coxLikelihood(sets: RiskSets, coefficients: Float64Array, ties: Ties): CoxLikelihood {
  const { width } = sets;
  const score = new Float64Array(width);
  const information = new Float64Array(width * width);
  let logLikelihood = 0;

  const risks = relativeRisks(sets, coefficients);
  sets.rows.forEach(({ covariates, events, weight }, index) => {
    if (events === 0) return;
    logLikelihood += weight * events * Math.log(risks[index] ?? NaN);
    covariates.forEach((value, at) => (score[at] = (score[at] ?? NaN) + weight * events * value));
  });

  visitEventTimes(sets, risks, ({ events, weight, atRisk, tied }) => {
    const sums = tieSums(ties, events, atRisk.risk, tied.risk);
    const each = weight / events;
    logLikelihood -= each * sums.logRisk;
    for (let row = 0; row < width; row++) {
      const all = atRisk.first[row] ?? NaN;
      const gone = tied.first[row] ?? NaN;
      score[row] = (score[row] ?? NaN) - each * (all * sums.inverse - gone * sums.inverseGone);
      for (let column = 0; column <= row; column++) {
        const cell = row * width + column;
        const otherAll = atRisk.first[column] ?? NaN;
        const otherGone = tied.first[column] ?? NaN;
        const meanOfProducts =
          (atRisk.second[cell] ?? NaN) * sums.inverse - (tied.second[cell] ?? NaN) * sums.inverseGone;
        const productOfMeans =
          all * otherAll * sums.square -
          (all * otherGone + gone * otherAll) * sums.squareGone +
          gone * otherGone * sums.squareGoneTwice;
        information[cell] = (information[cell] ?? NaN) + each * (meanOfProducts - productOfMeans);
      }
    }
  });
  return { logLikelihood, score, information };
}
