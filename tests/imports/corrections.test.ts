// Corrections: a row with other values takes the place of the one imported before, and is counted as that; what is judged
// of sessions is what the dataset would be afterwards.
import { accountedFor, type Receipt } from "@afterglow/shared";
import { openAudit } from "../../server/src/audit/openAudit";
import { recordWork } from "../../server/src/audit/recordWork";
import { policyOf } from "../../server/src/disclosure/policy";
import { importPackage } from "../../server/src/imports/importPackage";
import { receiptText } from "../../server/src/imports/receipt";
import { receiptCsv } from "../../server/src/imports/receiptCsv";
import { withdraw } from "../../server/src/imports/withdraw";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";

let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(async () => {
  removePackageFolders();
  await place.drop();
});

type Changes = Record<string, string>;
const changed = (file: string, from: string, to: string): Changes => {
  const text = validFiles[file] ?? "";
  if (!text.includes(from)) throw new Error(`The valid file ${file} does not hold this text.`);
  return { [file]: text.replace(from, to) };
};
const correction: Changes = {
  ...changed("courses.csv", "p1,1,north,TRD,PTSD;OCD", "p1,1,north,TRD,PTSD"),
  ...changed("sessions.csv", "p1,1,2,3,0.5", "p1,1,2,4,0.6"),
  // The same row twice in the file is one correction.
  ...changed("scores.csv", "p2,1,PCL5,0,,50,\np2,1,PCL5,0,,50,", "p2,1,PCL5,0,,51,\np2,1,PCL5,0,,51,"),
  ...changed("side_effects.csv", "DIZZINESS,,,", "DIZZINESS,MILD,,"),
};

let nth = 0;
/** Each test has a dataset of its own, with the valid files in it. */
async function dataset(): Promise<(changes: Changes, dryRun?: boolean) => Promise<Receipt>> {
  const name = `study-${++nth}`;
  const bringIn = (changes: Changes, dryRun = false) =>
    importPackage(place.database, packageFolder(changes), { dataset: name, dryRun });
  await bringIn({});
  return bringIn;
}
const here = (): string => `dataset_id = (select id from dataset where name = 'study-${nth}')`;
const rowsOf = (sql: string) => place.database.query<Record<string, unknown>>(sql);
const fatesOf = ({ files }: Receipt) =>
  files.map((f) => [f.rows, f.inserted, f.superseded, f.unchanged, f.rejected, f.leftOut]);
const superseded = [
  [3, 0, 1, 2, 0, 0],
  [4, 0, 1, 3, 0, 0],
  [6, 0, 1, 5, 0, 0],
  [2, 0, 1, 1, 0, 0],
];

test("changed rows of all tables take the place of the old ones; the same files again change nothing", async () => {
  const bringIn = await dataset();
  const tried = await bringIn(correction, true);
  expect([tried.written, fatesOf(tried)]).toEqual([false, superseded]);
  expect(
    await rowsOf(`select dose_mg_per_kg::text as dose from session where ${here()} and number = 2`),
  ).toEqual([{ dose: "0.500" }]);

  const receipt = await bringIn(correction);
  expect([receipt.written, fatesOf(receipt)]).toEqual([true, superseded]);
  for (const file of receipt.files) expect(accountedFor(file)).toBe(file.rows);
  expect(
    await rowsOf(`select c.comorbid_conditions, s.day, s.dose_mg_per_kg::text as dose
      from course c join session s using (dataset_id, patient, course)
      where c.${here()} and (c.patient, c.course, s.number) = ('p1', 1, 2)`),
  ).toEqual([{ comorbid_conditions: ["PTSD"], day: 4, dose: "0.600" }]);
  expect(await rowsOf(`select total from score where ${here()} and instrument = 'PCL5'`)).toEqual([
    { total: 51 },
  ]);
  expect(await rowsOf(`select severity from side_effect where ${here()} and term = 'DIZZINESS'`)).toEqual([
    { severity: "MILD" },
  ]);
  expect(
    await rowsOf(`select patient, course, source_table from superseded where ${here()} order by 1, 3`),
  ).toEqual([
    { patient: "p1", course: 1, source_table: "course" },
    { patient: "p1", course: 1, source_table: "session" },
    { patient: "p2", course: 1, source_table: "score" },
    { patient: "p2", course: 1, source_table: "side_effect" },
  ]);
  expect(
    await rowsOf(`select inserted, superseded, unchanged from import_receipt where ${here()} order by id`),
  ).toEqual([
    { inserted: 14, superseded: 0, unchanged: 1 },
    { inserted: 0, superseded: 4, unchanged: 11 },
  ]);

  const again = await bringIn(correction);
  expect(fatesOf(again).map(([rows, , replaced, unchanged]) => [rows, replaced, unchanged])).toEqual([
    [3, 0, 3],
    [4, 0, 4],
    [6, 0, 6],
    [2, 0, 2],
  ]);
});

test("the receipt says so in every form, and shows no value", async () => {
  const receipt = await (await dataset())(correction, true);
  const notes = receipt.notes.filter(({ what }) => what.includes("take the place"));
  expect(notes.map(({ file, count }) => [file, count])).toEqual([
    ["courses.csv", 1],
    ["sessions.csv", 1],
    ["scores.csv", 1],
    ["side_effects.csv", 1],
  ]);
  expect(receiptText(receipt)).toMatch(/Rows +Inserted +Superseded +Unchanged +Rejected\n/);
  expect(receiptText(receipt)).toMatch(/scores\.csv +score +6 +0 +1 +5 +0\n/);
  expect(receiptCsv(receipt)).toContain("rows in,inserted,superseded,unchanged,rejected,left out");
  expect(receiptCsv(receipt)).toContain("file,scores.csv,score,,,,,,6,0,1,5,0,0");
  expect(receiptText(receipt) + receiptCsv(receipt)).not.toMatch(/\b51\b|0\.6|\bp2\b/);
});

test("sessions are judged as they would stand afterwards", async () => {
  const sessions = (...rows: string[]) => ({
    "sessions.csv": `patient,course,number,day\n${rows.join("\n")}\n`,
    "scores.csv": "patient,course,instrument,day,total\n",
    "side_effects.csv": "patient,course,session,term\n",
  });
  const bringIn = await dataset();
  const rulesOf = ({ problems }: Receipt) =>
    problems.map(({ file, row, column, rule }) => [file, row, column, rule.slice(0, 20)]);
  // Beside its old row on day 3 the new one would be out of order.
  expect(rulesOf(await bringIn(sessions("p1,1,2,1", "p1,1,3,2")))).toEqual([]);
  expect(rulesOf(await bringIn(sessions("p1,1,2,5")))).toEqual([
    ["sessions.csv", 1, "day", "Sessions are numbere"],
  ]);
  expect(rulesOf(await bringIn(sessions("p1,1,2,5", "p1,1,3,6")))).toEqual([]);
  // The only session on day 0 is moved away.
  expect(rulesOf(await bringIn(sessions("p1,1,1,4")))).toEqual([
    ["sessions.csv", 1, "day", "The course has no se"],
  ]);
  expect(rulesOf(await bringIn(sessions("p1,1,1,6")))).toEqual([
    ["sessions.csv", 1, "day", "Sessions are numbere"],
  ]);
  expect(
    await rowsOf(`select day from session where ${here()} and (patient, course) = ('p1', 1) order by number`),
  ).toEqual([{ day: 0 }, { day: 5 }, { day: 6 }]);
});

test("the day is part of a score's key: its correction adds a score", async () => {
  const receipt = await (await dataset())(changed("scores.csv", "p1,1,PHQ9,7,,9,0", "p1,1,PHQ9,8,,9,0"));
  expect(receipt.files[2]).toMatchObject({ inserted: 1, superseded: 0, unchanged: 5 });
  expect(await rowsOf(`select day from score where ${here()} and instrument = 'PHQ9' order by 1`)).toEqual([
    { day: -3 },
    { day: 7 },
    { day: 8 },
  ]);
});

test("whoever withdraws takes along what is kept of corrections", async () => {
  const bringIn = await dataset();
  await bringIn(correction);
  await withdraw(place.database, { dataset: `study-${nth}`, patients: ["p1"] });
  expect(await rowsOf(`select distinct patient from superseded where ${here()}`)).toEqual([
    { patient: "p2" },
  ]);
  expect(fatesOf(await bringIn({}))).toEqual([
    [3, 0, 0, 1, 0, 2],
    [4, 0, 0, 1, 0, 3],
    [6, 0, 1, 1, 0, 4],
    [2, 0, 1, 0, 0, 1],
  ]);
});

test("the audit says how many rows of which table, and nothing of whom", async () => {
  const { importing } = recordWork(openAudit(place.database, policyOf("publish")));
  await dataset();
  await importPackage(place.database, packageFolder(correction), {
    dataset: `study-${nth}`,
    beforeCommit: importing,
  });
  const [line] = await rowsOf("select question from audit where what = 'IMPORT'");
  expect(JSON.parse(String(line?.["question"]))).toEqual({
    dataset: `study-${nth}`,
    superseded: ["course 1", "session 1", "score 1", "side_effect 1"],
  });
});
