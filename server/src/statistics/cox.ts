// Proportional hazards: how groups, or covariates, multiply the hazard of the event. The likelihood is in
// coxLikelihood, the way to its maximum in coxMaximum, the sandwich variance in coxRobust. Not whether hazards are proportional, and not for competing
// events, of which it gives the hazard of one cause.

import { cholesky, solveCholesky } from "./cholesky";
import { coxLikelihood, type Ties } from "./coxLikelihood";
import { coxMaximum } from "./coxMaximum";
import { sandwich } from "./coxRobust";
import { chiSquareUpperTail, normalQuantile, normalUpperTail } from "./distributions";
import type { NotEstimable } from "./notEstimable";
import { type CovariateTimeCount, type RiskSets, riskSets } from "./riskSets";
import type { TimeTally } from "./timeTally";

const Z = normalQuantile(0.975);
/** Information below this share of one event's is floating noise; a covariate of one in a million has more. */
const NOISE = 1e-10;

/** One covariate's; all null where earlier covariates already say what it says, or nobody at risk differs by it. */
export interface CoxCoefficient {
  readonly coefficient: number | null;
  /** Of the sandwich where the fit is robust, as are the interval and P. */
  readonly standardError: number | null;
  readonly modelStandardError: number | null;
  readonly hazardRatio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly z: number | null;
  readonly p: number | null;
}

export interface ChiSquareTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

export interface CoxFit {
  readonly n: number;
  readonly events: number;
  readonly robust: boolean;
  readonly coefficients: readonly CoxCoefficient[];
  /** Of the coefficients that have an estimate, in their order. */
  readonly covariance: readonly (readonly number[])[];
  readonly logLikelihood: { readonly atZero: number; readonly atFit: number };
  /** That all coefficients are 0; the likelihood ratio has no meaning where the fit is robust. */
  readonly likelihoodRatio: ChiSquareTest | null;
  readonly wald: ChiSquareTest;
  readonly iterations: number;
}

export interface CoxOptions {
  readonly ties?: Ties;
  /** The sandwich variance; if left out, where a weight is not 1 or the rows have clusters. */
  readonly robust?: boolean;
}

function coefficientOf(coefficient: number, variance: number, modelVariance: number): CoxCoefficient {
  const standardError = Math.sqrt(variance);
  const z = coefficient / standardError;
  return {
    coefficient,
    standardError,
    modelStandardError: Math.sqrt(modelVariance),
    hazardRatio: Math.exp(coefficient),
    lower: Math.exp(coefficient - Z * standardError),
    upper: Math.exp(coefficient + Z * standardError),
    z,
    p: 2 * normalUpperTail(Math.abs(z)),
  };
}

const NO_COEFFICIENT: CoxCoefficient = {
  coefficient: null,
  standardError: null,
  modelStandardError: null,
  hazardRatio: null,
  lower: null,
  upper: null,
  z: null,
  p: null,
};

function chiSquareTest(statistic: number, df: number): ChiSquareTest {
  return { statistic, df, p: chiSquareUpperTail(statistic, df) };
}

/**
 * Cox regression, by partial likelihood; each stratum has a hazard of its own, all have the same ratios.
 *
 *   hazard(t) = hazard_0(t) exp(b'x);   ln L = sum over events of w (b'x - ln sum over those at risk of w exp(b'x))
 *   cov b = information^-1, or where robust information^-1 (sum u u') information^-1;   ratio exp(b -+ z se)
 *
 * Assumes: hazards that keep their ratio over time; censoring tells nothing of the event to come; some 10 events a
 * covariate. With weights, that the weights are right and, for their errors, known.
 * Edges: nobody is NO_PATIENTS, no event NO_EVENTS, no covariate that differs among those at risk NO_VARIANCE.
 * Covariates that put the events in order entirely, such as a group without events, have no largest likelihood:
 * SEPARATION, never a ratio of 1e9. A covariate that follows from earlier ones has no coefficient (null), and the
 * others are as without it. Ties as Efron shares them, unless Breslow is asked for.
 * Source: Cox, J R Stat Soc B 1972;34:187-220; Efron, J Am Stat Assoc 1977;72:557-565; Lin, Wei, J Am Stat Assoc
 * 1989;84:1074-1078 for the sandwich.
 * R: `coxph(Surv(time, status) ~ x + strata(stratum), weights = w, cluster = id, ties = "efron")`
 */
export function cox(rows: readonly CovariateTimeCount[], options: CoxOptions = {}): CoxFit | NotEstimable {
  const { ties = "efron" } = options;
  const robust =
    options.robust ?? rows.some(({ weight = 1, cluster }) => weight !== 1 || cluster !== undefined);
  const all = riskSets(rows);
  const n = all.rows.reduce((sum, row) => sum + row.events + row.censored, 0);
  const events = all.rows.reduce((sum, row) => sum + row.events, 0);
  if (n === 0) return { notEstimable: "NO_PATIENTS" };
  if (events === 0) return { notEstimable: "NO_EVENTS" };

  const kept = estimable(all, ties);
  if (!kept.includes(true)) return { notEstimable: "NO_VARIANCE" };
  const sets = kept.includes(false) ? only(all, kept) : all;
  const start = coxLikelihood(sets, new Float64Array(sets.width), ties);
  const rest = coxMaximum(sets, start, ties);
  if ("notEstimable" in rest) return rest;

  const { coefficients, inverse, iterations } = rest;
  const { width, ranges } = sets;
  const variance = robust ? sandwich(sets, coefficients, inverse, ties) : inverse;
  const pulled = solveCholesky(cholesky(variance, width), coefficients);
  const inUnits = (values: Float64Array, row: number, column: number): number =>
    (values[row * width + column] ?? NaN) / ((ranges[row] ?? NaN) * (ranges[column] ?? NaN));
  const found = Array.from(coefficients, (value, at) =>
    coefficientOf(value / (ranges[at] ?? NaN), inUnits(variance, at, at), inUnits(inverse, at, at)),
  );
  const ratio = 2 * (rest.logLikelihood - start.logLikelihood);
  return {
    n,
    events,
    robust,
    coefficients: kept.map((has) => (has ? (found.shift() ?? NO_COEFFICIENT) : NO_COEFFICIENT)),
    covariance: ranges.map((_, row) => ranges.map((__, column) => inUnits(variance, row, column))),
    logLikelihood: { atZero: start.logLikelihood, atFit: rest.logLikelihood },
    likelihoodRatio: robust ? null : chiSquareTest(ratio, width),
    wald: chiSquareTest(
      coefficients.reduce((sum, value, at) => sum + value * (pulled[at] ?? NaN), 0),
      width,
    ),
    iterations,
  };
}

/** Without the covariates that are not kept. */
function only(sets: RiskSets, kept: readonly boolean[]): RiskSets {
  const mine = (values: readonly number[]): number[] => values.filter((_, at) => kept[at]);
  const rows = sets.rows.map((row) => ({ ...row, covariates: mine(row.covariates) }));
  return { ...sets, rows, ranges: mine(sets.ranges), width: kept.filter(Boolean).length };
}

/** Which covariates have information of their own where all coefficients are 0. */
function estimable(sets: RiskSets, ties: Ties): readonly boolean[] {
  const { width } = sets;
  const { information } = coxLikelihood(sets, new Float64Array(width), ties);
  const events = sets.rows.reduce((sum, row) => sum + row.events * row.weight, 0);
  const flat = (at: number): boolean => !((information[at * width + at] ?? NaN) > NOISE * events);
  const told = information.map((value, cell) =>
    flat(Math.floor(cell / width)) || flat(cell % width) ? 0 : value,
  );
  return cholesky(told, width).kept;
}

/** Each group against the first, one coefficient for each of the others, by `cox`. R: `coxph(Surv(...) ~ group)` */
export function coxOfGroups(groups: readonly TimeTally[], options: CoxOptions = {}): CoxFit | NotEstimable {
  if (groups.length < 2) throw new RangeError("Cox of groups: there must be two or more groups.");
  const [, ...others] = groups;
  const rows = groups.flatMap((tally, group) => {
    const covariates = others.map((_, at) => (at === group - 1 ? 1 : 0));
    return tally.map((row) => ({ ...row, covariates }));
  });
  return cox(rows, options);
}
