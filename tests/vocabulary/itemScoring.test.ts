// Totals from items: as the instruments' own papers add them up, with cases worked by hand.
import { instruments, itemScorings, totalOfItems } from "@afterglow/shared";

test.each(instruments.map((instrument) => [instrument.short, instrument] as const))(
  "%s: lowest and highest answers give the instrument's limits",
  (_, { code, min, max, items, suicidalityItem }) => {
    const { answers, times } = itemScorings[code];
    expect(
      totalOfItems(
        code,
        answers.map(([lowest]) => lowest),
      ),
    ).toBe(min);
    expect(
      totalOfItems(
        code,
        answers.map(([, highest]) => highest),
      ),
    ).toBe(max);
    expect(answers.length).toBe(code === "LSAS" ? 2 * items : items);
    expect(times).toBe(code === "WHO5" ? 4 : 1);
    if (suicidalityItem)
      expect(answers[suicidalityItem.item - 1]).toEqual([suicidalityItem.min, suicidalityItem.max]);
  },
);

const _ = null;
test.each<[string, (number | null)[], number | null]>([
  ["whole", [1, 2, 3, 0, 1, 2, 3, 0, 1], 13],
  // 17 over 8 items, times 9: 19.125.
  ["one missing", [2, 2, 3, _, 2, 2, 3, 1, 2], 19],
  // 7 over 7, times 9.
  ["two missing", [1, 1, 1, 1, 1, 1, 1, _, _], 9],
  ["three missing", [1, _, _, _, 2, 1, 1, 0, 1], null],
  ["none answered", [_, _, _, _, _, _, _, _, _], null],
  ["a tenth about functioning", [1, 1, 1, 1, 1, 1, 1, 1, 1, 3], 9],
])("PHQ-9, %s", (__, answers, total) => {
  expect(totalOfItems("PHQ9", answers)).toBe(total);
});

test.each<[string, (number | null)[], number | null]>([
  // Sleep 3, sadness 1, appetite and weight 2, concentration 1, self 0, death 2, interest 1, energy 3, psychomotor 1.
  ["the highest of each domain", [0, 3, 1, 2, 1, 2, _, 0, _, 1, 0, 2, 1, 3, 1, 0], 14],
  ["either of appetite, either of weight", [0, 0, 0, 0, 0, _, 3, _, 1, 0, 0, 0, 0, 0, 0, 0], 3],
  ["no weight", [0, 0, 0, 0, 0, 1, _, _, _, 0, 0, 0, 0, 0, 0, 0], null],
  ["a question about sleep missing", [3, _, 0, 0, 0, 1, _, 1, _, 0, 0, 0, 0, 0, 0, 0], null],
])("QIDS-SR16: %s", (__, answers, total) => {
  expect(totalOfItems("QIDS_SR16", answers)).toBe(total);
});

test("an instrument without a rule for missing items needs all", () => {
  expect(totalOfItems("GAD7", [1, 1, 1, 1, 1, 1, null])).toBeNull();
});
