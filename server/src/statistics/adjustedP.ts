// P values of several tests, adjusted for their number. Not the tests.

/** Null where a test was not possible; it is not counted among the tests. */
type PValues = readonly (number | null)[];

interface Ranked {
  readonly index: number;
  readonly p: number;
}

function rank(pValues: PValues): Ranked[] {
  pValues.forEach((p, index) => {
    if (p !== null && !(p >= 0 && p <= 1)) throw new RangeError(`P value ${index}: must be from 0 to 1.`);
  });
  return pValues
    .flatMap((p, index) => (p === null ? [] : [{ index, p }]))
    .sort((one, other) => one.p - other.p);
}

function place(adjusted: readonly Ranked[], length: number): (number | null)[] {
  const placed = Array<number | null>(length).fill(null);
  for (const { index, p } of adjusted) placed[index] = Math.min(1, p);
  return placed;
}

/**
 * Holm's adjusted P values: at most a chance of alpha to call any true null false.
 *
 *   the i-th least of m:  the largest over j <= i of (m - j + 1) p(j), at most 1
 *
 * Edges: null stays null and is not counted; the order of the tests does not matter; one test stays as it is.
 * Source: Holm, Scand J Stat 1979;6:65-70. R: `p.adjust(p, "holm")`
 */
export function holm(pValues: PValues): (number | null)[] {
  const ranked = rank(pValues);
  let largest = 0;
  const adjusted = ranked.map(({ index, p }, place): Ranked => {
    largest = Math.max(largest, (ranked.length - place) * p);
    return { index, p: largest };
  });
  return place(adjusted, pValues.length);
}

/**
 * Benjamini-Hochberg adjusted P values: at most a share of alpha of the rejected nulls is expected to be true.
 *
 *   the i-th least of m:  the least over j >= i of m p(j) / j, at most 1
 *
 * Assumes: tests that are independent, or depend on one another positively.
 * Edges: as Holm's. Source: Benjamini, Hochberg, J R Stat Soc B 1995;57:289-300. R: `p.adjust(p, "BH")`
 */
export function benjaminiHochberg(pValues: PValues): (number | null)[] {
  const ranked = rank(pValues);
  let least = 1;
  const adjusted = ranked
    .map(({ index, p }, place) => ({ index, p, rank: place + 1 }))
    .reverse()
    .map(({ index, p, rank: position }): Ranked => {
      least = Math.min(least, (ranked.length / position) * p);
      return { index, p: least };
    });
  return place(adjusted, pValues.length);
}
