// The FHIR samples, brought in by the command and by the one entry behind it, with the rows that a reader of the files
// would write down; the refused one with each fault at its place. Nothing outside the allow-list comes through.
import { accountedFor, type Receipt } from "@afterglow/shared";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFolder } from "../../server/src/imports/importFolder";
import { patientKey, patientKeyFile } from "../../server/src/imports/patientKey";
import { receiptText } from "../../server/src/imports/receipt";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { counts, COURSE, EVENT, kept, leftOut as reasons, sampleRows, SCORE, SESSION } from "./sampleRows";

const samples = join(__dirname, "../../samples/fhir");
const key = patientKey(Buffer.alloc(32, 7));
let place: TestDatabase;
const own = mkdtempSync(join(tmpdir(), "fhir-"));
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

const rows = (dataset: string, table: string, columns: string, patients: string[], by = key) =>
  sampleRows(place, dataset, table, columns, patients, by);

test("bulk-export, by the command: totals with item 9, amended and not in error, one session of two resources", async () => {
  const file = join(own, "bulk.key");
  const command = join(__dirname, "../../server/src/cli/import.ts");
  const hook = join(__dirname, "../runTypeScript.cjs");
  const words = ["-r", hook, command, join(samples, "bulk-export"), "--patient-key", file];
  const env = { ...process.env, DATABASE_URL: place.url };
  const said = await new Promise<string>((done) =>
    execFile(process.execPath, words, { env }, (_, out, error) => done(out + error)),
  );
  expect(said).toMatch(/^Import of bulk-export into fhir-bulk-export: brought in\.\n/);
  expect(said).toMatch(
    /Observation\.ndjson +Observation\.code +A panel's code with a value, taken for the total\. +1\n/,
  );
  const by = await patientKeyFile(file);
  const of = (table: string, columns: string) =>
    rows("fhir-bulk-export", table, columns, ["a1", "a2", "a3"], by);
  expect(await of("course", COURSE)).toEqual([
    "a1 1 north MDD GAD KETAMINE_IV 43 FEMALE 2024",
    "a2 1 - MDD  ESKETAMINE_INTRANASAL 90 MALE 2024",
  ]);
  expect(await of("session", SESSION)).toEqual([
    ...["a1 1 1 0 0.5 40", "a1 1 2 4 0.5 40", "a1 1 3 7 0.5 40", "a1 1 4 11 0.5 40"],
    ...["a2 1 1 0 - -", "a2 1 2 3 - -"],
  ]);
  expect(await of("score", SCORE)).toEqual([
    ...["a1 1 GAD7 -3 0 15 -", "a1 1 PHQ9 -3 0 21 1", "a1 1 PHQ9 14 0 9 -", "a1 1 PHQ9 31 0 7 0"],
    ...["a2 1 PHQ9 0 0 17 1", "a2 1 PHQ9 28 0 4 0"],
  ]);
  expect(await of("side_effect", EVENT)).toEqual([
    "a1 1 2 NAUSEA MODERATE false",
    "a1 1 3 OTHER SEVERE true",
  ]);
  // The same key, the same patients: nothing is new. And of all that was in the files no name came in, and no date.
  const again = await importFolder(place.database, join(samples, "bulk-export"), { patientKey: by });
  expect(counts(again)).toEqual([
    ...["course 3 0 2 0 1", "session 10 0 6 0 4", "score 14 0 7 0 7", "side_effect 4 0 2 0 2"],
    ...["none 2 0 0 0 2", "none 5 0 0 0 5"],
  ]);
  const all = await kept(place);
  for (const text of [all + JSON.stringify(again), said])
    expect(text).not.toMatch(
      /Ada|Bert|Springfield|Example Road|0142|00441532|Dr\.|sister|Main Street|1980|2024-0/,
    );
});

test("bundle: urn:uuid, a contained medicine, two courses, items without a total", async () => {
  const receipt = await bring("bundle");
  const [p, q] = [
    "urn:uuid:00000000-0000-4000-8000-000000000001",
    "urn:uuid:00000000-0000-4000-8000-000000000002",
  ];
  const of = async (table: string, columns: string) =>
    (await rows("fhir-bundle", table, columns, [p, q])).map((row) => row.replace(p, "p").replace(q, "q"));
  expect(await of("course", COURSE)).toEqual([
    "p 1 - PTSD  KETAMINE_IM 47 FEMALE 2023",
    "p 2 - PTSD  KETAMINE_IM 47 FEMALE 2023",
    "q 1 - GAD  KETAMINE_SUBLINGUAL 34 MALE 2023",
  ]);
  expect(await of("session", SESSION)).toEqual([
    ...["p 1 1 0 0.75 -", "p 1 2 3 0.75 -", "p 1 3 7 0.75 -", "p 2 1 0 0.75 -", "p 2 2 3 0.75 -"],
    ...["q 1 1 0 1.5 -", "q 1 2 7 1.5 -"],
  ]);
  expect(await of("score", SCORE)).toEqual([
    ...["p 1 PCL5 -1 0 52 -", "p 2 PCL5 -6 0 40 -", "p 2 PCL5 10 0 31 -"],
    ...["q 1 GAD7 -2 0 12 -", "q 1 PHQ9 21 0 8 0"],
  ]);
  expect(await of("side_effect", EVENT)).toEqual(["p 1 3 HEADACHE SEVERE -"]);
  expect(counts(receipt)).toEqual([
    ...[
      "course 3 3 0 0 0",
      "session 7 7 0 0 0",
      "score 12 5 0 0 7",
      "side_effect 1 1 0 0 0",
      "none 3 0 0 0 3",
    ],
  ]);
});

test("mixed, as one file: ECT with its anaesthetic, references of a server, no condition of ours", async () => {
  const receipt = await bring("mixed/export.ndjson");
  expect(receipt.source).toBe("export.ndjson");
  const of = (table: string, columns: string) => rows("fhir-mixed", table, columns, ["b1"]);
  expect(await of("course", COURSE)).toEqual(["b1 1 - BIPOLAR MDD ECT 61 MALE 2022"]);
  expect(await of("session", SESSION)).toEqual([
    "b1 1 1 0 - -",
    "b1 1 2 2 - -",
    "b1 1 3 5 - -",
    "b1 1 4 7 - -",
  ]);
  expect(await of("score", SCORE)).toEqual(["b1 1 BDI_II -1 0 44 -", "b1 1 BDI_II 19 0 20 -"]);
  expect(await of("side_effect", EVENT)).toEqual(["b1 1 2 MEMORY_IMPAIRMENT MODERATE true"]);
  expect(reasons(receipt)).toEqual(
    expect.arrayContaining([
      "session: Ketamine on a day of ECT: its anaesthetic: 1",
      "session: Status is not completed: 1",
      "session: Of a course without a condition of the vocabulary: 1",
      "score: A year before the course, or ten years after its start: 1",
      "side_effect: Not within two weeks after a session: 1",
      "none: A type of resource that is not read: 1",
    ]),
  );
});

test("with-faults: each fault by line, element and rule, nothing written, no value said", async () => {
  const receipt = await importFolder(place.database, join(samples, "with-faults"), { patientKey: key });
  expect(receipt.written).toBe(false);
  expect(receipt.problems.map(({ row, column, rule }) => [row, column, rule])).toEqual([
    [4, "MedicationAdministration.dosage.route", expect.stringContaining("no such route is told")],
    [5, "MedicationAdministration.effective", "Has no date that tells the day."],
    [6, "MedicationAdministration.subject.reference", "Refers to no Patient of this export."],
    [7, "value of the total", "Not a whole number."],
    [8, "value of the total", "GAD-7 is a whole number from 0 to 21."],
    [9, "Observation.subject.reference", "Refers to no Patient of this export."],
    [10, "QuestionnaireResponse.value", "The items add up to another total."],
    [11, "QuestionnaireResponse.item", expect.stringContaining("neither a LOINC answer code")],
    [12, null, "Is not JSON."],
    [13, "Observation.effective", "Has no date that tells the day."],
    [14, "AdverseEvent.subject.reference", "Refers to no Patient of this export."],
    [15, "Patient.id", "Another Patient with this id stands earlier."],
  ]);
  for (const file of receipt.files) expect([file.rows, file.inserted]).toEqual([accountedFor(file), 0]);
  expect(JSON.stringify(receipt) + receiptText(receipt)).not.toMatch(/Hugo|d1\b|14\.5|LA1-1|2024|1970/);
});
