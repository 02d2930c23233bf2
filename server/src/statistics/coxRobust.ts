// The sandwich variance of proportional hazards: from how much each patient, or each cluster of patients, pulls at the
// coefficients, so that weights and likeness within a clinic are allowed for. The estimates themselves are in cox.

import { relativeRisks, type Ties, tieSums } from "./coxLikelihood";
import { type RiskSets, visitEventTimes } from "./riskSets";

/** What one time adds to the pull of those at risk: the hazard, and the hazard times the covariates' mean. */
interface Pull {
  readonly hazard: number;
  readonly means: Float64Array;
  /** The same for those who have the event at this time, who leave while it is shared out. */
  readonly tiedHazard: number;
  readonly tiedMeans: Float64Array;
  /** The mean covariates that their own events are compared with. */
  readonly eventMeans: Float64Array;
}

function pulls(sets: RiskSets, risks: Float64Array, ties: Ties): (Pull | undefined)[] {
  const found = sets.leavings.map((): Pull | undefined => undefined);
  visitEventTimes(sets, risks, ({ leaving, events, weight, atRisk, tied }) => {
    const sums = tieSums(ties, events, atRisk.risk, tied.risk);
    const each = weight / events;
    const combine = (ofAll: number, ofTied: number): Float64Array =>
      atRisk.first.map((all, at) => ofAll * all - ofTied * (tied.first[at] ?? NaN));
    found[leaving] = {
      hazard: each * sums.inverse,
      means: combine(each * sums.square, each * sums.squareGone),
      tiedHazard: each * (sums.inverse - sums.inverseGone),
      tiedMeans: combine(
        each * (sums.square - sums.squareGone),
        each * (sums.squareGone - sums.squareGoneTwice),
      ),
      eventMeans: combine(sums.inverse / events, sums.inverseGone / events),
    };
  });
  return found;
}

function addProducts(total: Float64Array, times: number, values: Float64Array): void {
  const width = values.length;
  values.forEach((value, row) => {
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      total[cell] = (total[cell] ?? NaN) + times * value * (values[column] ?? NaN);
    }
  });
}

/** The sum over clusters of u u', u the cluster's weighted score residuals. Without clusters each patient is one. */
function scoreProducts(sets: RiskSets, coefficients: Float64Array, ties: Ties): Float64Array {
  const { width } = sets;
  const risks = relativeRisks(sets, coefficients);
  const found = pulls(sets, risks, ties);
  const products = new Float64Array(width * width);
  const clusters = new Map<string | number, Float64Array>();

  let hazard = 0;
  let means = new Float64Array(width);
  for (let leaving = sets.leavings.length - 1; leaving >= 0; leaving--) {
    const { first = 0, end = 0, opensStratum = false } = sets.leavings[leaving] ?? {};
    const here = found[leaving];
    for (let index = first; index < end; index++) {
      const row = sets.rows[index];
      if (!row) continue;
      const risk = risks[index] ?? NaN;
      const residual = (own: number, ownHazard = 0, ownMeans?: Float64Array): Float64Array =>
        Float64Array.from(row.covariates, (value, at) => {
          const expected =
            value * (hazard + ownHazard) - (means[at] ?? NaN) - (ownMeans ? (ownMeans[at] ?? NaN) : 0);
          const observed = own === 0 ? 0 : value - (here?.eventMeans[at] ?? NaN);
          return row.weight * (observed - risk * expected);
        });
      const ofEvent = residual(1, here?.tiedHazard, here?.tiedMeans);
      const ofCensored = residual(0, here?.hazard, here?.means);
      const cluster = sets.clusters[index];
      if (cluster === undefined) {
        if (row.events > 0) addProducts(products, row.events, ofEvent);
        if (row.censored > 0) addProducts(products, row.censored, ofCensored);
      } else {
        const sum = clusters.get(cluster) ?? new Float64Array(width);
        const event = (at: number): number => (row.events > 0 ? row.events * (ofEvent[at] ?? NaN) : 0);
        const censored = (at: number): number => row.censored * (ofCensored[at] ?? NaN);
        clusters.set(
          cluster,
          sum.map((value, at) => value + event(at) + censored(at)),
        );
      }
    }
    hazard += here?.hazard ?? 0;
    means = means.map((value, at) => value + (here?.means[at] ?? 0));
    if (opensStratum) {
      hazard = 0;
      means = new Float64Array(width);
    }
  }
  for (const sum of clusters.values()) addProducts(products, 1, sum);
  return products;
}

/**
 * The sandwich variance of proportional hazards: information^-1 (sum over clusters of u u') information^-1, u_i the weighted score residuals.
 *
 *   u_i = w_i (d_i (x_i - xbar(t_i)) - exp(b'x_i) sum over event times t <= t_i of (x_i - xbar(t)) h(t))
 *
 * Source: Lin, Wei, J Am Stat Assoc 1989;84:1074-1078; Binder, Biometrika 1992;79:139-147 for weights.
 * R: `vcov(coxph(..., weights = w, cluster = id))`
 */
export function sandwich(
  sets: RiskSets,
  coefficients: Float64Array,
  inverse: Float64Array,
  ties: Ties,
): Float64Array {
  const { width } = sets;
  const multiply = (left: Float64Array, right: Float64Array): Float64Array =>
    left.map((_, cell) => {
      const [row, column] = [Math.floor(cell / width), cell % width];
      let sum = 0;
      for (let k = 0; k < width; k++)
        sum += (left[row * width + k] ?? NaN) * (right[k * width + column] ?? NaN);
      return sum;
    });
  return multiply(multiply(inverse, scoreProducts(sets, coefficients, ties)), inverse);
}
