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

function check(tally: TimeTally): void {
  tally.forEach((row, index) => {
    if (!Number.isFinite(row.time) || row.time < 0) {
      throw new RangeError(`Time tally, row ${index}: time must be a finite number of 0 or more.`);
    }
    for (const count of ["events", "censored"] as const) {
      if (!Number.isSafeInteger(row[count]) || row[count] < 0) {
        throw new RangeError(`Time tally, row ${index}: ${count} must be a whole number of 0 or more.`);
      }
    }
  });
}

/**
 * Sorted by time, one row a time, rows of nobody left out.
 *
 * Times that differ only by floating noise (0.1 + 0.2 and 0.3) are one time, named by its smallest:
 * neighbours tie when their gap, or their gap over the mean of the distinct times, is within the tolerance.
 * Source: `aeqSurv` of R's survival package. R looks for ties over all groups of a call together; here each
 * tally is looked at alone, which is the same for times in whole days.
 */
export function mergeTies(tally: TimeTally): TimeCount[] {
  check(tally);
  const sorted = tally
    .filter((row) => row.events + row.censored > 0)
    .sort((left, right) => left.time - right.time);
  const distinct = [...new Set(sorted.map((row) => row.time))];
  const mean = distinct.reduce((total, time) => total + time, 0) / distinct.length;

  const merged: { time: number; events: number; censored: number }[] = [];
  let previousTime = -Infinity;
  for (const row of sorted) {
    const gap = row.time - previousTime;
    const last = merged.at(-1);
    if (last && (gap === 0 || gap <= TOLERANCE || gap / mean <= TOLERANCE)) {
      last.events += row.events;
      last.censored += row.censored;
    } else {
      merged.push({ time: row.time, events: row.events, censored: row.censored });
    }
    previousTime = row.time;
  }
  return merged;
}
