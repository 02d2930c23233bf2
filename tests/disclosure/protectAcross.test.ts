// Parts of groups beside each other, unrounded: a reader who has the figure with groups and the one without, and who tries
// every table that fits both, learns no hidden count.
import { policyOf } from "../../server/src/disclosure/policy";
import { protectAcross, type GroupParts } from "../../server/src/disclosure/protectAcross";
import { protectParts } from "../../server/src/disclosure/protectParts";
import { randomFrom } from "../queries/analysisRows";

const internal = policyOf("internal");
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
const groupOf = (...counts: number[]): GroupParts => ({ counts, whole: sum(counts), isHidden: false });

test("hides the same part of another group where one is hidden and all together are shown", () => {
  const groups = [groupOf(3, 20), groupOf(12, 30), groupOf(9, 40)];
  const marks = protectAcross(internal, groups);
  expect(marks.map(([part]) => part === null)).toEqual([false, false, true]);
});

test("leaves groups alone where counts are rounded, where all together are hidden, and groups of nobody", () => {
  const groups = [groupOf(30, 20), groupOf(4, 90), groupOf(120, 40)];
  const publish = policyOf("publish");
  expect(protectAcross(publish, groups)).toEqual(
    groups.map(({ counts, whole }) => protectParts(publish, counts, whole)),
  );
  const few = [groupOf(3, 20), groupOf(0, 30)];
  expect(protectAcross(internal, few)[1]).toEqual([null, null]);
  expect(protectAcross(internal, [groupOf(12, 20), groupOf(0, 0)])[0]).toEqual([null, null]);
});

test.each([
  [4, 2, 400],
  [2, 3, 200],
])(
  "of %i groups in %i parts no hidden count is the only one that fits, %i times",
  (groupCount, partCount, times) => {
    const random = randomFrom(7);
    const upTo = (most: number): number => Math.floor(random() * (most + 1));
    // Groups under k are hidden as a whole, by protectGroups.
    const large = (): GroupParts => {
      const group = groupOf(...Array.from({ length: partCount }, () => upTo(11)));
      return group.whole < internal.smallestCount ? large() : group;
    };
    let hidden = 0;
    for (let round = 0; round < times; round++) {
      const groups = Array.from({ length: groupCount }, large);
      const marks = protectAcross(internal, groups);
      const totals = Array.from({ length: partCount }, (_, part) =>
        sum(groups.map(({ counts }) => counts[part] ?? 0)),
      );
      const shownTotals = protectParts(internal, totals, sum(totals)).map((mark) => mark === null);
      const isFit = (table: readonly (readonly number[])[]): boolean =>
        shownTotals.every(
          (isShown, part) => !isShown || sum(table.map((row) => row[part] ?? 0)) === totals[part],
        );
      const rows = groups.map(({ counts, whole }, at) => rowsLike(counts, whole, marks[at] ?? []));
      const fitting = productOf(rows).filter(isFit);
      groups.forEach(({ counts }, at) =>
        counts.forEach((count, part) => {
          if (marks[at]?.[part] == null || count === 0 || count >= internal.smallestCount) return;
          hidden++;
          expect(new Set(fitting.map((table) => table[at]?.[part])).size).toBeGreaterThan(1);
        }),
      );
    }
    expect(hidden).toBeGreaterThan(100);
  },
);

/** Every way in which a group's hidden parts can fill up its whole. */
function rowsLike(counts: readonly number[], whole: number, marks: readonly unknown[]): number[][] {
  const [count, ...others] = counts;
  if (count === undefined) return whole === 0 ? [[]] : [];
  const values = marks[0] == null ? [count] : Array.from({ length: whole + 1 }, (_, value) => value);
  return values
    .filter((value) => value <= whole)
    .flatMap((value) => rowsLike(others, whole - value, marks.slice(1)).map((row) => [value, ...row]));
}

function productOf<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>(
    (made, each) => made.flatMap((row) => each.map((value) => [...row, value])),
    [[]],
  );
}
