// What follows from a baseline table: small tables at random, attacked by a reader who knows the rules and tries every
// table that would look the same. Under `publish`, where shown counts are rounded.
import { protectBlock } from "../../server/src/analyses/baselineTable";
import { policyOf } from "../../server/src/disclosure/policy";
import { protectGroups } from "../../server/src/disclosure/protectGroups";
import type { Cell } from "../../server/src/disclosure/protectLines";
import { roundCount } from "../../server/src/disclosure/rounding";
import { randomFrom } from "../queries/analysisRows";

const publish = policyOf("publish");
const k = publish.smallestCount;

/** Patients of each group, and how many of them have the one listed characteristic. */
type Table = readonly { readonly size: number; readonly listed: number }[];

function answer(table: Table) {
  const sizes = table.map(({ size }) => size);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const marks = [null, ...protectGroups(publish, sizes)];
  const columns = [sum(sizes), ...sizes].map((count, index): Cell => ({
    count,
    hidden: marks[index] ?? null,
  }));
  const listed = table.map((group) => group.listed);
  const [cells = []] = protectBlock(publish, [[sum(listed), ...listed]], columns);
  const seen = (each: Cell): number | string => each.hidden ?? roundCount(publish, each.count);
  return { columns, cells, text: JSON.stringify([columns.map(seen), cells.map(seen)]) };
}

const random = randomFrom(21);
const upTo = (most: number): number => Math.floor(random() * (most + 1));
function randomTable(): Table {
  const groups = 2 + upTo(2);
  return Array.from({ length: groups }, () => {
    const size = random() < 0.25 ? upTo(k - 1) : k + upTo(70);
    return { size, listed: Math.min(size, random() < 0.5 ? upTo(14) : upTo(size)) };
  });
}

/** The same table with one group's numbers changed, and perhaps another's, so that it may look the same. */
function* neighbours(table: Table): Generator<Table> {
  const steps = [-4, -3, -2, -1, 1, 2, 3, 4];
  for (const [index] of table.entries()) {
    for (const step of steps) yield changed(table, [[index, step]]);
    for (const [other] of table.entries()) {
      if (other === index) continue;
      for (const step of steps) {
        for (const back of steps)
          yield changed(table, [
            [index, step],
            [other, back],
          ]);
      }
    }
  }
}

const changed = (table: Table, changes: readonly (readonly [number, number])[]): Table =>
  table.map(({ size, listed }, index) => {
    const step = changes.find(([at]) => at === index)?.[1] ?? 0;
    return { size, listed: Math.max(0, Math.min(size, listed + step)) };
  });

it("leaves every hidden cell another count that gives the same answer", () => {
  let hidden = 0;
  for (let round = 0; round < 600; round++) {
    const table = randomTable();
    if (table.reduce((sum, { size }) => sum + size, 0) < 5 * k) continue;
    const { columns, cells, text } = answer(table);
    const open = new Set(
      table.flatMap(({ size, listed }, index) =>
        cells[index + 1]?.hidden != null && columns[index + 1]?.hidden === null && size > 0 && listed >= 0
          ? [index]
          : [],
      ),
    );
    hidden += open.size;
    for (const other of neighbours(table)) {
      if (open.size === 0) break;
      if (![...open].some((index) => other[index]?.listed !== table[index]?.listed)) continue;
      if (answer(other).text !== text) continue;
      for (const index of open) if (other[index]?.listed !== table[index]?.listed) open.delete(index);
    }
    expect({ table, known: [...open] }).toEqual({ table, known: [] });
  }
  expect(hidden).toBeGreaterThan(300);
});

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
