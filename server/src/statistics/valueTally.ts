// Values as counts per value, such as how many courses have each score. Holds the type, its checks and
// the sorting; no estimate is made here.

export interface ValueCount {
  readonly value: number;
  readonly count: number;
}

/** In any order; the same value may stand more than once. Counts are whole. */
export type ValueTally = readonly ValueCount[];

/** Sorted by value, values of nobody left out. */
export function sortByValue(tally: ValueTally): ValueCount[] {
  tally.forEach((row, index) => {
    if (!Number.isFinite(row.value)) {
      throw new RangeError(`Value tally, row ${index}: value must be a finite number.`);
    }
    if (!Number.isSafeInteger(row.count) || row.count < 0) {
      throw new RangeError(`Value tally, row ${index}: count must be a whole number of 0 or more.`);
    }
  });
  return tally.filter((row) => row.count > 0).sort((left, right) => left.value - right.value);
}
