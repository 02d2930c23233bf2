// Secondary suppression: hides further cells until no hidden one can be had back by adding and subtracting.
// Which cells are too small by themselves is decided before, in cells.ts.
import type { HiddenReason } from "@afterglow/shared";
import { isDetermined } from "./isDetermined";
import type { Policy } from "./policy";

export interface Cell {
  /** The true count, in distinct patients. */
  readonly count: number;
  readonly hidden: HiddenReason | null;
}

/** Cells that add up to a total: a cell too, or a number that the reader knows from elsewhere (null). */
export interface Line {
  readonly parts: readonly number[];
  readonly total: number | null;
  /** Sizes of groups: where all hidden ones are empty there is nobody to protect. Not so for what befell patients. */
  readonly mayBeEmpty?: boolean;
}

/**
 * In every line, the hidden parts are two or more and hold k patients together; and from all lines at once no hidden
 * cell follows. Where a line is not so, its smallest shown part is hidden too; where none is left, its total.
 *
 * Hidden parts that are all "too few" must also leave room: two parts under 5 that add up to 8 are 4 and 4. So
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
      helped.add(line);
      more = true;
    }
  }
  for (const line of helped) {
    for (const part of hiddenOf(result, line)) part.hidden = "PROTECTS_ANOTHER";
  }
  return result;
}

type Open = { count: number; hidden: HiddenReason | null };

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
  if (hidden.length === 1) return false;
  const sum = hidden.reduce((total, cell) => total + cell.count, 0);
  if (sum < policy.smallestCount) return false;
  const allFew = hidden.every((cell) => cell.hidden === "TOO_FEW" && cell.count < policy.smallestCount);
  return !allFew || sum <= (hidden.length - 1) * (policy.smallestCount - 1) + 1;
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

/** The smallest shown part that holds anybody; the first of equals. Then empty ones, then the total. */
function nextToHide(cells: readonly Open[], line: Line): Open | undefined {
  const shown = cellsOf(cells, line.parts).filter((cell) => cell.hidden === null);
  const filled = shown.filter((cell) => cell.count > 0).sort((one, other) => one.count - other.count);
  const total = line.total === null ? undefined : cells[line.total];
  return filled[0] ?? shown[0] ?? (total?.hidden === null ? total : undefined);
}
