// Totals minus the visible reveal nothing: small tables at random, attacked by trying every way to fill what is hidden.
import type { HiddenReason } from "@afterglow/shared";
import { isDetermined } from "../../server/src/disclosure/isDetermined";
import { policyOf } from "../../server/src/disclosure/policy";
import { protectLines, type Cell, type Line } from "../../server/src/disclosure/protectLines";
import { protectParts } from "../../server/src/disclosure/protectParts";
import { randomFrom } from "../queries/analysisRows";

const internal = policyOf("internal");
const k = internal.smallestCount;
const small = (count: number): HiddenReason | null => (count > 0 && count < k ? "TOO_FEW" : null);

/** What a reader can fill in: parts that add up, each as its mark allows (too few have it, or too few do not). */
function possible(parts: readonly number[], marks: readonly (HiddenReason | null)[]): number[][] {
  const hidden = parts.flatMap((_, index) => (marks[index] === null ? [] : [index]));
  const whole = parts.reduce((total, part) => total + part, 0);
  const allowed = (index: number, value: number): boolean =>
    marks[index] !== "TOO_FEW" || value < k || whole - value < k;
  const fill = (left: number, from: number): number[][] => {
    const index = hidden[from] ?? 0;
    if (from === hidden.length - 1) return allowed(index, left) ? [[left]] : [];
    return Array.from({ length: left + 1 }, (_, value) => value)
      .filter((value) => allowed(index, value))
      .flatMap((value) => fill(left - value, from + 1).map((rest) => [value, ...rest]));
  };
  const sum = hidden.reduce((total, index) => total + (parts[index] ?? 0), 0);
  return hidden.length === 0 ? [] : fill(sum, 0);
}

it("leaves a hidden part of a known whole anything from none or one to k - 1", () => {
  const random = randomFrom(11);
  for (let round = 0; round < 1000; round++) {
    const parts = Array.from({ length: 2 + Math.floor(random() * 4) }, () => Math.floor(random() ** 2 * 14));
    const whole = parts.reduce((sum, part) => sum + part, 0);
    if (whole < k) continue;
    const marks = protectParts(internal, parts, whole, whole, round % 2 === 0 ? parts.length - 1 : null);
    const worlds = possible(parts, marks);
    const hidden = parts.filter((_, index) => marks[index] !== null);
    for (const [position, count] of hidden.entries()) {
      if (count === 0 || count >= k) continue;
      const values = new Set(worlds.map((world) => world[position] ?? -1));
      for (let value = 1; value < k; value++)
        expect({ parts, marks, has: values.has(value) }).toEqual({ parts, marks, has: true });
    }
    parts.forEach((count, index) => {
      if (small(count) !== null) expect(marks[index]).not.toBeNull();
    });
  }
});

it.each([
  [
    [3, 20, 30],
    ["PROTECTS_ANOTHER", "PROTECTS_ANOTHER", null],
  ],
  [
    [4, 4, 30],
    ["PROTECTS_ANOTHER", "PROTECTS_ANOTHER", "PROTECTS_ANOTHER"],
  ],
  [
    [2, 3, 30],
    ["TOO_FEW", "TOO_FEW", null],
  ],
  [
    [1, 2, 9, 30],
    ["PROTECTS_ANOTHER", "PROTECTS_ANOTHER", "PROTECTS_ANOTHER", null],
  ],
  [
    [0, 20, 30],
    [null, null, null],
  ],
])("hides of %j: %j", (parts, marks) => {
  expect(
    protectParts(
      internal,
      parts,
      parts.reduce((sum, part) => sum + part, 0),
    ),
  ).toEqual(marks);
});

it("hides the part that is missed least, where one has to protect another", () => {
  expect(protectParts(internal, [3, 20, 30, 90], 143, 143, 3)).toEqual([
    "PROTECTS_ANOTHER",
    null,
    null,
    "PROTECTS_ANOTHER",
  ]);
  expect(protectParts(internal, [20, 30, 90], 140, 140, 2)).toEqual([null, null, null]);
});

it("hides what a line of groups with its total would give away, but not for empty groups", () => {
  const cells = (counts: number[]): Cell[] =>
    counts.map((count) => ({ count, hidden: count < k ? "TOO_FEW" : null }));
  const line: Line = { parts: [1, 2, 3], total: 0, mayBeEmpty: true };
  const marks = (counts: number[]) =>
    protectLines(internal, cells(counts), [line]).map(({ hidden }) => hidden);
  expect(marks([50, 0, 20, 30])).toEqual([null, "TOO_FEW", null, null]);
  expect(marks([53, 3, 20, 30])).toEqual([null, "PROTECTS_ANOTHER", "PROTECTS_ANOTHER", null]);
});

it("leaves no hidden cell of a two-way table to be solved for", () => {
  const random = randomFrom(5);
  for (let round = 0; round < 300; round++) {
    const [height, width] = [2 + Math.floor(random() * 3), 2 + Math.floor(random() * 4)];
    const inner = Array.from({ length: height }, () =>
      Array.from({ length: width }, () => Math.floor(random() ** 2 * 25)),
    );
    // Column 0 is the total of its row, so that shown and hidden totals both occur; a column's own total is known.
    const rows = inner.map((row) => [row.reduce((sum, count) => sum + count, 0), ...row]);
    const cells = rows.flat().map((count): Cell => ({ count, hidden: small(count) }));
    const at = (row: number, column: number): number => row * (width + 1) + column;
    const columns = Array.from({ length: width + 1 }, (_, column): Line => ({
      parts: rows.map((__, row) => at(row, column)),
      total: null,
    }));
    const along = rows.map((_, row): Line => ({
      parts: Array.from({ length: width }, (__, column) => at(row, column + 1)),
      total: at(row, 0),
    }));
    const lines = [...columns, ...along];
    const safe = protectLines(internal, cells, lines);
    const determined = isDetermined(
      safe.map(({ hidden }) => hidden !== null),
      lines,
    );
    // Where a whole column holds fewer than k nothing can be done here: such a column is hidden before.
    const isFewColumn = columns.some(({ parts }) => {
      const sum = parts.reduce((total, part) => total + (cells[part]?.count ?? 0), 0);
      return sum < k;
    });
    if (!isFewColumn) expect({ rows, determined }).toEqual({ rows, determined: cells.map(() => false) });
  }
});
