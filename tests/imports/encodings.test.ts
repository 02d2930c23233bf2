// The same data package in every encoding and with every delimiter comes in the same, and the receipt says how.
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importPackage } from "../../server/src/imports/importPackage";
import { receiptText } from "../../server/src/imports/receipt";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";

let test_: TestDatabase;
beforeEach(async () => {
  test_ = await createTestDatabase();
});
afterEach(async () => {
  await test_.drop();
  removePackageFolders();
});

// Letters, a ligature, a currency sign and typographer's quotes: all that Windows-1252 has beyond Latin-1.
const CLINIC = "Zürich-Œuvre €5 „Süd“ – ñ";
const courses = (validFiles["courses.csv"] ?? "").replaceAll("south", `"${CLINIC}"`);
const to1252 = (text: string) =>
  Buffer.from(
    text
      .replaceAll("Œ", "\u008c")
      .replaceAll("€", "\u0080")
      .replaceAll("„", "\u0084")
      .replaceAll("“", "\u0093")
      .replaceAll("–", "\u0096"),
    "latin1",
  );
const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => utf16le(text).swap16();

const clinics = async () =>
  (await test_.database.query<{ clinic: string }>("select clinic from course order by patient, course")).map(
    ({ clinic }) => clinic,
  );

test.each<[string, Buffer, string | null]>([
  ["UTF-8", Buffer.from(courses), null],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${courses}`), null],
  ["UTF-16 little endian", utf16le(`\uFEFF${courses}`), "Read as UTF-16LE and converted."],
  ["UTF-16 big endian", utf16be(`\uFEFF${courses}`), "Read as UTF-16BE and converted."],
  ["UTF-16 little endian without a mark", utf16le(courses), "Read as UTF-16LE and converted."],
  ["UTF-16 big endian without a mark", utf16be(courses), "Read as UTF-16BE and converted."],
  ["Windows-1252", to1252(courses), "Read as Windows-1252 and converted."],
  ["lines that end as on Windows", Buffer.from(courses.replaceAll("\n", "\r\n")), null],
  ["lines that end as on the first Macs", Buffer.from(courses.replaceAll("\n", "\r")), null],
])("%s", async (_, bytes, note) => {
  const receipt = await importPackage(test_.database, packageFolder({ "courses.csv": bytes }));
  expect(receipt.problems).toEqual([]);
  expect(receipt.notes.filter(({ file }) => file === "courses.csv").map(({ what }) => what)).toEqual(
    note === null ? [] : [note],
  );
  expect(receiptText(receipt).includes("converted")).toBe(note !== null);
  expect(await clinics()).toEqual(["north", "north", CLINIC]);
});

test.each<[string, (text: string) => Buffer]>([
  ["UTF-8", (text) => Buffer.from(text)],
  ["Windows-1252", to1252],
])("a first letter beyond ASCII at the edge of what is read at once, in %s", async (_, encode) => {
  const edge = 256 * 1024;
  const row = (patient: string, clinic: string) => `${patient},1,${clinic},TRD,,KETAMINE_IV,,,,,,,,\n`;
  let text = `${(validFiles["courses.csv"] ?? "").split("\n")[0] ?? ""}\n`;
  for (let nth = 0; text.length < edge - 400; nth += 1) text += row(`q${nth}`, "x".repeat(150));
  text += row("z", `${"w".repeat(edge - text.length - 5)}é`);
  expect(encode(text).indexOf(encode("é"))).toBe(edge - 1);
  const folder = packageFolder({
    "courses.csv": encode(text),
    "sessions.csv": "patient,course,number,day\n",
    "scores.csv": "patient,course,instrument,day,total\n",
    "side_effects.csv": "patient,course,session,term\n",
  });
  const receipt = await importPackage(test_.database, folder);
  expect(receipt.problems.map(({ rule }) => rule)).toEqual(["Longer than 200 characters."]);
  const shorter = text.replace(/w+é/, "é");
  const again = await importPackage(test_.database, packageFolder({ "courses.csv": encode(shorter) }), {
    dryRun: true,
  });
  expect(again.problems.filter(({ file }) => file === "courses.csv")).toEqual([]);
});

test.each<[string, (text: string) => string, string]>([
  ["semicolons", (text) => text.replaceAll(";", "|").replaceAll(",", ";").replaceAll("|", ","), "semicolons"],
  ["tabs", (text) => text.replaceAll(",", "\t"), "tabs"],
  ["bars", (text) => text.replaceAll(",", "|"), "vertical bars"],
  ["what Excel says in a first line", (text) => `sep=\t\n${text.replaceAll(",", "\t")}`, "tabs"],
])("columns that are separated by %s", async (_, change, name) => {
  const scores = change(validFiles["scores.csv"] ?? "");
  const receipt = await importPackage(test_.database, packageFolder({ "scores.csv": scores }));
  expect(receipt).toMatchObject({ written: true, problems: [] });
  expect(receipt.files[2]).toMatchObject({ rows: 6, inserted: 5, unchanged: 1 });
  expect(receipt.notes).toContainEqual({
    file: "scores.csv",
    column: null,
    what: `Columns are separated by ${name}.`,
    count: null,
  });
});

test("a line end within quotes stays within its cell", async () => {
  const text = (validFiles["courses.csv"] ?? "").replace("p2,1,south", 'p2,1,"south,\nwing"');
  const receipt = await importPackage(test_.database, packageFolder({ "courses.csv": text }));
  expect(receipt.files[0]).toMatchObject({ rows: 3 });
  expect(receipt.problems.map(({ row, column, rule }) => [row, column, rule])).toEqual([
    [3, "clinic", "Holds a control character."],
  ]);
});
