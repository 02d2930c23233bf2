// Whether the times to an event of two or more groups differ: the log-rank test, stratified too. It gives no size of
// a difference: that is cox, or restrictedMean.

import { cholesky, solveCholesky } from "./cholesky";
import { chiSquareUpperTail } from "./distributions";
import type { NotEstimable } from "./notEstimable";
import { checkTimes, tiedTimes, type CountOptions, type TimeTally } from "./timeTally";

/** With rho = 0, observed is the number of events; otherwise events are weighted by the pooled S to the power rho. */
export interface LogRankGroup {
  readonly n: number;
  readonly observed: number;
  readonly expected: number;
}

export interface LogRankTest {
  readonly groups: readonly LogRankGroup[];
  /** The variance of observed - expected, group by group. */
  readonly variance: readonly (readonly number[])[];
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

export interface LogRankOptions extends CountOptions {
  /** 0 is the log-rank test; 1 weights early differences, as Peto and Peto. */
  readonly rho?: number;
}

/** One time of one stratum: who leaves at it, group by group. */
interface Leaving {
  readonly time: number;
  readonly events: number[];
  readonly censored: number[];
}

function leavings(groups: readonly TimeTally[], names: ReadonlyMap<number, number>): Leaving[] {
  const byTime = new Map<number, Leaving>();
  groups.forEach((tally, group) => {
    for (const { time, events, censored } of tally) {
      const name = names.get(time) ?? time;
      const nobody = (): number[] => groups.map(() => 0);
      const at = byTime.get(name) ?? { time: name, events: nobody(), censored: nobody() };
      at.events[group] = (at.events[group] ?? 0) + events;
      at.censored[group] = (at.censored[group] ?? 0) + censored;
      byTime.set(name, at);
    }
  });
  return [...byTime.values()].sort((one, other) => one.time - other.time);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What one stratum adds to observed, expected and variance. */
function addStratum(
  times: readonly Leaving[],
  rho: number,
  total: { n: number[]; observed: number[]; expected: number[]; variance: number[][] },
): void {
  const atRisk = total.n.map((_, group) =>
    sum(times.map((time) => (time.events[group] ?? 0) + (time.censored[group] ?? 0))),
  );
  const add = (values: number[], at: number, value: number): void => {
    values[at] = (values[at] ?? 0) + value;
  };
  atRisk.forEach((n, group) => add(total.n, group, n));
  let survival = 1;
  for (const { events, censored } of times) {
    const n = sum(atRisk);
    const d = sum(events);
    if (d > 0) {
      const weight = survival ** rho;
      // Of one patient alone at risk nothing can be learned: n - 1 is 0, and so is the variance.
      const spread = n > 1 ? (weight * weight * d * (n - d)) / (n * n * (n - 1)) : 0;
      atRisk.forEach((mine, group) => {
        add(total.observed, group, weight * (events[group] ?? 0));
        add(total.expected, group, (weight * d * mine) / n);
        atRisk.forEach((theirs, other) => {
          add(total.variance[group] ?? [], other, spread * mine * ((group === other ? n : 0) - theirs));
        });
      });
      survival *= (n - d) / n;
    }
    atRisk.forEach((_, group) => add(atRisk, group, -(events[group] ?? 0) - (censored[group] ?? 0)));
  }
}

/**
 * Log-rank test, over strata where there are some: each stratum compares its own groups, and the differences are added.
 *
 *   z_g = sum over event times of w (d_g - d n_g/n);   var = sum w^2 d (n - d)/(n - 1) (n_g/n) (1[g = h] - n_h/n)
 *   statistic = z' var^-1 z over all groups but one, chi-square on groups - 1;   w = S(t-)^rho, pooled
 *
 * Assumes: censoring tells nothing of the event to come, in no group; groups are compared with the most power where
 * their hazards are proportional, and with little where curves cross.
 * Edges: no events, no test (NO_EVENTS). A group that is never at risk at an event is left out of the test and of its
 * degrees of freedom; where fewer than two remain, or nobody could have differed, no test (NO_VARIANCE). Fewer than
 * two groups with patients: NO_PATIENTS. A single patient in a group is a group. Weighted counts that add up to each
 * group's effective number test the weighted groups (Xie, Liu, Stat Med 2005;24:3089-3110, on that scale).
 * Source: Mantel, Cancer Chemother Rep 1966;50:163-170; Harrington, Fleming, Biometrika 1982;69:553-566 for rho.
 * R: `survdiff(Surv(time, status) ~ group + strata(stratum), rho = rho)`
 */
export function stratifiedLogRank(
  strata: readonly (readonly TimeTally[])[],
  options: LogRankOptions = {},
): LogRankTest | NotEstimable {
  const { rho = 0 } = options;
  if (!Number.isFinite(rho)) throw new RangeError("Log-rank: rho must be a finite number.");
  const count = strata[0]?.length ?? 0;
  if (count < 2 || strata.some((groups) => groups.length !== count)) {
    throw new RangeError("Log-rank: every stratum must have the same two or more groups, empty ones too.");
  }
  const tallies = strata.flat();
  tallies.forEach((tally) => checkTimes(tally, "Time tally", options));
  const names = tiedTimes(tallies.flatMap((tally) => tally.map((row) => row.time)));

  const zeros = (): number[] => Array.from({ length: count }, () => 0);
  const total = { n: zeros(), observed: zeros(), expected: zeros(), variance: zeros().map(zeros) };
  for (const groups of strata) addStratum(leavings(groups, names), rho, total);

  const { n, observed, expected, variance } = total;
  if (n.filter((patients) => patients > 0).length < 2) return { notEstimable: "NO_PATIENTS" };
  if (sum(observed) === 0) return { notEstimable: "NO_EVENTS" };
  const compared = expected.flatMap((value, group) => (value > 0 ? group : []));
  const tested = compared.slice(1);
  const among = tested.flatMap((row) => tested.map((column) => variance[row]?.[column] ?? NaN));
  const factor = cholesky(Float64Array.from(among), tested.length);
  if (tested.length === 0 || factor.kept.includes(false)) return { notEstimable: "NO_VARIANCE" };
  const differences = tested.map((group) => (observed[group] ?? NaN) - (expected[group] ?? NaN));
  const solved = solveCholesky(factor, Float64Array.from(differences));
  const statistic = differences.reduce((added, value, at) => added + value * (solved[at] ?? NaN), 0);
  const groups = n.map((patients, group) => ({
    n: patients,
    observed: observed[group] ?? NaN,
    expected: expected[group] ?? NaN,
  }));
  return {
    groups,
    variance,
    statistic,
    df: tested.length,
    p: chiSquareUpperTail(statistic, tested.length),
  };
}

/** The log-rank test of groups that are all of one stratum, by `stratifiedLogRank`. R: `survdiff(... ~ group)` */
export function logRank(
  groups: readonly TimeTally[],
  options: LogRankOptions = {},
): LogRankTest | NotEstimable {
  return stratifiedLogRank([groups], options);
}
