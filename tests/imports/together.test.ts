// Imports that meet: with what was imported before, with each other, with a database that goes away midway.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { DatabaseUnavailable, openDatabase } from "../../server/src/database/dataSource";
import { dataPackage, templateMetadata } from "../../server/src/imports/dataPackage";
import { importPackage, InvalidImport } from "../../server/src/imports/importPackage";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";

let test_: TestDatabase;
beforeEach(async () => {
  test_ = await createTestDatabase();
});
afterEach(async () => {
  await test_.drop();
  removePackageFolders();
});

const countOf = async (table: string): Promise<number> =>
  (await test_.database.query<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? -1;

test("a dataset cannot be told other facts about itself, nor a session be put before the first one", async () => {
  await importPackage(test_.database, packageFolder());
  const other = dataPackage({ ...templateMetadata, name: "clinic-study", citation: "Another" });
  const receipt = await importPackage(
    test_.database,
    packageFolder({ "datapackage.json": JSON.stringify(other) }),
  );
  expect(receipt.problems).toMatchObject([{ file: "datapackage.json", column: "citation", row: null }]);
  const early = packageFolder({
    "sessions.csv": "patient,course,number,day\np1,1,3,1\n",
    "side_effects.csv": "patient,course,session,term\n",
  });
  expect((await importPackage(test_.database, early)).problems).toMatchObject([
    {
      file: "sessions.csv",
      row: 1,
      column: "day",
      rule: expect.stringContaining("order of their days") as string,
    },
  ]);
});

test("two imports of the same files at once: one writes, the other finds all there", async () => {
  const receipts = await Promise.all([1, 2].map(() => importPackage(test_.database, packageFolder())));
  expect(receipts.map(({ written }) => written)).toEqual([true, true]);
  expect(receipts.map(({ files }) => files[2]?.inserted).sort()).toEqual([0, 5]);
  expect(await countOf("score")).toBe(5);
});

test("two imports that contradict each other at once: the second to come supersedes the row", async () => {
  const other = { "scores.csv": (validFiles["scores.csv"] ?? "").replace("7,,9,0", "7,,10,0") };
  const receipts = await Promise.all(
    [{}, other].map((files) => importPackage(test_.database, packageFolder(files))),
  );
  expect(receipts.map(({ written }) => written)).toEqual([true, true]);
  expect(receipts.map(({ files }) => files[2]?.superseded).sort()).toEqual([0, 1]);
  expect(await countOf("score")).toBe(5);
});

test("thirty thousand scores stream in, and out of a database that dies midway nothing stays", async () => {
  const folder = packageFolder();
  const file = createWriteStream(join(folder, "scores.csv"));
  file.write("patient,course,instrument,day,hour,total,suicidality\n");
  for (let nth = 0; nth < 30_000; nth += 1) {
    const day = (nth % 3_650) + 1;
    const row = `p${1 + (nth % 2)},1,${["PHQ9", "GAD7", "PCL5", "WHO5", "MADRS"][Math.floor(nth / 3_000) % 5]},${day},,${day % 20},`;
    if (!file.write(`${row}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");

  const other = await openDatabase(test_.url);
  let killed = false;
  const failure = await importPackage(test_.database, folder, {
    onProgress: ({ file: name, rows }) => {
      if (killed || name !== "scores.csv" || rows < 10_000) return;
      killed = true;
      void other.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'afterglow writes' and xact_start is not null",
      );
    },
  }).catch((error: unknown) => error);
  await other.close();
  expect(killed).toBe(true);
  expect(failure).toBeInstanceOf(DatabaseUnavailable);
  for (const table of ["dataset", "course", "score", "import_receipt"]) expect(await countOf(table)).toBe(0);

  const receipt = await importPackage(test_.database, folder);
  expect(receipt.problems.slice(0, 3)).toEqual([]);
  expect(receipt.files[2]).toMatchObject({ rows: 30_000, rejected: 0 });
  expect((receipt.files[2]?.inserted ?? 0) + (receipt.files[2]?.unchanged ?? 0)).toBe(30_000);
  expect(await countOf("score")).toBe(receipt.files[2]?.inserted);
});

test("a folder that is not there and a name that is none are said before anything is read", async () => {
  await expect(importPackage(test_.database, "/no/such/folder")).rejects.toThrow(InvalidImport);
  await expect(importPackage(test_.database, __filename)).rejects.toThrow(
    "A folder is expected, not a file.",
  );
  const unnamed = importPackage(test_.database, packageFolder(), { dataset: "My Study" });
  await expect(unnamed).rejects.toThrow("--dataset: Lower-case letters, digits and hyphens");
});
