// The sample trial comes in through its recipe with the counts and the changes that SOURCE.md and R give.
import { accountedFor } from "@afterglow/shared";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importWithRecipe } from "../../server/src/imports/importWithRecipe";
import { receiptText } from "../../server/src/imports/receipt";

const folder = join(__dirname, "../../samples/nimh-ketamine");
const recipe = join(folder, "recipe.json");
let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterAll(() => test_.drop());

test("period 1 is brought in, and every row that is not has a reason", async () => {
  const receipt = await importWithRecipe(test_.database, folder, { recipe });
  expect(receiptText(receipt)).toMatchSnapshot();
  expect(receipt).toMatchObject({ written: true, problems: [] });
  for (const file of receipt.files) expect(file.rows).toBe(accountedFor(file));
});

test("17 patients with depression got ketamine first and 14 placebo", async () => {
  const counts = await test_.database.query(
    "select condition, modality, count(*) as n from course group by 1, 2 order by 1, 2",
  );
  expect(counts).toEqual([
    { condition: "BIPOLAR", modality: "KETAMINE_IV", n: 1 },
    { condition: "BIPOLAR", modality: "PLACEBO", n: 1 },
    { condition: "HEALTHY_CONTROL", modality: "KETAMINE_IV", n: 10 },
    { condition: "HEALTHY_CONTROL", modality: "PLACEBO", n: 9 },
    { condition: "TRD", modality: "KETAMINE_IV", n: 17 },
    { condition: "TRD", modality: "PLACEBO", n: 14 },
  ]);
});

type Means = { cases: { name: string; input: { x: number[]; y: number[] } }[] };
const fixture = JSON.parse(
  readFileSync(join(__dirname, "../statistics/fixtures/means_two_groups.json"), "utf8"),
) as Means;

test.each([2, 10])("the MADRS changes at day %i are those that R was given", async (day) => {
  const changes = await test_.database.query<{ modality: string; change: number }>(
    `select modality, later.total - baseline.total as change
     from course
     join score baseline using (dataset_id, patient, course)
     join score later using (dataset_id, patient, course)
     where condition = 'TRD' and baseline.instrument = 'MADRS' and baseline.day = 0
       and later.instrument = 'MADRS' and later.day = $1`,
    [day],
  );
  const of = (modality: string) =>
    changes
      .filter((row) => row.modality === modality)
      .map(({ change }) => change)
      .sort((a, b) => a - b);
  const found = fixture.cases.find(({ name }) => name.includes(`MADRS_change_day${day}_first_infusion`));
  const sorted = (values: readonly number[] = []) => [...values].sort((a, b) => a - b);
  expect(of("KETAMINE_IV")).toEqual(sorted(found?.input.x));
  expect(of("PLACEBO")).toEqual(sorted(found?.input.y));
  expect(found).toBeDefined();
});

test("the same again changes nothing", async () => {
  const receipt = await importWithRecipe(test_.database, folder, { recipe });
  expect(receipt.files.map(({ inserted }) => inserted)).toEqual([0, 0, 0]);
});
