// Patients' keys replaced by ids: the same in the next import by the same key, and nowhere to be found.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importPackage } from "../../server/src/imports/importPackage";
import { importWithRecipe } from "../../server/src/imports/importWithRecipe";
import { InvalidPatientKey, patientKeyFile } from "../../server/src/imports/patientKey";
import { receiptText } from "../../server/src/imports/receipt";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";

let test_: TestDatabase;
let place: string;
beforeEach(async () => {
  test_ = await createTestDatabase();
  place = mkdtempSync(join(tmpdir(), "afterglow-key-"));
});
afterEach(async () => {
  await test_.drop();
  rmSync(place, { recursive: true, force: true });
  removePackageFolders();
});

// Keys that no package may hold: a record number and a name.
const named = () =>
  packageFolder(
    Object.fromEntries(
      Object.entries(validFiles).map(([file, text]) => [
        file,
        file.endsWith(".csv")
          ? text.replaceAll(/^p1,/gm, "MRN-0042,").replaceAll(/^p2,/gm, '"Byron, Ada",')
          : text,
      ]),
    ),
  );
const patients = () =>
  test_.database.query<{ patient: string }>(
    "select distinct patient from course union select patient from session union select patient from score union select patient from side_effect order by 1",
  );

test("a key file keeps ids the same over imports; it is its owner's alone, and holds no patient", async () => {
  const file = join(place, "patients.key");
  const first = await importPackage(test_.database, named(), { patientKey: await patientKeyFile(file) });
  expect(first).toMatchObject({ written: true, problems: [] });
  const found = await patients();
  expect(found).toHaveLength(2);
  for (const { patient } of found) expect(patient).toMatch(/^p[0-9a-f]{24}$/);
  const again = await importPackage(test_.database, named(), { patientKey: await patientKeyFile(file) });
  expect(again.files.map(({ inserted }) => inserted)).toEqual([0, 0, 0, 0]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toMatch(/^afterglow patient key 1\n[0-9a-f]{64}\n$/);
  const kept = JSON.stringify([
    await test_.database.query("select * from dataset"),
    await test_.database.query("select * from course"),
    await test_.database.query("select * from import_receipt"),
    receiptText(first),
  ]);
  expect(kept).not.toMatch(/MRN-0042|Byron/);
  expect(kept).not.toContain(readFileSync(file, "utf8").split("\n")[1]);
});

test("another dataset gives the same patient another id", async () => {
  const patientKey = await patientKeyFile(join(place, "patients.key"));
  await importPackage(test_.database, named(), { patientKey });
  await importPackage(test_.database, named(), { patientKey, dataset: "another" });
  expect(await patients()).toHaveLength(4);
});

test("another key, or none, is refused: the same patients would come in twice", async () => {
  await importPackage(test_.database, named(), { patientKey: await patientKeyFile(join(place, "a.key")) });
  const other = await importPackage(test_.database, named(), {
    patientKey: await patientKeyFile(join(place, "b.key")),
  });
  const none = await importPackage(test_.database, packageFolder());
  const rules = [other, none].map(({ problems }) =>
    problems.map(({ file, rule }) => `${file}: ${rule}`).join(),
  );
  expect(rules[0]).toMatch(/datapackage.json: The dataset's patients were replaced with another key/);
  expect(rules[1]).toMatch(/datapackage.json: The dataset's patients have replaced ids. Name the file/);
  expect(await patients()).toHaveLength(2);
});

test("a dataset whose ids came as they are keeps them", async () => {
  await importPackage(test_.database, packageFolder());
  const receipt = await importPackage(test_.database, named(), {
    patientKey: await patientKeyFile(join(place, "a.key")),
  });
  expect(receipt.written).toBe(false);
  expect(receipt.problems.map(({ rule }) => rule)).toContain(
    "The dataset's patients were sent with their ids; now they would be replaced.",
  );
});

test.each([
  ["a file that others may read", "afterglow patient key 1\n", 0o644, /Others may read/],
  ["a file of another kind", "my notes\n", 0o600, /is none/],
])("%s is refused as a key, and left as it is", async (_, text, mode, rule) => {
  const file = join(place, "x.key");
  writeFileSync(file, text);
  chmodSync(file, mode);
  await expect(patientKeyFile(file)).rejects.toThrow(rule);
  expect(readFileSync(file, "utf8")).toBe(text);
  await expect(patientKeyFile(join(place, "no", "x.key"))).rejects.toThrow(InvalidPatientKey);
});

test("a recipe that replaces patients may read a column of record numbers, once without a key and then never again", async () => {
  const recipe = {
    dataset: { name: "study", title: "S", kind: "TRIAL", licence: "CC0-1.0", citation: "S", sourceNote: "" },
    replacePatients: true,
    files: { people: { path: "people.csv", id: "MRN", ignore: ["Last Name", "zip"] } },
    tables: {
      course: {
        rows: "people",
        columns: {
          patient: { column: "MRN" },
          course: { constant: "1" },
          condition: { constant: "OCD" },
          modality: { constant: "KETAMINE_IM" },
        },
      },
    },
  };
  const write = (change: object) => {
    writeFileSync(
      join(place, "people.csv"),
      "MRN,Last Name,zip\n004213377,Byron,97201\n004213378,Lovelace,97202\n",
    );
    writeFileSync(join(place, "recipe.json"), JSON.stringify({ ...recipe, ...change }));
  };
  const bring = () => importWithRecipe(test_.database, place, { recipe: join(place, "recipe.json") });
  write({ replacePatients: false });
  expect((await bring()).problems.map(({ row, column }) => [row, column])).toEqual([
    [null, "MRN"],
    [1, "MRN"],
  ]);
  write({});
  expect(await bring()).toMatchObject({ written: true, problems: [] });
  expect(JSON.stringify(await patients())).not.toContain("0042133");
  expect((await bring()).problems.map(({ rule }) => rule)).toEqual([
    "The dataset's patients were replaced with another key, or with one that was not kept.",
  ]);
});
