// What a recipe can say, and what is said when it or its files are wrong.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importWithRecipe } from "../../server/src/imports/importWithRecipe";
import { receiptText } from "../../server/src/imports/receipt";

let test_: TestDatabase;
const folders: string[] = [];
beforeEach(async () => {
  test_ = await createTestDatabase();
});
afterEach(async () => {
  await test_.drop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const patient = { column: "person" };
const one = { constant: "1" };
const file = (path: string, more: object = {}) => ({
  path,
  delimiter: "semicolon",
  missing: ["-"],
  id: "person",
  ...more,
});
const valid = {
  dataset: {
    name: "study",
    title: "Study",
    kind: "TRIAL",
    licence: "CC0-1.0",
    citation: "A study",
    sourceNote: "",
  },
  files: { people: file("people.csv"), visits: file("visits.csv", { ignore: ["room"] }) },
  tables: {
    course: {
      rows: "people",
      columns: {
        patient,
        course: one,
        condition: { constant: "OCD" },
        modality: { column: "arm", values: { K: "KETAMINE_IM", P: "PLACEBO" } },
      },
    },
    session: { rows: "people", columns: { patient, course: one, number: one, day: { constant: "0" } } },
    score: {
      rows: "visits",
      join: ["people"],
      leaveOut: [
        {
          where: {
            all: [
              { column: "week", missing: false },
              { column: "week", is: ["9"] },
            ],
          },
          because: "After the trial",
        },
      ],
      columns: { patient, course: one, day: { column: "week", values: { "0": "0", "1": "7" } } },
      each: {
        needs: "total",
        rows: [
          { instrument: { constant: "YBOCS" }, total: { column: "ocd" } },
          { instrument: { constant: "PHQ9" }, total: { column: "mood" } },
        ],
      },
    },
  },
};
const people = "person;arm\na1;K\na2;P\n";
const visits = "person;week;ocd;mood;room\na1;0;25;11;7\na1;1;12;-;7\na2;0;30;-;7\na2;9;1;1;7\n";

type Files = Record<string, string>;
async function bring(recipe: object, files: Files = {}) {
  const folder = mkdtempSync(join(tmpdir(), "afterglow-recipe-"));
  folders.push(folder);
  const all = { "people.csv": people, "visits.csv": visits, "recipe.json": JSON.stringify(recipe), ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return importWithRecipe(test_.database, folder, { recipe: join(folder, "recipe.json") });
}

/** The valid recipe with another value at a path. */
function withChange(path: string, value: unknown): object {
  const copy = structuredClone(valid) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  place[last] = value;
  return copy;
}

test("wide rows become long ones; what is left out is counted with its reason", async () => {
  const receipt = await bring(valid);
  expect(receipt).toMatchObject({ written: true, problems: [] });
  expect(receipt.files.map((f) => [f.file, f.table, f.rows, f.inserted, f.leftOut])).toEqual([
    ["people.csv", "course", 2, 2, 0],
    ["people.csv", "session", 2, 2, 0],
    ["visits.csv", "score", 8, 4, 4],
  ]);
  expect(receipt.leftOut.map(({ because, rows }) => [because, rows])).toEqual([
    ["No value in mood", 2],
    ["After the trial", 2],
  ]);
  const scores = await test_.database.query(
    "select patient, instrument, day, total from score order by 1, 2, 3",
  );
  expect(scores).toEqual([
    { patient: "a1", instrument: "PHQ9", day: 0, total: 11 },
    { patient: "a1", instrument: "YBOCS", day: 0, total: 25 },
    { patient: "a1", instrument: "YBOCS", day: 7, total: 12 },
    { patient: "a2", instrument: "YBOCS", day: 0, total: 30 },
  ]);
});

type Place = [file: string, row: number | null, column: string | null, rule: RegExp];

test.each<[string, object, ...Place[]]>([
  [
    "an unknown word",
    withChange("tables.score.filter", []),
    ["recipe.json", null, "tables.score", /unknown word/],
  ],
  ["an unknown table", withChange("tables.scores", {}), ["recipe.json", null, "tables", /unknown word/]],
  ["no tables", withChange("tables", {}), ["recipe.json", null, "tables", /none of the tables/]],
  [
    "a path",
    withChange("files.people.path", "../people.csv"),
    ["recipe.json", null, "files.people.path", /without a path/],
  ],
  [
    "a delimiter",
    withChange("files.people.delimiter", "x"),
    ["recipe.json", null, "files.people.delimiter", /one of: comma, semicolon, tab/],
  ],
  [
    "a file that it does not name",
    withChange("tables.course.rows", "x"),
    ["recipe.json", null, "tables.course.rows", /one of: people, visits/],
  ],
  [
    "no modality",
    withChange("tables.course.columns.modality", undefined),
    ["recipe.json", null, "tables.course.columns", /Lacks modality/],
  ],
  [
    "an unknown column of ours",
    withChange("tables.course.columns.colour", one),
    ["recipe.json", null, "tables.course.columns.colour", /no column of the table course/],
  ],
  [
    "a condition of its own",
    withChange("tables.course.columns.condition.constant", "SAD"),
    ["recipe.json", null, "tables.course.columns.condition", /Not a condition/],
  ],
  [
    "a map to nowhere",
    withChange("tables.course.columns.modality.values.K", "KETAMINE"),
    ["recipe.json", null, "tables.course.columns.modality", /Not a modality/],
  ],
  [
    "a name of the dataset",
    withChange("dataset.name", "My study"),
    ["recipe.json", null, "dataset.name", /Lower-case/],
  ],
])("%s that is wrong is refused before a row is read", async (_, recipe, ...places) => {
  const receipt = await bring(recipe);
  expect(receipt.written).toBe(false);
  expect(receipt.problems).toHaveLength(places.length);
  for (const [nth, [name, row, column, rule]] of places.entries()) {
    expect(receipt.problems[nth]).toMatchObject({ file: name, row, column });
    expect(receipt.problems[nth]?.rule).toMatch(rule);
  }
});

test.each<[string, Files, ...Place[]]>([
  ["no recipe in it", { "recipe.json": "{" }, ["recipe.json", null, null, /not JSON/]],
  [
    "a value that it does not list",
    { "people.csv": people.replace("P", "canary") },
    ["people.csv", 2, "arm", /not in the recipe's list/],
  ],
  [
    "a column that it does not use",
    { "visits.csv": visits.replace("room", "colour") },
    ["visits.csv", null, "room", /does not have it/],
  ],
  [
    "a column that it forgets",
    { "people.csv": people.replaceAll(/$/gm, ";").replace("arm;", "arm;extra").replaceAll(/^;$/gm, "") },
    ["people.csv", null, "extra", /not used by the recipe/],
  ],
  ["a file that it forgets", { "more.tsv": "" }, ["more.tsv", null, null, /not named in the recipe/]],
  [
    "a person twice",
    { "people.csv": `${people}a1;P\n` },
    ["people.csv", 3, null, /same patient and course/],
    ["people.csv", 3, "person", /same id/],
  ],
  [
    "a person that is not joined",
    { "visits.csv": `${visits}canary;0;20;-;7\n` },
    ["visits.csv", 5, "person", /No row with this id in people.csv/],
  ],
  [
    "a score out of range",
    { "visits.csv": visits.replace("25", "41") },
    ["visits.csv", 1, "ocd", /Y-BOCS is a whole number from 0 to 40/],
  ],
])("%s: the problem names the file's own column", async (_, files, ...places) => {
  const receipt = await bring(valid, files);
  expect(receipt.written).toBe(false);
  expect(receipt.problems).toHaveLength(places.length);
  for (const [name, row, column, rule] of places) {
    const rules = receipt.problems.filter((p) => p.file === name && p.row === row && p.column === column);
    expect(rules.map((problem) => problem.rule).join()).toMatch(rule);
  }
  expect(JSON.stringify(receipt) + receiptText(receipt)).not.toContain("canary");
});
