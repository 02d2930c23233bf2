// Times to the first of several competing events as counts per time and cause: what a cumulative incidence is given
// in place of patient rows. Holds the type, its check and the merging of tied times; no estimate is made here.

import { mergeTies } from "./timeTally";

/** How many courses had each cause's event first, and how many were last seen without any, at one time. */
export interface CompetingCount {
  readonly time: number;
  /** One count a cause, in the same order in every row. */
  readonly events: readonly number[];
  readonly censored: number;
}

/** In any order; the same time may stand more than once. Times are 0 or later, counts are whole. */
export type CompetingTally = readonly CompetingCount[];

/** Sorted by time, one row a time, rows of nobody left out. What ties is said in mergeTies. */
export function mergeCompetingTies(tally: CompetingTally, causes: number): CompetingCount[] {
  check(tally, causes);
  const merged = mergeTies(
    tally.map(({ time, events, censored }) => ({ time, events: sumOf(events), censored })),
  );
  return merged.map(({ time, censored }, index) => {
    const next = merged[index + 1]?.time ?? Infinity;
    const here = tally.filter((row) => row.time >= time && row.time < next);
    const events = Array.from({ length: causes }, (_, cause) =>
      sumOf(here.map((row) => row.events[cause] ?? 0)),
    );
    return { time, events, censored };
  });
}

function check(tally: CompetingTally, causes: number): void {
  if (!Number.isSafeInteger(causes) || causes < 1) {
    throw new RangeError("Competing tally: causes must be a whole number of 1 or more.");
  }
  tally.forEach(({ events }, index) => {
    if (events.length !== causes) {
      throw new RangeError(`Competing tally, row ${index}: events must hold one count a cause.`);
    }
    if (!events.every((count) => Number.isSafeInteger(count) && count >= 0)) {
      throw new RangeError(`Competing tally, row ${index}: events must be whole numbers of 0 or more.`);
    }
  });
}

const sumOf = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
