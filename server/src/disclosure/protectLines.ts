// Secondary suppression: hides further cells until no hidden one can be had back by adding and subtracting.
// Which cells are too small by themselves is decided before, in cells.ts.
import type { HiddenReason } from "@afterglow/shared";
import { isDetermined } from "./isDetermined";
import type { Policy } from "./policy";
import { leavesRange, type LineSeen } from "./rangeLeft";

export interface Cell {
  /** The true count, in distinct patients. */
  readonly count: number;
  readonly hidden: HiddenReason | null;
  /** Not in the answer, but seen by whoever subtracts the other parts of its line from the total. */
  readonly isRest?: boolean;
  /** Size of the group that it belongs to: what is hidden to protect another is hidden in the smallest group. */
  readonly groupSize?: number;
  /** Missed least by a reader: where one part of its line must be hidden to protect another, it is this one. */
  readonly isSpare?: boolean;
  /** What the reader knows that it cannot exceed, where that is less than the mark says. */
  readonly most?: number;
}

/** Cells that add up to a total: a cell too, or a number that the reader knows from elsewhere (null). */
export interface Line {
  readonly parts: readonly number[];
  readonly total: number | null;
  /** Sizes of groups: where all hidden ones are empty there is nobody to protect. Not so for what befell patients. */
  readonly mayBeEmpty?: boolean;
}

/**
 * In every line, the hidden parts are two or more and may not be known too well; and from all lines at once no
 * hidden cell follows. Where a line is not so, its smallest shown part is hidden too; where none is left, its total.
 *
 * Where counts are rounded, shown counts do not add up exactly, and a line's hidden parts are known only within the
 * roundings of all that is shown: that must leave each at least as many values as a shown count stands for
 * (rangeLeft.ts). A single hidden group beside shown ones is then left as it is; a single hidden cell is not.
 *
 * Where they are not rounded, the hidden parts hold k patients together. Hidden parts that are all "too few" must also leave room: two parts under 5 that add up to 8 are 4 and 4. So
 * their sum may be no more than lets one of them still be 1 or less; else another is hidden.
 * Where a further cell was hidden, all hidden cells of the line say PROTECTS_ANOTHER: which of them was the small one
 * is part of the secret (of 6 = a + b with a under 5 and b at least 5, a would be 1).
 */
export function protectLines(policy: Policy, cells: readonly Cell[], lines: readonly Line[]): Cell[] {
  const result = cells.map((cell) => ({ ...cell }));
  const helped = new Set<Line>();
  for (let more = true; more;) {
    more = false;
    for (const line of lines) {
      if (isSafe(policy, result, line) && !follows(result, lines, line)) continue;
      const next = nextToHide(result, line);
      // All is hidden already: what is left to take away is which of them are the small ones.
      if (next === undefined) {
        if (hiddenOf(result, line).length > 1) helped.add(line);
        continue;
      }
      next.hidden = "PROTECTS_ANOTHER";
      // A rest says nothing by being hidden: it is never in the answer.
      if (next.isRest !== true) helped.add(line);
      more = true;
      break;
    }
  }
  for (const line of helped) {
    for (const part of hiddenOf(result, line)) part.hidden = "PROTECTS_ANOTHER";
  }
  return result;
}

type Open = { -readonly [Key in keyof Cell]: Cell[Key] };

const cellsOf = (cells: readonly Open[], indexes: readonly number[]): Open[] =>
  indexes.flatMap((index) => cells[index] ?? []);
const hiddenOf = (cells: readonly Open[], line: Line): Open[] =>
  cellsOf(cells, line.parts).filter((cell) => cell.hidden !== null);
const isTotalHidden = (cells: readonly Open[], line: Line): boolean =>
  line.total !== null && cells[line.total]?.hidden != null;

function isSafe(policy: Policy, cells: readonly Open[], line: Line): boolean {
  const hidden = hiddenOf(cells, line);
  const totalHidden = isTotalHidden(cells, line);
  if (hidden.length === 0) return !totalHidden;
  if (totalHidden) return true;
  if (line.mayBeEmpty === true && hidden.every((cell) => cell.count === 0)) return true;
  if (policy.roundedTo > 1) {
    if (hidden.length === 1 && line.mayBeEmpty !== true) return false;
    return leavesRange(policy, seenOf(policy, cells, line));
  }
  if (hidden.length === 1) return false;
  const sum = hidden.reduce((total, cell) => total + cell.count, 0);
  if (sum < policy.smallestCount) return false;
  const allFew = hidden.every((cell) => isKnownFew(policy, cell));
  return !allFew || sum <= (hidden.length - 1) * (policy.smallestCount - 1) + 1;
}

const isKnownFew = (policy: Policy, cell: Open): boolean =>
  cell.hidden === "TOO_FEW" && cell.count < policy.smallestCount;

function seenOf(policy: Policy, cells: readonly Open[], line: Line): LineSeen {
  const shown = cellsOf(cells, line.parts).filter((cell) => cell.hidden === null);
  return {
    shown: shown.map(({ count }) => count),
    hidden: hiddenOf(cells, line).map((cell) => ({
      count: cell.count,
      most: Math.min(cell.most ?? Infinity, isKnownFew(policy, cell) ? policy.smallestCount - 1 : Infinity),
    })),
  };
}

/** Does a hidden cell of this line follow from all lines together? */
function follows(cells: readonly Open[], lines: readonly Line[], line: Line): boolean {
  if (lines.length < 2 || hiddenOf(cells, line).length === 0) return false;
  const determined = isDetermined(
    cells.map((cell) => cell.hidden !== null),
    lines,
  );
  return line.parts.some((index) => determined[index] === true);
}

/**
 * The rest, where a part of the answer is hidden beside it. Else the spare part; else the shown part of the smallest
 * group that holds anybody; the first of equals. Then empty ones, then the total.
 */
function nextToHide(cells: readonly Open[], line: Line): Open | undefined {
  const shown = cellsOf(cells, line.parts).filter((cell) => cell.hidden === null);
  const rest = shown.find((cell) => cell.isRest === true);
  if (rest !== undefined && hiddenOf(cells, line).some((cell) => cell.isRest !== true)) return rest;
  const filled = shown
    .filter((cell) => cell.count > 0)
    .sort(
      (one, other) =>
        Number(other.isSpare ?? false) - Number(one.isSpare ?? false) ||
        (one.groupSize ?? 0) - (other.groupSize ?? 0) ||
        one.count - other.count,
    );
  const total = line.total === null ? undefined : cells[line.total];
  return filled[0] ?? shown[0] ?? (total?.hidden === null ? total : undefined);
}
