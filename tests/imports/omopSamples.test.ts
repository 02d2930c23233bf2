// The OMOP samples, brought in by the command and by the one entry behind it, with the rows that a reader of the files
// would write down. Nothing outside the allow-list comes through.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accountedFor, type Receipt } from "@afterglow/shared";
import { importFolder } from "../../server/src/imports/importFolder";
import { patientKey, patientKeyFile } from "../../server/src/imports/patientKey";
import { receiptText } from "../../server/src/imports/receipt";
import { publish } from "../../server/src/releases/publish";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { counts, COURSE, EVENT, kept, leftOut, sampleRows, SCORE, SESSION } from "./sampleRows";

const samples = join(__dirname, "../../samples/omop");
const key = patientKey(Buffer.alloc(32, 7));
let place: TestDatabase;
const own = mkdtempSync(join(tmpdir(), "omop-"));
beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(async () => {
  rmSync(own, { recursive: true });
  await place.drop();
});

async function bring(path: string): Promise<Receipt> {
  const receipt = await importFolder(place.database, join(samples, path), { patientKey: key });
  expect(receipt.problems).toEqual([]);
  expect(receipt.written).toBe(true);
  return receipt;
}

test("clinic, by the command: standard and source concepts, totals with item 9, what was not given, made-up times", async () => {
  const file = join(own, "clinic.key");
  const command = join(__dirname, "../../server/src/cli/import.ts");
  const hook = join(__dirname, "../runTypeScript.cjs");
  const words = ["-r", hook, command, join(samples, "clinic"), "--patient-key", file];
  const env = { ...process.env, DATABASE_URL: place.url };
  const said = await new Promise<string>((done) =>
    execFile(process.execPath, words, { env }, (_, out, error) => done(out + error)),
  );
  expect(said).toMatch(/^Import of clinic into omop-clinic: brought in\.\n/);
  expect(said).toMatch(/CONCEPT\.csv +concept_id +Concepts of codes that are read\. +13\n/);
  const by = await patientKeyFile(file);
  const of = (table: string, columns: string) =>
    sampleRows(place, "omop-clinic", table, columns, ["1", "2", "3"], by);
  expect(await of("course", COURSE)).toEqual([
    "1 1 care site 3 MDD GAD KETAMINE_IV 43 FEMALE 2024",
    "2 1 - MDD  KETAMINE_IV 90 MALE 2024",
  ]);
  expect(await of("session", SESSION)).toEqual([
    ...["1 1 1 0 0.5 40", "1 1 2 4 0.5 40", "1 1 3 7 0.5 40", "1 1 4 11 0.5 40"],
    ...["2 1 1 0 - -", "2 1 2 3 - -"],
  ]);
  expect(await of("score", SCORE)).toEqual([
    ...["1 1 GAD7 -3 0 15 -", "1 1 GAD7 0 4 12 -", "1 1 PHQ9 -3 0 21 1", "1 1 PHQ9 14 0 9 -"],
    ...["1 1 PHQ9 31 0 7 0", "2 1 PHQ9 0 0 17 1", "2 1 PHQ9 28 0 4 0"],
  ]);
  expect(await of("side_effect", EVENT)).toEqual(["1 1 2 NAUSEA - -", "2 1 2 NAUSEA - -"]);
  // The same key, the same patients: nothing is new. And of all that was in the files no name came in, and no date.
  const again = await importFolder(place.database, join(samples, "clinic"), { patientKey: by });
  expect(counts(again)).toEqual([
    ...["course 3 0 2 0 1", "session 12 0 6 0 6", "score 17 0 7 0 10", "side_effect 5 0 2 0 3"],
    "none 5 0 0 0 5",
  ]);
  expect(leftOut(again)).toEqual(
    expect.arrayContaining([
      "session: Ordered, prescribed, dispensed or told by the patient: no record that it was given: 1",
      "session: Over several days: no single session: 1",
      "session: The same exposure again: 1",
      "session: No concept: its id is 0 or missing: 1",
      "session: A concept id that the CONCEPT file does not hold: 1",
      "side_effect: A symptom that did not begin on the day of a session: 2",
      "side_effect: A symptom that was there before the course: 1",
    ]),
  );
  for (const text of [(await kept(place)) + JSON.stringify(again), said])
    expect(text).not.toMatch(/Ada|Bert|Clark|0044153|Dr\.|sister|0142|1980|2024-0|20000001|999999|888888/);
});

test("hospital: ECT and esketamine through ancestors and maps, upper case, ids that are 0", async () => {
  const receipt = await bring("hospital");
  const of = (table: string, columns: string) =>
    sampleRows(place, "omop-hospital", table, columns, ["71001", "71002", "71003"], key);
  // 71004's only diagnosis is one to which an adjustment disorder maps as well: no course.
  expect(await of("course", COURSE)).toEqual([
    "71001 1 care site 12 BIPOLAR MDD ECT 61 MALE 2022",
    "71002 1 - MDD  ESKETAMINE_INTRANASAL 35 FEMALE 2023",
    "71003 1 - MDD  KETAMINE_IV 52 OTHER 2023",
  ]);
  expect(await of("session", SESSION)).toEqual([
    ...["71001 1 1 0 - -", "71001 1 2 2 - -", "71001 1 3 5 - -", "71001 1 4 7 - -"],
    ...["71002 1 1 0 - -", "71002 1 2 3 - -", "71002 1 3 6 - -", "71003 1 1 0 0.5 -", "71003 1 2 7 0.5 -"],
  ]);
  expect(await of("score", SCORE)).toEqual([
    ...["71001 1 BDI_II -1 0 44 -", "71001 1 BDI_II 19 0 20 -"],
    ...["71002 1 PHQ9 0 0 18 -", "71002 1 PHQ9 9 0 11 -", "71003 1 PHQ9 -1 0 16 -"],
  ]);
  expect(await of("side_effect", EVENT)).toEqual(["71001 1 2 MEMORY_IMPAIRMENT - -"]);
  expect(counts(receipt)).toEqual([
    ...[
      "course 4 3 0 0 1",
      "session 17 9 0 0 8",
      "score 6 5 1 0 0",
      "side_effect 1 1 0 0 0",
      "none 5 0 0 0 5",
    ],
  ]);
  expect(leftOut(receipt)).toEqual(
    expect.arrayContaining([
      "course: Of a course without a condition of the vocabulary: 1",
      "session: Ketamine on a day of ECT: its anaesthetic: 1",
      "session: Tells of a session that another row tells of: 2",
      // One of them without a route, of a patient who is not brought in.
      "session: Of a course without a condition of the vocabulary: 1",
    ]),
  );
});

test("items: answers by concept or number, one form a day, courses half a year and a modality apart; a release of it", async () => {
  await bring("items");
  const of = (table: string, columns: string) =>
    sampleRows(place, "omop-items", table, columns, ["11", "12"], key);
  expect(await of("course", COURSE)).toEqual([
    ...["11 1 - PTSD  KETAMINE_IM 47 FEMALE 2023", "11 2 - PTSD  KETAMINE_IM 47 FEMALE 2023"],
    ...["12 1 - GAD  KETAMINE_SUBLINGUAL 33 MALE 2023", "12 2 - GAD  KETAMINE_IM 33 MALE 2023"],
  ]);
  expect(await of("session", SESSION)).toEqual([
    ...["11 1 1 0 0.75 40", "11 1 2 3 0.75 40", "11 2 1 0 0.75 40"],
    ...["12 1 1 0 1.5 -", "12 1 2 7 1.5 -", "12 2 1 0 0.8 40"],
  ]);
  expect(await of("score", SCORE)).toEqual([
    ...["11 1 PCL5 -1 0 52 -", "11 1 PHQ9 10 0 4 0", "11 2 PCL5 -6 0 40 -", "11 2 PCL5 10 0 31 -"],
    ...["12 1 PHQ9 -1 0 15 1", "12 2 GAD7 -5 0 9 -", "12 2 PHQ9 -1 0 8 0", "12 2 PHQ9 0 2 8 -"],
  ]);
  expect(await of("side_effect", EVENT)).toEqual(["11 1 2 VOMITING - -"]);
  const release = await publish(place.database, { dataset: "omop-items" });
  expect(release).toMatchObject({ number: 1 });
});

test("with-faults: each fault by file, row, column and rule, nothing written, no value said", async () => {
  const receipt = await importFolder(place.database, join(samples, "with-faults"), { patientKey: key });
  expect(receipt.written).toBe(false);
  const answer = "value_as_number (item 1)";
  expect(
    receipt.problems.map(({ file, row, lastRow, column, rule }) => [file, row, lastRow, column, rule]),
  ).toEqual([
    ["meeting.csv", null, null, null, expect.stringContaining("Is no CSV of a table of the OMOP CDM")],
    ["CONCEPT.csv", 18, 18, "concept_id", "Another concept with this id stands earlier."],
    ["CONCEPT.csv", 19, 19, "concept_id", "Is no concept id."],
    ["drug_exposure.csv", 2, 3, "route_concept_id", expect.stringContaining("no such route is told")],
    ["drug_exposure.csv", 4, 4, "drug_exposure_start_date", "Has no date that tells the day."],
    ["drug_exposure.csv", 5, 5, "person_id", "Is no person of this extract."],
    ["drug_exposure.csv", 6, 6, "drug_exposure_id", "Another exposure with this id stands earlier."],
    ["measurement.csv", 1, 1, "value_as_number", "Not a whole number."],
    ["measurement.csv", 2, 2, "value_as_number", "PHQ-9 is a whole number from 0 to 27."],
    ["measurement.csv", 3, 4, "value_as_number", "Is not a number."],
    ["measurement.csv", 5, 5, "measurement_date", "Has no date that tells the day."],
    ["measurement.csv", 6, 6, "person_id", "Is no person of this extract."],
    ["measurement.csv", 8, 8, "value_as_number", expect.stringContaining("Another total or item")],
    ["measurement.csv", 9, 9, "value_as_number", "The items add up to another total."],
    ["measurement.csv", 10, 10, null, "Has fewer cells than the header."],
    ["person.csv", 2, 2, "person_id", "Another person with this id stands earlier."],
    ["person.csv", 3, 3, "person_id", "Is empty, and every person needs it."],
    ["observation.csv", 1, 1, answer, "Item 1 is a whole number from 0 to 3."],
    ["observation.csv", 2, 2, answer, expect.stringContaining("no LOINC answer")],
    ["observation.csv", 3, 3, answer, "The answer's concept and its number differ."],
    ["observation.csv", 11, 11, "value_as_number", expect.stringContaining("answered twice that day")],
  ]);
  for (const file of receipt.files) expect([accountedFor(file), file.inserted]).toEqual([file.rows, 0]);
  expect(JSON.stringify(receipt) + receiptText(receipt)).not.toMatch(
    /Hugo|\b501\b|\b777\b|888|14\.5|2024|1970/,
  );
});
