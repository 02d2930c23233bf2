// What can only mean one thing is read as that, however it is written; and the receipt says so.
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importPackage } from "../../server/src/imports/importPackage";
import { changed } from "./expectRefused";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";

let test_: TestDatabase;
beforeEach(async () => {
  test_ = await createTestDatabase();
});
afterEach(async () => {
  await test_.drop();
  removePackageFolders();
});

test("decimal commas, whole numbers with a decimal, marks of missing values, totals out of the highest", async () => {
  const folder = packageFolder({
    "sessions.csv": `patient;course;number;day;dose_mg_per_kg;cost_usd;systolic_before
p1;1;1;0;0,5;450,50;120.0
p1;1;2;3;0,125;N/A;-
p1;2;1;0;0,75;#N/A;.
p2;1;1;0;NA;–;null
`,
    "scores.csv": `patient,course,instrument,day,hour,total,suicidality
p1,1,PHQ9,-3,,20/27,1
p1,1,PHQ9,7.0,n/a,9 / 27,0
p2,1,PCL5,0,,50 out of 80,NaN
`,
  });
  const receipt = await importPackage(test_.database, folder);
  expect(receipt).toMatchObject({ written: true, problems: [] });
  const notes = receipt.notes.map(({ file, column, what, count }) => [file, column, what, count]);
  expect(notes).toEqual(
    expect.arrayContaining([
      ["sessions.csv", "dose_mg_per_kg", "Decimal commas read as points.", 3],
      ["sessions.csv", "cost_usd", "Decimal commas read as points.", 1],
      ["sessions.csv", "cost_usd", "Marks such as N/A or - read as missing.", 3],
      ["sessions.csv", "systolic_before", "Whole numbers written with a decimal, as in 12.0.", 1],
      ["scores.csv", "total", "Totals written out of the highest, as in 15/27.", 3],
    ]),
  );
  const sessions = await test_.database.query(
    "select dose_mg_per_kg::text as dose, cost_usd::text as cost, systolic_before as systolic from session order by patient, course, number",
  );
  expect(sessions).toEqual([
    { dose: "0.500", cost: "450.50", systolic: 120 },
    { dose: "0.125", cost: null, systolic: null },
    { dose: "0.750", cost: null, systolic: null },
    { dose: null, cost: null, systolic: null },
  ]);
  const totals = await test_.database.query("select day, total from score order by patient, day");
  expect(totals).toEqual([
    { day: -3, total: 20 },
    { day: 7, total: 9 },
    { day: 0, total: 50 },
  ]);
});

test("rows that repeat an earlier one are merged in every table, and counted", async () => {
  const again = (file: string, nth: number) => {
    const lines = (validFiles[file] ?? "").trimEnd().split("\n");
    return { [file]: `${[...lines, lines[nth] ?? "", lines[nth] ?? ""].join("\n")}\n` };
  };
  const files = ["courses.csv", "sessions.csv", "scores.csv", "side_effects.csv"];
  const folder = packageFolder(
    Object.assign({}, ...files.map((file) => again(file, 1))) as Record<string, string>,
  );
  const receipt = await importPackage(test_.database, folder);
  expect(receipt).toMatchObject({ written: true, problems: [] });
  expect(receipt.files.map(({ rows, inserted, unchanged }) => [rows, inserted, unchanged])).toEqual([
    [5, 3, 2],
    [6, 4, 2],
    [8, 5, 3],
    [4, 2, 2],
  ]);
  const merged = receipt.notes.filter(({ what }) => what.startsWith("Rows that repeat"));
  expect(merged.map(({ file, count }) => [file, count])).toEqual([
    ["courses.csv", 2],
    ["sessions.csv", 2],
    ["scores.csv", 3],
    ["side_effects.csv", 2],
  ]);
});

test("a row that contradicts an earlier one is refused by its rule", async () => {
  const folder = packageFolder({
    ...changed("sessions.csv", "p1,2,1,0,0.75", "p1,2,1,0,0.75,,,,,,\np1,2,1,0,0.5"),
    ...changed("side_effects.csv", "p2,1,1,DIZZINESS,", "p2,1,1,DIZZINESS,,,,,,\np2,1,1,DIZZINESS,MILD"),
  });
  const receipt = await importPackage(test_.database, folder);
  expect(receipt.written).toBe(false);
  expect(receipt.problems.map(({ file, row, rule }) => [file, row, rule])).toEqual([
    ["sessions.csv", 4, "The same patient, course and session number as an earlier row, with other values."],
    [
      "side_effects.csv",
      3,
      "The same patient, course, session and term as an earlier row, with other values.",
    ],
  ]);
});
