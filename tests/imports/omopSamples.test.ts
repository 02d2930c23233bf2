// The OMOP samples, brought in by the command and by the one entry behind it, with the rows that a reader of the files
// would write down. Nothing outside the allow-list comes through.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFolder } from "../../server/src/imports/importFolder";
import { patientKeyFile } from "../../server/src/imports/patientKey";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { counts, COURSE, EVENT, kept, leftOut, sampleRows, SCORE, SESSION } from "./sampleRows";

const samples = join(__dirname, "../../samples/omop");
let place: TestDatabase;
const own = mkdtempSync(join(tmpdir(), "omop-"));
beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(async () => {
  rmSync(own, { recursive: true });
  await place.drop();
});

test("clinic, by the command: standard and source concepts, totals with item 9, what was not given, made-up times", async () => {
  const file = join(own, "clinic.key");
  const command = join(__dirname, "../../server/src/cli/import.ts");
  const hook = join(__dirname, "../releases/runTypeScript.cjs");
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
    ...["course 3 0 2 0 1", "session 11 0 6 0 5", "score 17 0 7 0 10", "side_effect 5 0 2 0 3"],
    "none 5 0 0 0 5",
  ]);
  expect(leftOut(again)).toEqual(
    expect.arrayContaining([
      "session: Ordered, prescribed, dispensed or told by the patient: no record that it was given: 1",
      "session: Over several days: no single session: 1",
      "session: No concept: its id is 0 or missing: 1",
      "session: A concept id that the CONCEPT file does not hold: 1",
      "side_effect: A symptom that did not begin on the day of a session: 2",
      "side_effect: A symptom that was there before the course: 1",
    ]),
  );
  for (const text of [(await kept(place)) + JSON.stringify(again), said])
    expect(text).not.toMatch(/Ada|Bert|Clark|0044153|Dr\.|sister|0142|1980|2024-0|20000001|999999|888888/);
});
