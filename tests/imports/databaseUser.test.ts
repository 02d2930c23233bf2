// An import as a superuser of the database, who may spare foreign keys that were checked already, and as a plain user.
import { importPackage } from "../../server/src/imports/importPackage";
import { openDatabase } from "../../server/src/database/dataSource";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { packageFolder, removePackageFolders } from "./packageFolder";

let place: TestDatabase;
const role = `plain_${process.pid}`;
beforeAll(async () => {
  place = await createTestDatabase();
});
afterEach(removePackageFolders);
afterAll(async () => {
  await place.database.dataSource.query(`drop owned by ${role}`);
  await place.database.dataSource.query(`drop role ${role}`);
  await place.drop();
});

const orphan = `insert into score (dataset_id, patient, course, instrument, day, total) values (1, 'nobody', 1, 'PHQ9', 0, 1)`;

test("after an import the database checks row by row as before", async () => {
  const receipt = await importPackage(place.database, packageFolder(), { dataset: "first" });
  expect(receipt.written).toBe(true);
  await expect(place.database.dataSource.query(orphan)).rejects.toMatchObject({ code: "23503" });
});

test("a plain user brings in the same", async () => {
  const { dataSource } = place.database;
  const name = new URL(place.url).pathname.slice(1);
  await dataSource.query(`create role ${role}`);
  await dataSource.query(`grant all on all tables in schema public to ${role}`);
  await dataSource.query(`grant all on all sequences in schema public to ${role}`);
  await dataSource.query(`alter database ${name} set role = ${role}`);
  const plain = await openDatabase(place.url);
  try {
    expect(await plain.dataSource.query("select current_setting('is_superuser') as is")).toEqual([
      { is: "off" },
    ]);
    const receipt = await importPackage(plain, packageFolder(), { dataset: "plain" });
    expect(receipt.written).toBe(true);
    const rowsOf = (dataset: string) =>
      place.database.query(
        "select patient, course, instrument, day, total from score s join dataset d on d.id = s.dataset_id where d.name = $1 order by 1, 2, 3, 4",
        [dataset],
      );
    expect(await rowsOf("plain")).toEqual(await rowsOf("first"));
  } finally {
    await plain.close();
  }
});
