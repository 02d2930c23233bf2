// What follows from a baseline table: small tables at random, attacked by a reader who knows the rules and tries every
// table that would look the same. Under `publish`, where shown counts are rounded.
import { protectBlock } from "../../server/src/analyses/baselineTable";
import { judgePart } from "../../server/src/disclosure/cells";
import { policyOf } from "../../server/src/disclosure/policy";
import { protectGroups } from "../../server/src/disclosure/protectGroups";
import type { Cell } from "../../server/src/disclosure/protectLines";
import { roundCount } from "../../server/src/disclosure/rounding";
import { randomFrom } from "../queries/analysisRows";

const publish = policyOf("publish");
const k = publish.smallestCount;

/** Patients of each group, and how many of them have each of the listed, mutually exclusive characteristics. */
type Table = readonly { readonly size: number; readonly listed: readonly number[] }[];

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const random = randomFrom(21);
const upTo = (most: number): number => Math.floor(random() * (most + 1));

function answer(table: Table, characteristics: number) {
  const sizes = table.map(({ size }) => size);
  const marks = [null, ...protectGroups(publish, sizes)];
  const columns = [sum(sizes), ...sizes].map((count, index): Cell => ({
    count,
    hidden: marks[index] ?? null,
  }));
  const counts = Array.from({ length: characteristics }, (_, row) => {
    const listed = table.map((group) => group.listed[row] ?? 0);
    return [sum(listed), ...listed];
  });
  const cells = protectBlock(publish, counts, columns);
  const seen = (each: Cell): number | string => each.hidden ?? roundCount(publish, each.count);
  return { columns, cells, text: JSON.stringify([columns.map(seen), ...cells.map((row) => row.map(seen))]) };
}

function randomTable(characteristics: number): Table {
  return Array.from({ length: 2 + upTo(2) }, () => {
    const size = random() < 0.25 ? upTo(k - 1) : k + upTo(70);
    let left = size;
    const listed = Array.from({ length: characteristics }, () => {
      const count = Math.min(left, random() < 0.5 ? upTo(14) : upTo(left));
      left -= count;
      return count;
    });
    return { size, listed };
  });
}

/** Tables like this one, that may look the same: some patients changed, or moved to another group. */
function* neighbours(table: Table, characteristics: number): Generator<Table> {
  for (let tries = 0; tries < 60_000; tries++) {
    const other = table.map(({ size, listed }) => ({ size, listed: [...listed] }));
    for (let changes = 1 + upTo(3); changes > 0; changes--) {
      const [from, to] = [other[upTo(other.length - 1)], other[upTo(other.length - 1)]];
      if (from === undefined || to === undefined) continue;
      const [row, step] = [upTo(characteristics), (1 + upTo(3)) * (random() < 0.5 ? -1 : 1)];
      const moves = random() < 0.5;
      if (moves || row === characteristics) from.size += step;
      if (row < characteristics) from.listed[row] = (from.listed[row] ?? 0) + step;
      if (!moves) continue;
      to.size -= step;
      if (row < characteristics) to.listed[row] = (to.listed[row] ?? 0) - step;
    }
    const isPossible = other.every(
      ({ size, listed }) => sum(listed) <= size && listed.every((count) => count >= 0),
    );
    if (isPossible) yield other;
  }
}

/** What is hidden for its own sake. A cell that only protects another could be shown by itself. */
const isSmall = (table: Table, group: number, row: number): boolean =>
  judgePart(publish, table[group]?.listed[row] ?? 0, table[group]?.size ?? 0) !== "SHOWN";

it.each([
  [1, 500],
  [2, 150],
])(
  "leaves every small cell another count that gives the same answer: %i listed",
  (characteristics, rounds) => {
    let hidden = 0;
    for (let round = 0; round < rounds; round++) {
      const table = randomTable(characteristics);
      if (sum(table.map(({ size }) => size)) < 5 * k) continue;
      const { columns, cells, text } = answer(table, characteristics);
      const differs = (other: Table, [group = 0, row = 0]: readonly number[]): boolean =>
        other[group]?.listed[row] !== table[group]?.listed[row];
      let open = table.flatMap((_, group) =>
        cells.flatMap((row, at) =>
          row[group + 1]?.hidden != null && columns[group + 1]?.hidden === null && isSmall(table, group, at)
            ? [[group, at]]
            : [],
        ),
      );
      hidden += open.length;
      for (const other of neighbours(table, characteristics)) {
        if (open.length === 0) break;
        if (!open.some((place) => differs(other, place))) continue;
        if (answer(other, characteristics).text === text)
          open = open.filter((place) => !differs(other, place));
      }
      expect({ table, known: open }).toEqual({ table, known: [] });
    }
    expect(hidden).toBeGreaterThan(rounds / 2);
  },
);

it("shows everyone, and the large groups, beside small ones and those hidden as a whole", () => {
  const sizes = [12000, 5930, 2545, 1080, 1025, 290, 680, 390, 40, 25, 3, 0];
  const columns = sizes.map((count): Cell => ({ count, hidden: count < k ? "TOO_FEW" : null }));
  const severe = [4310, 2400, 900, 410, 290, 90, 120, 82, 9, 8, 1, 0];
  const unknown = [8, 5, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const [severeMarks = [], unknownMarks = []] = protectBlock(publish, [severe, unknown], columns).map((row) =>
    row.map(({ hidden }) => hidden !== null),
  );
  expect(severeMarks.slice(0, 8)).toEqual(severeMarks.slice(0, 8).map(() => false));
  expect(severeMarks.slice(8)).toEqual([true, true, true, true]);
  expect(unknownMarks.slice(0, 3)).toEqual([true, true, true]);
});

it("hides the smallest group's cell, not everyone's, where a single cell is hidden", () => {
  const columns = [400, 200, 100, 100].map((count): Cell => ({ count, hidden: null }));
  const [marks = []] = protectBlock(publish, [[150, 4, 60, 86]], columns);
  expect(marks.map(({ hidden }) => hidden)).toEqual([null, "PROTECTS_ANOTHER", "PROTECTS_ANOTHER", null]);
});

it.each([
  ["internal", [60, 40, 10, 4], [null, null, "PROTECTS_ANOTHER", "PROTECTS_ANOTHER"]],
  ["internal", [60, 40, 10, 0], [null, null, null, "TOO_FEW"]],
  ["internal", [60, 40, 2, 3], [null, null, "TOO_FEW", "TOO_FEW"]],
  ["publish", [60, 40, 20, 4], [null, null, null, "TOO_FEW"]],
  ["publish", [60, 40, 20, 0], [null, null, null, "TOO_FEW"]],
] as const)("hides of groups under %s of %j: %j", (profile, sizes, marks) => {
  expect(protectGroups(policyOf(profile), sizes)).toEqual(marks);
});

it.each([
  // Alone it would be what the others leave of the total.
  ["internal", [60, 40, 30], [false, true, false], [null, "PROTECTS_ANOTHER", "PROTECTS_ANOTHER"]],
  ["publish", [60, 40, 30], [false, true, false], [null, "PROTECTS_ANOTHER", "PROTECTS_ANOTHER"]],
  // An empty group beside it hides nothing.
  ["publish", [60, 40, 0], [false, true, false], Array(3).fill("PROTECTS_ANOTHER")],
  [
    "internal",
    [60, 40, 9, 3],
    [false, true, false, false],
    [null, "PROTECTS_ANOTHER", null, "PROTECTS_ANOTHER"],
  ],
  ["publish", [60, 40, 3], [false, true, true], [null, "PROTECTS_ANOTHER", "PROTECTS_ANOTHER"]],
  // A small one that the rule hides as well is hidden as it was.
  ["publish", [60, 40, 3], [false, false, true], [null, null, "TOO_FEW"]],
] as const)("hides of groups under %s of %j, by rule %j: %j", (profile, sizes, byRule, marks) => {
  expect(protectGroups(policyOf(profile), sizes, byRule)).toEqual(marks);
});

it("leaves the size of a hidden group open by five counts or more, where counts are rounded", () => {
  for (let round = 0; round < 2000; round++) {
    const sizes = [upTo(k - 1), ...Array.from({ length: 1 + upTo(3) }, () => k + upTo(40))];
    const marks = protectGroups(publish, sizes);
    if (marks.filter((mark) => mark !== null).length !== 1 || sizes[0] === 0) continue;
    const shown = sizes.slice(1).map((size) => roundCount(publish, size));
    const alike = (count: number): number[] =>
      Array.from({ length: 5 }, (_, at) => count - 2 + at).filter((size) => size >= k);
    const total = roundCount(
      publish,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    // Sums of the shown groups run over every number between the least and the most.
    const least = shown.reduce((sum, count) => sum + Math.min(...alike(count)), 0);
    const most = shown.reduce((sum, count) => sum + Math.max(...alike(count)), 0);
    const possible = Array.from({ length: k }, (_, size) => size).filter((size) =>
      alike(total).some((whole) => whole - size >= least && whole - size <= most),
    );
    expect(possible.length).toBeGreaterThanOrEqual(5);
  }
});
