// Times to an event with covariates and weights, as a regression walks through them: who is at risk at each time.
// Holds the rows, their checks and the walk; no estimate is made here.

import { checkTimes, type TimeCount, tiedTimes } from "./timeTally";

/** Patients with the same covariates and weight who left at one time, with the event or without. */
export interface CovariateTimeCount extends TimeCount {
  readonly covariates: readonly number[];
  /** Compared with their own stratum alone. */
  readonly stratum?: string | number;
  /** How much each of these patients counts, above 0; 1 if left out. */
  readonly weight?: number;
  /** Patients who may be alike, such as those of one clinic; on every row or on none. */
  readonly cluster?: string | number;
}

/** The rows of one time in one stratum, `first` to before `end`. */
interface Leaving {
  readonly first: number;
  readonly end: number;
  /** The latest time of its stratum: nobody is at risk beyond it. */
  readonly opensStratum: boolean;
}

/** Sorted by stratum, the latest time first, rows of nobody left out. */
export interface RiskSets {
  readonly rows: readonly Required<Omit<CovariateTimeCount, "cluster" | "stratum">>[];
  readonly clusters: readonly (string | number | undefined)[];
  readonly leavings: readonly Leaving[];
  readonly width: number;
  /** What each covariate was divided by: its range, or 1 where all have the same. */
  readonly ranges: readonly number[];
}

/** Over some patients: their weight times relative risk, that times each covariate, and times each two of them. */
export interface RiskSums {
  risk: number;
  readonly first: Float64Array;
  /** The lower triangle alone. */
  readonly second: Float64Array;
}

/** One time with events: how many, their weight, and the sums over all at risk and over those with the event. */
export interface EventTime {
  readonly leaving: number;
  readonly events: number;
  readonly weight: number;
  readonly atRisk: RiskSums;
  readonly tied: RiskSums;
}

function check(rows: readonly CovariateTimeCount[]): void {
  checkTimes(rows, "Covariate times");
  rows.forEach(({ covariates, weight = 1, cluster }, index) => {
    const where = `Covariate times, row ${index}`;
    if (covariates.length !== rows[0]?.covariates.length) {
      throw new RangeError(`${where}: must have as many covariates as the first row.`);
    }
    if (!covariates.every((value) => Number.isFinite(value))) {
      throw new RangeError(`${where}: covariates must be finite numbers.`);
    }
    if (!Number.isFinite(weight) || weight <= 0) {
      throw new RangeError(`${where}: weight must be a finite number above 0.`);
    }
    if ((cluster === undefined) !== (rows[0]?.cluster === undefined)) {
      throw new RangeError(`${where}: cluster must stand on every row or on none.`);
    }
  });
}

/** Centred and over its range: covariates far from 0, or in years beside 0 and 1, lose no digits. */
function standard(rows: readonly CovariateTimeCount[], at: number): { mean: number; range: number } {
  const n = rows.reduce((sum, row) => sum + row.events + row.censored, 0);
  let [mean, least, most] = [0, Infinity, -Infinity];
  for (const { events, censored, covariates } of rows) {
    const value = covariates[at] ?? NaN;
    mean += ((events + censored) / n) * value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  // A mean of equal values may miss them by the last digits; that is no difference between patients.
  return least === most ? { mean: least, range: 1 } : { mean, range: most - least };
}

export function riskSets(given: readonly CovariateTimeCount[]): RiskSets {
  check(given);
  const kept = given.filter((row) => row.events + row.censored > 0);
  const width = given[0]?.covariates.length ?? 0;
  const standards = Array.from({ length: width }, (_, at) => standard(kept, at));
  const names = tiedTimes(kept.map((row) => row.time));
  const strata = new Map(kept.map((row) => [row.stratum, 0]));
  [...strata.keys()].forEach((stratum, order) => strata.set(stratum, order));
  const sorted = kept
    .map((row) => ({ row, time: names.get(row.time) ?? row.time, order: strata.get(row.stratum) ?? 0 }))
    .sort((one, other) => one.order - other.order || other.time - one.time);

  const leavings: { first: number; end: number; opensStratum: boolean }[] = [];
  sorted.forEach(({ time, order }, index) => {
    const before = sorted[index - 1];
    const last = leavings.at(-1);
    if (last && before?.order === order && before.time === time) last.end = index + 1;
    else leavings.push({ first: index, end: index + 1, opensStratum: before?.order !== order });
  });
  return {
    rows: sorted.map(({ row, time }) => ({
      time,
      events: row.events,
      censored: row.censored,
      weight: row.weight ?? 1,
      covariates: row.covariates.map((value, at) => {
        const { mean, range } = standards[at] ?? { mean: NaN, range: NaN };
        return (value - mean) / range;
      }),
    })),
    clusters: sorted.map(({ row }) => row.cluster),
    leavings,
    width,
    ranges: standards.map(({ range }) => range),
  };
}

function emptySums(width: number): RiskSums {
  return { risk: 0, first: new Float64Array(width), second: new Float64Array(width * width) };
}

function clear(sums: RiskSums): void {
  sums.risk = 0;
  sums.first.fill(0);
  sums.second.fill(0);
}

function add(sums: RiskSums, covariates: readonly number[], risk: number): void {
  const width = sums.first.length;
  sums.risk += risk;
  for (let row = 0; row < width; row++) {
    const value = risk * (covariates[row] ?? NaN);
    sums.first[row] = (sums.first[row] ?? NaN) + value;
    for (let column = 0; column <= row; column++) {
      const cell = row * width + column;
      sums.second[cell] = (sums.second[cell] ?? NaN) + value * (covariates[column] ?? NaN);
    }
  }
}

/** Calls `visit` at each time with events, the latest first; the sums it is given are good only within the call. */
export function visitEventTimes(
  sets: RiskSets,
  relativeRisks: Float64Array,
  visit: (at: EventTime) => void,
): void {
  const atRisk = emptySums(sets.width);
  const tied = emptySums(sets.width);
  sets.leavings.forEach(({ first, end, opensStratum }, leaving) => {
    if (opensStratum) clear(atRisk);
    clear(tied);
    let events = 0;
    let weight = 0;
    for (let index = first; index < end; index++) {
      const row = sets.rows[index];
      if (!row) continue;
      const risk = row.weight * (relativeRisks[index] ?? NaN);
      add(atRisk, row.covariates, (row.events + row.censored) * risk);
      if (row.events === 0) continue;
      add(tied, row.covariates, row.events * risk);
      events += row.events;
      weight += row.events * row.weight;
    }
    if (events > 0) visit({ leaving, events, weight, atRisk, tied });
  });
}
