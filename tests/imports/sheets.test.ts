// Tables in Excel workbooks: read as any other, within limits that are checked before anything is unpacked.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importPackage } from "../../server/src/imports/importPackage";
import { LARGEST_WORKBOOK } from "../../server/src/imports/readSheet";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";
import { workbook, type Cell } from "./workbook";

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterEach(removePackageFolders);
afterAll(() => test_.drop());

const rowsOf = (file: string): Cell[][] =>
  (validFiles[file] ?? "")
    .trimEnd()
    .split("\n")
    .map((line) =>
      line.split(",").map((text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text || null)),
    );

test("a package of workbooks comes in as its CSV files do", async () => {
  const files = ["courses", "sessions", "scores", "side_effects"];
  const folder = packageFolder(Object.fromEntries(files.map((name) => [`${name}.csv`, undefined])));
  for (const name of files) {
    const sheets = { Notes: [["Made for a test"]], [name]: rowsOf(`${name}.csv`) };
    writeFileSync(
      join(folder, `${name}.xlsx`),
      workbook(name === "courses" ? { Sheet1: rowsOf("courses.csv") } : sheets),
    );
  }
  const receipt = await importPackage(test_.database, folder, { dataset: "sheets" });
  expect(receipt).toMatchObject({ written: true, problems: [] });
  expect(receipt.files.map(({ file, inserted }) => [file, inserted])).toEqual([
    ["courses.xlsx", 3],
    ["sessions.xlsx", 4],
    ["scores.xlsx", 5],
    ["side_effects.xlsx", 2],
  ]);
  const text = await importPackage(test_.database, packageFolder(), { dataset: "sheets" });
  expect(text.files.map(({ inserted }) => inserted)).toEqual([0, 0, 0, 0]);
});

const scoresOf = (...rows: Cell[][]) =>
  workbook({ scores: [["patient", "course", "instrument", "day", "total"], ...rows] });

test.each<[string, Buffer, number | null, string | null, RegExp]>([
  ["a date", scoresOf(["p1", 1, "PHQ9", new Date("2024-03-01"), 9]), 1, "day", /calendar date/],
  ["a date as a number", scoresOf(["p1", 1, "PHQ9", 45352, 9]), 1, "day", /as Excel stores it/],
  ["a cell beyond the header", scoresOf(["p1", 1, "PHQ9", 0, 9, "x"]), 1, null, /more cells/],
  ["a blank row within", scoresOf([], ["p1", 1, "PHQ9", 0, 9]), 1, null, /blank/],
  [
    "several sheets of other names",
    workbook({ One: [["patient"]], Two: [["patient"]] }),
    null,
    null,
    /no sheet of this name/,
  ],
  ["no workbook", Buffer.from(zipSync({ "a.txt": strToU8("a") })), null, null, /no Excel workbook/],
  [
    "a small archive that unpacks to much",
    Buffer.from(zipSync({ "xl/workbook.xml": new Uint8Array(200 * 1024 * 1024) }, { level: 6 })),
    null,
    null,
    /Unpacks to too much/,
  ],
  [
    "too large a file",
    Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(LARGEST_WORKBOOK)]),
    null,
    null,
    /larger than 16 MB.*any size/,
  ],
])("%s is refused", async (_, bytes, row, column, rule) => {
  const receipt = await importPackage(
    test_.database,
    packageFolder({ "scores.csv": undefined, "scores.xlsx": bytes }),
  );
  expect(receipt.written).toBe(false);
  expect(receipt.problems).toMatchObject([{ file: "scores.xlsx", row, column }]);
  expect(receipt.problems[0]?.rule).toMatch(rule);
});

test("two cells far apart are a row with too many cells, not a sheet of billions", async () => {
  const files = unzipSync(scoresOf([null, null, null, null, null, "x"]));
  const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const apart = sheet.replace('<row r="2">', '<row r="100000">').replace('r="F2"', 'r="XFD100000"');
  const bytes = Buffer.from(zipSync({ ...files, "xl/worksheets/sheet1.xml": strToU8(apart) }));
  const folder = packageFolder({ "scores.csv": undefined, "scores.xlsx": bytes });
  const receipt = await importPackage(test_.database, folder);
  expect(receipt.problems).toMatchObject([
    { file: "scores.xlsx", row: 1, lastRow: 99_998, rule: "The line is blank." },
    { file: "scores.xlsx", row: 99_999, rule: "Has more cells than the header." },
  ]);
});

test("an Excel error is missing, and counted", async () => {
  const bytes = workbook({
    scores: [
      ["patient", "course", "instrument", "day", "total", "suicidality"],
      ["p1", 1, "PHQ9", -3, 20, { error: "#REF!" }],
      ["p1", 1, "PHQ9", 7, 9.000000000000002, { error: "#N/A" }],
    ],
  });
  const receipt = await importPackage(
    test_.database,
    packageFolder({ "scores.csv": undefined, "scores.xlsx": bytes }),
    { dataset: "errors" },
  );
  expect(receipt).toMatchObject({ written: true, problems: [] });
  expect(receipt.notes).toContainEqual(
    expect.objectContaining({
      file: "scores.xlsx",
      what: expect.stringContaining("Excel errors") as string,
      count: 2,
    }),
  );
});
