// Files whose form is wrong: encoding, separators, header, ragged rows, quotes.
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { CANARY, changed, expectRefused, type Case } from "./expectRefused";
import { removePackageFolders, validFiles } from "./packageFolder";

const utf16 = (text: string, mark = true) => Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
const latin = (text: string) => Buffer.from(text, "latin1");
const courses = validFiles["courses.csv"] ?? "";
const scores = validFiles["scores.csv"] ?? "";

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterEach(removePackageFolders);
afterAll(() => test_.drop());

const form: Case[] = [
  ["a missing file", { "scores.csv": undefined }, ["scores.csv", null, null, /file is missing/]],
  ["no descriptor", { "datapackage.json": undefined }, ["datapackage.json", null, null, /file is missing/]],
  [
    "broken JSON",
    { "datapackage.json": `{"name": "${CANARY}` },
    ["datapackage.json", null, null, /not JSON/],
  ],
  [
    "an empty descriptor",
    { "datapackage.json": "{}" },
    ["datapackage.json", null, "name", /Lower-case letters/],
    ["datapackage.json", null, "title", /missing/],
    ["datapackage.json", null, "afterglow.kind", /one of REGISTRY/],
    ["datapackage.json", null, "licenses", /missing/],
    ["datapackage.json", null, "afterglow.citation", /missing/],
  ],
  ["an empty file", { "scores.csv": "" }, ["scores.csv", null, null, /is empty/]],
  ["a file too many", { "people.csv": CANARY }, ["people.csv", null, null, /not part of a data package/]],
  [
    "two signs that could separate",
    { "scores.csv": "patient;course,day;total,instrument\n" },
    ["scores.csv", null, null, /Two signs could separate/],
  ],
  [
    "no header",
    { "scores.csv": `${CANARY},1,PHQ9,0,,9,\n` },
    ["scores.csv", null, null, /no header of this table/],
  ],
  [
    "a column twice",
    changed("scores.csv", "total,suicidality", "total,total"),
    ["scores.csv", null, "total", /twice in the header/],
  ],
  [
    "a column missing",
    changed("scores.csv", "instrument,day", "instrument"),
    ["scores.csv", null, "day", /missing from the header/],
  ],
  [
    "a column too many",
    changed("courses.csv", "end_day,", "ethnicity,"),
    ["courses.csv", null, "ethnicity", /Column is not in the schema. Remove it/],
  ],
  [
    "half a character of UTF-16",
    { "scores.csv": utf16(scores).subarray(0, -1) },
    ["scores.csv", null, null, /not UTF-16LE to its end/],
  ],
  [
    "UTF-8 after Windows-1252",
    { "courses.csv": Buffer.concat([latin(courses.replace("south", "Zürich")), Buffer.from("é\n")]) },
    ["courses.csv", 4, null, /letters in UTF-8 and others in Windows-1252/],
  ],
  [
    "Windows-1252 after UTF-8",
    { "courses.csv": Buffer.concat([Buffer.from(courses.replace("south", "Zürich")), latin("é\n")]) },
    ["courses.csv", 4, null, /letters in UTF-8 and others in Windows-1252/],
  ],
  [
    "a letter of neither",
    { "courses.csv": latin(courses.replace("south", "Z\u00fcri\u0081ch")) },
    ["courses.csv", 3, null, /neither UTF-8 nor Windows-1252/],
  ],
  ["NUL", changed("scores.csv", "p1,1,GAD7", "p1\0,1,GAD7"), ["scores.csv", 3, null, /NUL/]],
  [
    "half a workbook",
    { "scores.csv": Buffer.from("PK\x03\x04canary77") },
    ["scores.csv", null, null, /no Excel workbook/],
  ],
  [
    "an old workbook",
    { "scores.csv": Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]) },
    ["scores.csv", null, null, /old Excel file/],
  ],
  ["a table twice", { "scores.tsv": scores }, ["scores.tsv", null, null, /Stands beside scores.csv/]],
  ["a cell too few", changed("scores.csv", "7,,9,0", `7,,${CANARY}`), ["scores.csv", 2, null, /fewer cells/]],
  [
    "a cell too many",
    changed("scores.csv", "7,,9,0", `7,,9,0,${CANARY}`),
    ["scores.csv", 2, null, /more cells/],
  ],
  ["a blank line", changed("scores.csv", "p1,1,GAD7", "\np1,1,GAD7"), ["scores.csv", 3, null, /blank/]],
  [
    "a stray quote",
    changed("scores.csv", "p1,1,GAD7", `"${CANARY}"x,1,GAD7`),
    ["scores.csv", 3, null, /quote/],
  ],
  [
    "an open quote",
    changed("scores.csv", "p1,1,GAD7", `"${CANARY},1,GAD7`),
    ["scores.csv", 3, null, /quote/],
  ],
];

test.each(form)("%s is refused", (...refused: Case) => expectRefused(test_, refused));
