// A data package comes in whole, once, and the same again changes nothing.
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

const tables = ["dataset", "course", "session", "score", "side_effect"];
async function contents(): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables)
    all[table] = await test_.database.query(`select * from ${table} t order by t::text`);
  return all;
}

test("a valid package is written, and the receipt counts every row", async () => {
  const receipt = await importPackage(test_.database, packageFolder());
  expect(receipt).toMatchObject({ dataset: "clinic-study", written: true, problems: [], problemCount: 0 });
  expect(receipt.files.map((f) => [f.file, f.rows, f.inserted, f.unchanged, f.rejected])).toEqual([
    ["courses.csv", 3, 3, 0, 0],
    ["sessions.csv", 4, 4, 0, 0],
    ["scores.csv", 6, 5, 1, 0],
    ["side_effects.csv", 2, 2, 0, 0],
  ]);
  expect(await contents()).toMatchSnapshot();
  expect(receiptText({ ...receipt, source: "folder" })).toMatchSnapshot();
  const kept = await test_.database.query(
    "select inserted, superseded, unchanged, rejected from import_receipt",
  );
  expect(kept).toEqual([{ inserted: 14, superseded: 0, unchanged: 1, rejected: 0 }]);
});

test("the same files again change nothing", async () => {
  await importPackage(test_.database, packageFolder());
  const before = await contents();
  const receipt = await importPackage(test_.database, packageFolder());
  expect(receipt).toMatchObject({ written: true, problemCount: 0 });
  expect(receipt.files.map((f) => [f.rows, f.inserted, f.unchanged])).toEqual([
    [3, 0, 3],
    [4, 0, 4],
    [6, 0, 6],
    [2, 0, 2],
  ]);
  expect(await contents()).toEqual(before);
});

test("later files may refer to what was imported before", async () => {
  await importPackage(test_.database, packageFolder());
  const receipt = await importPackage(
    test_.database,
    packageFolder({
      "courses.csv": "patient,course,clinic,condition,modality\np3,1,east,OCD,KETAMINE_IM\n",
      "sessions.csv": "patient,course,number,day\np1,1,3,9\np3,1,1,0\n",
      "scores.csv": "patient,course,instrument,day,total\np2,1,PCL5,20,31\n",
      "side_effects.csv": "patient,course,session,term\np1,1,2,HEADACHE\n",
    }),
  );
  expect(receipt).toMatchObject({ written: true, problems: [] });
});

test("a dry run says what would happen and leaves no trace", async () => {
  const receipt = await importPackage(test_.database, packageFolder(), { dryRun: true, dataset: "other" });
  expect(receipt).toMatchObject({ dataset: "other", written: false, dryRun: true, problemCount: 0 });
  expect(receipt.files[0]).toMatchObject({ rows: 3, inserted: 3 });
  expect(Object.values(await contents()).flat()).toEqual([]);
});

test("a byte order mark, Windows line ends and quoted cells are read", async () => {
  const courses = `\uFEFF${validFiles["courses.csv"]}`
    .replaceAll("\n", "\r\n")
    .replaceAll("north", '"north, ""2"""');
  const receipt = await importPackage(test_.database, packageFolder({ "courses.csv": courses }));
  expect(receipt.problems).toEqual([]);
  const clinics = await test_.database.query("select distinct clinic from course order by 1");
  expect(clinics).toEqual([{ clinic: 'north, "2"' }, { clinic: "south" }]);
});
