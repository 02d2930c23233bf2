// The cells of one dimension in the baseline table, protected both ways: down a column, the categories add up to its
// patients; along a row, the groups add up to all.
import type { HiddenReason } from "@afterglow/shared";
import { hiddenCount, hiddenEstimate, judgePart } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectLines, type Cell, type Line } from "../disclosure/protectLines";
import { rangeOfHidden } from "../disclosure/rangeLeft";
import { judgedPart, type PartAndShare } from "./shares";

/** A column's patients, and whether the whole column is hidden. */
export type Column = Cell;

/**
 * `counts`: one row a listed category, one number a column; column 0 is all. The categories that are not listed are
 * one more row, the rest: whoever sees all that is listed can work it out.
 * Columns hidden as a whole are one hidden group, which is one hidden cell of each row.
 */
export function protectBlock(
  policy: Policy,
  counts: readonly (readonly number[])[],
  columns: readonly Column[],
): Cell[][] {
  const rest = columns.map((column, at) => counts.reduce((left, row) => left - (row[at] ?? 0), column.count));
  const rows = [...counts, rest];
  // One column more: the groups that are hidden as a whole, together.
  const width = columns.length + 1;
  const at = (row: number, column: number): number => row * width + column;
  const most = mostHidden(policy, columns);
  const cells = rows.flatMap((row, index): Cell[] => [
    ...columns.map((column, group): Cell => ({
      count: row[group] ?? 0,
      hidden: mark(policy, row[group] ?? 0, column),
      isRest: index === counts.length,
      groupSize: column.count,
    })),
    {
      count: hiddenGroups(columns).reduce((sum, group) => sum + (row[group] ?? 0), 0),
      hidden: "TOO_FEW",
      most,
    },
  ]);
  const shown = columns.flatMap((column, index) => (index > 0 && column.hidden === null ? [index] : []));
  const down = columns.flatMap((column, index): Line[] =>
    column.hidden !== null ? [] : [{ parts: rows.map((_, row) => at(row, index)), total: null }],
  );
  // Hidden groups of whom the reader knows that nobody is in them protect nothing.
  const groups = most > 0 ? [...shown, columns.length] : shown;
  const along =
    columns.length === 1
      ? []
      : rows.map((_, row): Line => ({ parts: groups.map((column) => at(row, column)), total: at(row, 0) }));
  const safe = protectLines(policy, cells, [...down, ...along]);
  return counts.map((_, row) => safe.slice(at(row, 0), at(row, columns.length)));
}

/** A cell of the protected block as the part that it is of its column. */
export function partOfColumn(policy: Policy, cell: Cell | undefined, column: Column): PartAndShare {
  if (cell === undefined || column.hidden !== null || cell.hidden === "PROTECTS_ANOTHER") {
    const hidden = column.hidden ?? cell?.hidden ?? "TOO_FEW";
    return { patients: hiddenCount(hidden), share: hiddenEstimate(hidden) };
  }
  return judgedPart(policy, cell.count, column.count, judgePart(policy, cell.count, column.count));
}

const hiddenGroups = (columns: readonly Column[]): number[] =>
  columns.flatMap((column, index) => (index > 0 && column.hidden !== null ? [index] : []));

/** How many patients the groups that are hidden as a whole can hold together, by the sizes that are shown. */
function mostHidden(policy: Policy, columns: readonly Column[]): number {
  const groups = columns.slice(1);
  const hidden = groups.flatMap(({ count, hidden: reason }) =>
    reason === null ? [] : [{ count, most: Infinity }],
  );
  if (hidden.length === 0 || columns[0]?.hidden !== null) return 0;
  const shown = groups.flatMap(({ count, hidden: reason }) => (reason === null ? [count] : []));
  return rangeOfHidden(policy, { shown, hidden }).most;
}

function mark(policy: Policy, count: number, column: Column): HiddenReason | null {
  if (column.hidden !== null) return column.hidden;
  return judgePart(policy, count, column.count) === "SHOWN" ? null : "TOO_FEW";
}
