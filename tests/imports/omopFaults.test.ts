// What an OMOP extract may be beside what it should: without its vocabulary, cut, in other encodings, beside other tables,
// with a column missing. Each is said at its place, and nothing is written.
import type { Receipt } from "@afterglow/shared";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFolder } from "../../server/src/imports/importFolder";
import { patientKey } from "../../server/src/imports/patientKey";
import { previewFolder } from "../../server/src/imports/previewFolder";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { concepts, conceptTable, extract, headers, PLAIN, tableText } from "./omopExtract";
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
type Files = Readonly<Record<string, string | Buffer | undefined>>;
const valid: Files = {
  "datapackage.json": validFiles["datapackage.json"],
  ...Object.fromEntries(Object.entries(extract).map(([table, rows]) => [`${table}.csv`, tableText(rows)])),
};

/** undefined takes a file away. */
function folderWith(changes: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "omop-"));
  folders.push(folder);
  for (const [file, content] of Object.entries({ ...valid, ...changes }))
    if (content !== undefined) writeFileSync(join(folder, file), content);
  return folder;
}
const bring = (changes: Files, dryRun = false): Promise<Receipt> =>
  importFolder(place.database, folderWith(changes), { patientKey: key, dryRun });

const measurements = (...rows: (string | number)[][]) => tableText([headers.measurement, ...rows]);

test.each<[string, Files, [string, number | null, string | null, RegExp][]]>([
  ["no CONCEPT file", { "concept.csv": undefined }, [["CONCEPT.csv", null, null, /The file is missing/]]],
  [
    "a CONCEPT file without a header",
    { "concept.csv": "901,RxNorm,6130\n" },
    [["concept.csv", null, "concept_id", /missing from the header/]],
  ],
  [
    "a CONCEPT file that is cut in a row",
    { "concept.csv": tableText(conceptTable, { ...PLAIN, delimiter: "\t" }) + "950\tRxN" },
    [["concept.csv", 11, null, /fewer cells/]],
  ],
  [
    "letters that are no UTF-8 among others that are",
    {
      "person.csv": Buffer.concat([
        Buffer.from(`${valid["person.csv"] as string}2,é,`),
        Buffer.from([0xe9, 0x0a]),
      ]),
    },
    [["person.csv", 2, null, /UTF-8/]],
  ],
  [
    "a quote that is not closed",
    { "measurement.csv": `${measurements()}1,"903,2024-02-01,12\n` },
    [["measurement.csv", 1, null, /quote/]],
  ],
  [
    "a table twice",
    { "person.tsv": valid["person.csv"] },
    [["person.tsv", null, null, /Stands beside person\.csv/]],
  ],
  [
    "a table of another form",
    { "scores.csv": "patient\n" },
    [["scores.csv", null, null, /no CSV of a table/]],
  ],
  ["a workbook", { "measurement.xlsx": "PK" }, [["measurement.xlsx", null, null, /no CSV of a table/]]],
  [
    "a column that is not there",
    { "procedure_occurrence.csv": "person_id,procedure_date\n1,2024-02-01\n" },
    [["procedure_occurrence.csv", null, "procedure_concept_id", /missing from the header/]],
  ],
  [
    "a column that stands twice",
    { "measurement.csv": measurements().replace("value_as_number", "PERSON_ID") },
    [["measurement.csv", null, "person_id", /twice in the header/]],
  ],
  [
    "a child",
    { "person.csv": tableText([headers.person, [1, 907, 2012, 5, 3]]) },
    [["person.csv", 1, "year_of_birth", /Under 18/]],
  ],
  [
    "no concept that is read",
    { "concept.csv": tableText(conceptTable.slice(0, 2)) },
    [["datapackage.json", null, null, /None of the files holds a row/]],
  ],
])("%s", async (_, changes, expected) => {
  const receipt = await bring(changes);
  expect(receipt.written).toBe(false);
  expect(receipt.problems.map(({ file, row, column }) => [file, row, column])).toEqual(
    expected.map(([file, row, column]) => [file, row, column]),
  );
  for (const [at, [, , , rule]] of expected.entries()) expect(receipt.problems[at]?.rule).toMatch(rule);
  expect(await place.database.query("select from course")).toEqual([]);
});

test("tabs and quotes, UTF-16, capitals and decimal ids are read alike, and shown before anything is written", async () => {
  const quoted = { delimiter: "\t", end: "\r\n", isQuoted: true };
  const folder = folderWith({
    "concept.csv": undefined,
    "CONCEPT.CSV": tableText(conceptTable, quoted),
    "person.csv": undefined,
    "Person.tsv": Buffer.from(`\uFEFF${tableText(extract["person"] ?? [], quoted).toUpperCase()}`, "utf16le"),
    "measurement.csv": measurements([...[`1.0`, `${concepts.phq9}.0`, "20240205"], "9.0"]),
    "readme.txt": "How to load these files",
    "PROVIDER.csv": "provider_id,provider_name\n1,Dr. Miller\n",
  });
  const preview = await previewFolder(folder, { patientKey: key });
  expect(preview.problems).toEqual([]);
  const scores = preview.tables.find(({ table }) => table === "score");
  expect(scores?.rows.map((row) => row.slice(1, 6))).toEqual([["1", "PHQ9", "4", "0", "9"]]);
  expect(JSON.stringify(preview)).not.toMatch(/Miller/);
});
