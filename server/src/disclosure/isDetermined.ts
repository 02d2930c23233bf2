// Which hidden cells follow from the shown ones, when all lines of a table are solved together.
// Only equations are used here; that counts cannot be negative is looked after in protectLines.ts.
import type { Line } from "./protectLines";

/** Brings the lines' equations in the hidden cells to their reduced form; an equation in one unknown gives it away. */
export function isDetermined(hidden: readonly boolean[], lines: readonly Line[]): boolean[] {
  const equations = lines
    .map((line) => {
      const row = hidden.map(() => 0);
      for (const part of line.parts) if (hidden[part]) row[part] = 1;
      if (line.total !== null && hidden[line.total]) row[line.total] = -1;
      return row;
    })
    .filter((row) => row.some((factor) => factor !== 0));
  const reduced = reduce(equations);
  const given = hidden.map(() => false);
  for (const row of reduced) {
    const unknowns = row.flatMap((factor, index) => (isZero(factor) ? [] : [index]));
    if (unknowns.length === 1) given[unknowns[0] ?? 0] = true;
  }
  return given;
}

// Factors stay sums of few ones; noise is far below this.
const isZero = (factor: number): boolean => Math.abs(factor) < 1e-9;

/** Gauss-Jordan elimination. */
function reduce(equations: number[][]): number[][] {
  const rows = equations.map((row) => [...row]);
  let rank = 0;
  const width = rows[0]?.length ?? 0;
  for (let at = 0; at < width && rank < rows.length; at++) {
    const found = rows.findIndex((row, index) => index >= rank && !isZero(row[at] ?? 0));
    const pivot = rows[found];
    const swapped = rows[rank];
    if (pivot === undefined || swapped === undefined) continue;
    rows[found] = swapped;
    const factor = pivot[at] ?? 1;
    const unit = pivot.map((each) => each / factor);
    rows[rank] = unit;
    rows.forEach((row, index) => {
      const times = row[at] ?? 0;
      if (index === rank || isZero(times)) return;
      rows[index] = row.map((each, position) => each - times * (unit[position] ?? 0));
    });
    rank++;
  }
  return rows.slice(0, rank);
}
