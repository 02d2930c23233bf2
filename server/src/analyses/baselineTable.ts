// The cells of one dimension in the baseline table, protected both ways: down a column, the categories add up to its
// patients; along a row, the groups add up to all.
import type { HiddenReason } from "@afterglow/shared";
import { judgePart } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectLines, type Cell, type Line } from "../disclosure/protectLines";

/** A column's patients, and whether the whole column is hidden. */
export type Column = Cell;

/**
 * `counts`: one row a listed category, one number a column; column 0 is all. The categories that are not listed are
 * one more row, since anyone can work it out from the column's patients.
 */
export function protectBlock(
  policy: Policy,
  counts: readonly (readonly number[])[],
  columns: readonly Column[],
): Cell[][] {
  const rest = columns.map((column, at) => counts.reduce((left, row) => left - (row[at] ?? 0), column.count));
  const rows = [...counts, rest];
  const width = columns.length;
  const at = (row: number, column: number): number => row * width + column;
  const cells = rows.flatMap((row) =>
    columns.map((column, index): Cell => ({
      count: row[index] ?? 0,
      hidden: mark(policy, row[index] ?? 0, column),
    })),
  );
  // Nobody is in an empty column, and everyone can see that: it protects nothing.
  const filled = columns.flatMap((column, index) => (index > 0 && column.count > 0 ? [index] : []));
  const down = columns.flatMap((column, index): Line[] =>
    column.hidden !== null ? [] : [{ parts: rows.map((_, row) => at(row, index)), total: null }],
  );
  const along =
    filled.length === 0
      ? []
      : rows.map((_, row): Line => ({ parts: filled.map((column) => at(row, column)), total: at(row, 0) }));
  const safe = protectLines(policy, cells, [...down, ...along]);
  return counts.map((_, row) => safe.slice(at(row, 0), at(row + 1, 0)));
}

function mark(policy: Policy, count: number, column: Column): HiddenReason | null {
  if (column.hidden !== null) return column.hidden;
  return judgePart(policy, count, column.count) === "SHOWN" ? null : "TOO_FEW";
}
