// What follows for the cells of a table from sums of some of them: by linear algebra where the sums are exact, and by
// bounds where they are rounded. An attacker's tool, of no use to the product.

/** Places of the cells that are added up, and between what their sum lies. */
export interface Sum {
  readonly cells: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** Which cells follow from the sums alone: those that a combination of the sums is equal to. */
export function determined(sums: readonly Sum[], cells: number): ReadonlySet<number> {
  const rows = sums.map(({ cells: own }) => {
    const row = new Array<number>(cells).fill(0);
    for (const cell of own) row[cell] = 1;
    return row;
  });
  const pivots: number[] = [];
  for (let column = 0; column < cells; column++) {
    const at = rows.findIndex((row, place) => place >= pivots.length && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = rows[at];
    const top = rows[pivots.length];
    if (pivot === undefined || top === undefined) continue;
    rows[at] = top;
    const scaled = pivot.map((value) => value / (pivot[column] ?? 1));
    rows[pivots.length] = scaled;
    rows.forEach((row, place) => {
      const factor = row[column] ?? 0;
      if (place !== pivots.length && Math.abs(factor) > 1e-9)
        rows[place] = row.map((value, cell) => value - factor * (scaled[cell] ?? 0));
    });
    pivots.push(column);
  }
  const alone = pivots.filter((pivot, place) =>
    rows[place]?.every((value, cell) => cell === pivot || Math.abs(value) < 1e-9),
  );
  return new Set(alone);
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Nobody is fewer than none: bounds are drawn closer until nothing moves. */
export function bounded(sums: readonly Sum[], cells: number): readonly Bounds[] {
  const bounds = Array.from({ length: cells }, () => ({ least: 0, most: Infinity }));
  for (let moved = true; moved;) {
    moved = false;
    for (const { cells: own, least, most } of sums) {
      const low = own.reduce((sum, cell) => sum + (bounds[cell]?.least ?? 0), 0);
      const high = own.reduce((sum, cell) => sum + (bounds[cell]?.most ?? 0), 0);
      for (const cell of own) {
        const bound = bounds[cell];
        if (bound === undefined) continue;
        const others = high - bound.most;
        const up = Math.min(bound.most, most - (low - bound.least));
        const down = Math.max(bound.least, Number.isFinite(others) ? least - others : -Infinity);
        if (up < bound.most || down > bound.least) moved = true;
        bound.most = up;
        bound.least = down;
      }
    }
  }
  return bounds;
}
