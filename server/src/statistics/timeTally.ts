// Times to an event as counts per time: what a survival statistic is given in place of patient rows.
// Holds the type, its checks and the merging of tied times; no estimate is made here.

/** How many courses had the event, and how many were last seen without it, at one time. */
export interface TimeCount {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

/** In any order; the same time may stand more than once. Times are 0 or later, counts are whole. */
export type TimeTally = readonly TimeCount[];

/** R's sqrt(.Machine$double.eps), the tolerance of all.equal, survfit(timefix = TRUE) and quantile.survfit. */
export const TOLERANCE = Math.sqrt(Number.EPSILON);

/** Counts of weighted courses, each as many as it is worth, need not be whole. */
export interface CountOptions {
  readonly weighted?: boolean;
}

/** Throws if no courses can have these times and counts; `what` names the rows in the message. */
export function checkTimes(
  tally: TimeTally,
  what = "Time tally",
  { weighted = false }: CountOptions = {},
): void {
  tally.forEach((row, index) => {
    if (!Number.isFinite(row.time) || row.time < 0) {
      throw new RangeError(`${what}, row ${index}: time must be a finite number of 0 or more.`);
    }
    for (const count of ["events", "censored"] as const) {
      if (weighted && Number.isFinite(row[count]) && row[count] >= 0) continue;
      if (!Number.isSafeInteger(row[count]) || row[count] < 0) {
        throw new RangeError(`${what}, row ${index}: ${count} must be a whole number of 0 or more.`);
      }
    }
  });
}

/**
 * The time that each time is counted as.
 *
 * Times that differ only by floating noise (0.1 + 0.2 and 0.3) are one time, named by its smallest:
 * neighbours tie when their gap, or their gap over the mean of the distinct times, is within the tolerance.
 * Source: `aeqSurv` of R's survival package, which looks for ties over all groups of a call together.
 */
export function tiedTimes(times: readonly number[]): ReadonlyMap<number, number> {
  const distinct = [...new Set(times)].sort((left, right) => left - right);
  const mean = distinct.reduce((total, time) => total + time, 0) / distinct.length;
  const names = new Map<number, number>();
  let previous = -Infinity;
  let name = -Infinity;
  for (const time of distinct) {
    const gap = time - previous;
    if (!(gap <= TOLERANCE || gap / mean <= TOLERANCE)) name = time;
    names.set(time, name);
    previous = time;
  }
  return names;
}

/** Sorted by time, one row a time (see tiedTimes; a curve looks at its own times alone), rows of nobody left out. */
export function mergeTies(tally: TimeTally, options: CountOptions = {}): TimeCount[] {
  checkTimes(tally, "Time tally", options);
  const rows = tally.filter((row) => row.events + row.censored > 0);
  const names = tiedTimes(rows.map((row) => row.time));
  const merged = new Map<number, { time: number; events: number; censored: number }>();
  for (const row of rows) {
    const time = names.get(row.time) ?? row.time;
    const same = merged.get(time);
    if (same) {
      same.events += row.events;
      same.censored += row.censored;
    } else {
      merged.set(time, { time, events: row.events, censored: row.censored });
    }
  }
  return [...merged.values()].sort((left, right) => left.time - right.time);
}
