// What a FHIR export may be beside what it should: cut, not UTF-8, beside tables, without its dataset, with an identifier
// in the one text that is kept. Each is said at its place, and nothing is written.
import type { Receipt } from "@afterglow/shared";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFolder } from "../../server/src/imports/importFolder";
import { patientKey } from "../../server/src/imports/patientKey";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { validFiles } from "./packageFolder";

let place: TestDatabase;
const folders: string[] = [];
beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  await place.drop();
});

const key = patientKey(Buffer.alloc(32, 3));
type Files = Readonly<Record<string, string | Buffer>>;

async function bring(files: Files, isDescribed = true): Promise<Receipt> {
  const folder = mkdtempSync(join(tmpdir(), "fhir-"));
  folders.push(folder);
  const all = isDescribed ? { "datapackage.json": validFiles["datapackage.json"] ?? "", ...files } : files;
  for (const [file, content] of Object.entries(all)) writeFileSync(join(folder, file), content);
  return importFolder(place.database, folder, { patientKey: key });
}

const coded = (system: string, code: string) => ({ coding: [{ system, code }] });
const subject = { reference: "Patient/p1" };
const patient = (more: object = {}) => ({ resourceType: "Patient", id: "p1", gender: "male", ...more });
const condition = {
  resourceType: "Condition",
  id: "c",
  subject,
  code: coded("http://hl7.org/fhir/sid/icd-10-cm", "F33.2"),
};
const ect = (date: string, more: object = {}) => ({
  resourceType: "Procedure",
  ...{ id: `e${date}`, status: "completed", subject, performedDateTime: date },
  code: coded("http://www.ama-assn.org/go/cpt", "90870"),
  ...more,
});
const score = (date: string, value: object, code = "44261-6") => ({
  resourceType: "Observation",
  ...{ id: "o", status: "final", subject, effectiveDateTime: date, code: coded("http://loinc.org", code) },
  ...value,
});
const lines = (...resources: object[]) => resources.map((one) => JSON.stringify(one)).join("\n");
const bundle = (...resources: object[]) =>
  JSON.stringify({ resourceType: "Bundle", entry: resources.map((resource) => ({ resource })) });
const whole = [patient(), condition, ect("2024-02-01")];

const cases: [string, Files, [string, number | null, string | null, RegExp][]][] = [
  [
    "a Bundle that is cut",
    { "a.json": bundle(...whole).slice(0, -3) },
    [["a.json", 3, null, /Ends in the middle/]],
  ],
  [
    "a Bundle that is cut in an entry",
    { "a.json": bundle(...whole).slice(0, 200) },
    [["a.json", 2, null, /Ends in the middle/]],
  ],
  [
    "entries of nothing",
    { "a.json": '{"resourceType":"Bundle","entry":[1,2]}' },
    [["a.json", null, null, /no object/]],
  ],
  [
    "letters that are no UTF-8",
    { "a.ndjson": Buffer.concat([Buffer.from(`${lines(...whole)}\n"`), Buffer.from([0xe9, 0x22])]) },
    [["a.ndjson", 4, null, /not UTF-8/]],
  ],
  [
    "a table beside it",
    { "a.ndjson": lines(...whole), "scores.csv": "patient\n" },
    [["scores.csv", null, null, /Is no FHIR/]],
  ],
  [
    "an identifier as the clinic",
    {
      "a.ndjson": lines(
        patient({ managingOrganization: { reference: "Organization/MRN0044153" } }),
        condition,
        ect("2024-02-01"),
      ),
    },
    [["a.ndjson", 1, "Patient.managingOrganization", /record number/]],
  ],
  [
    "no FHIR in a line",
    { "a.ndjson": `${lines(...whole)}\n[1]\n"x"\n{"id": "y"}` },
    [["a.ndjson", 4, null, /no resourceType/]],
  ],
  [
    "a child",
    {
      "Patient.ndjson": lines(patient({ birthDate: "2012-01-01" })),
      "x.ndjson": lines(condition, ect("2024-02-01")),
    },
    [["Patient.ndjson", 1, "Patient.birthDate", /Under 18/]],
  ],
  [
    "two totals of one day, in two files",
    {
      "Observation.ndjson": lines(score("2024-02-05", { valueInteger: 9 })),
      "other.ndjson": lines(...whole, score("2024-02-05", { valueInteger: 8 })),
    },
    [["other.ndjson", 4, null, /Another total/]],
  ],
  [
    "an item that is answered twice in a day",
    {
      "a.ndjson": lines(
        ...whole,
        score("2024-02-05", { valueInteger: 1 }, "44250-9"),
        score("2024-02-05", { valueInteger: 2 }, "44250-9"),
      ),
    },
    [["a.ndjson", 4, "Observation.item", /answered twice that day/]],
  ],
];

test.each(cases)("%s", async (_, files, expected) => {
  const receipt = await bring(files);
  expect(receipt.written).toBe(false);
  const found = receipt.problems.map(({ file, row, column }) => [file, row, column]);
  expect(found.map((one) => one.slice(0, 2))).toEqual(expected.map(([file, row]) => [file, row]));
  for (const [at, [, , column, rule]] of expected.entries()) {
    if (column !== null) expect(receipt.problems[at]?.column).toBe(column);
    expect(receipt.problems[at]?.rule).toMatch(rule);
  }
  expect(await place.database.query("select from course")).toEqual([]);
});

test("without a datapackage.json it is not known of which dataset it is", async () => {
  const receipt = await bring({ "a.ndjson": lines(...whole) }, false);
  expect(receipt.problems).toEqual([
    expect.objectContaining({ file: "datapackage.json", rule: "The file is missing." }),
  ]);
});

test("item 9 alone is no total, a panel of members none, and the hours of the first days are kept", async () => {
  const at = "2024-02-01T08:00:00+01:00";
  const receipt = await bring({
    "a.json": bundle(
      ...[patient(), condition, ect(at)],
      score("2024-02-01T08:00:00Z", { valueInteger: 12 }),
      score("2024-02-01T12:00:00+01:00", { valueQuantity: { value: 8 } }),
      score("2024-02-20", { valueInteger: 3 }, "44260-8"),
      score("2024-02-21", {}, "44249-1"),
    ),
  });
  expect(receipt.problems).toEqual([]);
  expect(await place.database.query("select day, hour, total, suicidality from score order by hour")).toEqual(
    [
      { day: 0, hour: 1, total: 12, suicidality: null },
      { day: 0, hour: 4, total: 8, suicidality: null },
    ],
  );
});
