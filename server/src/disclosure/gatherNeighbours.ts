// How the steps of a merged curve are made out of days: neighbours taken together, standing at their median. What is
// enough for a step, and how it is rounded, is said by those who merge.

/** Neighbours together until they are enough; what is left over joins the last. Not enough in all: none. */
export function gatherNeighbours<Row>(
  rows: readonly Row[],
  isEnough: (open: readonly Row[]) => boolean,
): Row[][] {
  const bins: Row[][] = [];
  let open: Row[] = [];
  for (const row of rows) {
    open.push(row);
    if (!isEnough(open)) continue;
    bins.push(open);
    open = [];
  }
  bins.at(-1)?.push(...open);
  return bins;
}

/** The time by which half of those counted have had it: as many are drawn early as late. */
export function medianTime<Row extends { readonly time: number }>(
  bin: readonly Row[],
  countOf: (row: Row) => number,
): number {
  const half = bin.reduce((sum, row) => sum + countOf(row), 0) / 2;
  let seen = 0;
  return bin.find((row) => (seen += countOf(row)) >= half)?.time ?? 0;
}
