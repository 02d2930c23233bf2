// So many of n: what the statistics of two proportions are given. Holds the type and its checks; no estimate is made.

export interface CountOfN {
  readonly count: number;
  readonly n: number;
}

/** Throws if nobody can be counted so. */
export function checkCountOfN({ count, n }: CountOfN, where: string): void {
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError(`${where}: n must be a whole number of 0 or more.`);
  }
  if (!Number.isSafeInteger(count) || count < 0 || count > n) {
    throw new RangeError(`${where}: count must be a whole number from 0 to n.`);
  }
}
