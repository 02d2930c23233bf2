// The worked examples of docs/recipes.md: real files of samples/recipes, each brought in through its recipe with the
// rows that a reader of the files would write down.
import { accountedFor, type Receipt } from "@afterglow/shared";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importWithRecipe } from "../../server/src/imports/importWithRecipe";
import { receiptText } from "../../server/src/imports/receipt";
import { recipeSchema } from "../../server/src/imports/recipeSchema";

const samples = join(__dirname, "../../samples");
let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterAll(() => test_.drop());

async function bring(name: string): Promise<Receipt> {
  const folder = join(samples, "recipes", name);
  const receipt = await importWithRecipe(test_.database, folder, { recipe: join(folder, "recipe.json") });
  expect(receipt.problems).toEqual([]);
  expect(receipt.written).toBe(true);
  for (const file of receipt.files) expect(file.rows).toBe(accountedFor(file));
  return receipt;
}

const ask = (name: string, columns: string, table: string) =>
  test_.database.query<Record<string, unknown>>(
    `select ${columns} from ${table} where dataset_id = (select id from dataset where name = '${name}') order by ${columns === "*" ? "1" : columns}`,
  );
const rows = async (name: string, columns: string, table: string) =>
  (await ask(name, columns, table)).map((row) => Object.values(row).join(" "));

test("wide-visits: Windows-1252, semicolons, decimal commas, 15/27, ages over 89", async () => {
  const receipt = await bring("wide-visits");
  expect(await rows("wide-visits", "patient, clinic, condition, age_years", "course")).toEqual([
    "w01 Zürich TRD 41",
    "w02 Zürich TRD 56",
    "w03 Köln PTSD 90",
  ]);
  expect(await rows("wide-visits", "patient, dose_mg_per_kg", "session")).toEqual([
    "w01 0.5",
    "w02 0.75",
    "w03 0.5",
  ]);
  expect(await rows("wide-visits", "patient, instrument, day, total", "score")).toEqual([
    ...["w01 GAD7 -1 15", "w01 GAD7 28 8", "w01 PHQ9 -1 21", "w01 PHQ9 7 14", "w01 PHQ9 28 9"],
    ...["w02 GAD7 -1 11", "w02 GAD7 28 12", "w02 PHQ9 -1 18", "w02 PHQ9 28 17"],
    ...["w03 GAD7 -1 19", "w03 GAD7 28 10", "w03 PHQ9 -1 16", "w03 PHQ9 7 10"],
  ]);
  expect(receipt.notes.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["Read as Windows-1252 and converted.", "Columns are separated by semicolons."]),
  );
});

test("item-answers: totals by each instrument's rule, item 9 kept, the tenth left out, a conflict told", async () => {
  const receipt = await bring("item-answers");
  expect(await rows("item-answers", "patient, instrument, day, total, suicidality", "score")).toEqual([
    "i1 PHQ9 -2 19 1",
    "i1 PHQ9 7 7 0",
    "i1 QIDS_SR16 -2 18 1",
    "i2 PHQ9 0 19 2",
    "i3 PHQ9 0 27 3",
    "i3 QIDS_SR16 0 27 3",
  ]);
  expect(receipt.notes).toContainEqual(
    expect.objectContaining({
      column: "phq9_total",
      what: "Totals that their items contradict; by the recipe the items count.",
      count: 1,
    }),
  );
  expect(receipt.files[2]).toMatchObject({ rows: 10, inserted: 6, leftOut: 4 });
});

test("workbook: sheets, Excel's dates, mg by weight", async () => {
  await bring("workbook");
  expect(await rows("workbook", "patient, start_year", "course")).toEqual(["x1 2023", "x2 2024"]);
  expect(
    await rows("workbook", "patient, number, day, dose_mg_per_kg, cost_usd, vitals_monitored", "session"),
  ).toEqual(["x1 1 0 0.5 450 true", "x1 2 4 0.625 450.5 true", "x2 1 0 0.75 600 false"]);
  expect(await rows("workbook", "patient, instrument, day, total", "score")).toEqual([
    "x1 PCL5 -1 51",
    "x1 PCL5 30 28",
    "x2 YBOCS 0 27",
    "x2 YBOCS 14 22",
  ]);
});

test("record-system: no record number, name or date is kept; days and ages are right", async () => {
  const receipt = await bring("record-system");
  expect(await rows("record-system", "condition, sex, age_years", "course")).toEqual([
    "MDD FEMALE 44",
    "TRD MALE 90",
  ]);
  expect(
    await rows("record-system", "day, number, dose_mg_per_kg, duration_min, systolic_peak", "session"),
  ).toEqual(["0 1 0.49 40 160", "0 1 0.501 40 141", "3 2 0.501 40 150", "7 3 0.601 45 139"]);
  expect(await rows("record-system", "day, total", "score")).toEqual([
    "-3 20",
    "0 17",
    "4 11",
    "15 15",
    "30 6",
  ]);
  expect(receipt.leftOut).toMatchObject([{ because: "Another scale", rows: 1 }]);
  const tables = await Promise.all(
    ["course", "session", "score"].map((table) => ask("record-system", "*", table)),
  );
  // The ids are random, and any digits may stand in them.
  const kept = JSON.stringify([receipt, receiptText(receipt), tables]).replaceAll(/p[0-9a-f]{24}/g, "id");
  expect(kept).not.toMatch(/00418|2024|1979|1931|Example|9720/);
});

test("coded-missing: UTF-16, tabs, -9 and 999 where they mean missing, hours to days", async () => {
  const receipt = await bring("coded-missing");
  expect(await rows("coded-missing", "patient, modality", "course")).toEqual([
    "17 KETAMINE_IV",
    "31 KETAMINE_IV",
    "999 PLACEBO",
  ]);
  expect(await rows("coded-missing", "patient, systolic_before", "session")).toEqual([
    "17 128",
    "31 ",
    "999 133",
  ]);
  expect(await rows("coded-missing", "patient, day, total", "score")).toEqual([
    "17 -1 34",
    "17 7 12",
    "31 -1 40",
    "999 -2 29",
  ]);
  expect(receipt.notes.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["Read as UTF-16LE and converted.", "Columns are separated by tabs."]),
  );
});

test("side-effect-boxes: a row for each box that is ticked; rows twice are merged", async () => {
  const receipt = await bring("side-effect-boxes");
  expect(await rows("side-effect-boxes", "patient, session, term, severity", "side_effect")).toEqual([
    "b1 1 DISSOCIATION MODERATE",
    "b1 1 NAUSEA ",
    "b1 2 DIZZINESS ",
  ]);
  expect(receipt.files[1]).toMatchObject({ rows: 4, inserted: 3, unchanged: 1 });
});

test("the published schema is current and knows every recipe of the samples; a wrong word it does not", () => {
  const published = readFileSync(join(samples, "recipe.schema.json"), "utf8");
  expect(published).toBe(`${JSON.stringify(recipeSchema(), null, 2)}\n`);
  const validate = new Ajv({ allErrors: true }).compile(recipeSchema());
  const names = [
    "coded-missing",
    "item-answers",
    "record-system",
    "side-effect-boxes",
    "wide-visits",
    "workbook",
  ];
  const paths = [...names.map((name) => `recipes/${name}`), "nimh-ketamine"];
  for (const path of paths) {
    const recipe = JSON.parse(readFileSync(join(samples, path, "recipe.json"), "utf8")) as Record<
      string,
      unknown
    >;
    validate(recipe);
    expect([path, validate.errors]).toEqual([path, null]);
    expect(validate({ ...recipe, table: {} })).toBe(false);
  }
});
