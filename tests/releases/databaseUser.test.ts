// Publishing as a plain user of the database: told what is missing where it may not make a schema; else the same release.
import { openDatabase } from "../../server/src/database/dataSource";
import { publish } from "../../server/src/releases/publish";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { generatedCourses } from "./generatedCourses";
import { addDataset, addRows } from "./sourceRows";

let place: TestDatabase;
const role = `publisher_${process.pid}`;
const admin = (statement: string): Promise<unknown> => place.database.dataSource.query(statement);

beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(async () => {
  await admin(`drop owned by ${role}`);
  await admin(`drop role ${role}`);
  await place.drop();
});

test("a plain user needs the right to make a schema, and publishes the same as a superuser", async () => {
  await addRows(place.database, await addDataset(place.database, "plain"), generatedCourses(40, 5));
  await publish(place.database, { dataset: "plain" });

  const name = new URL(place.url).pathname.slice(1);
  await admin(`create role ${role}`);
  await admin(`grant all on all tables in schema public to ${role}`);
  await admin(`grant all on all sequences in schema public to ${role}`);
  await admin(`alter database ${name} set role = ${role}`);
  const plain = await openDatabase(place.url);
  try {
    const grant = `GRANT CREATE ON DATABASE ${name} TO ${role}`;
    await expect(publish(plain, { dataset: "plain" })).rejects.toThrow(`${grant};`);
    await admin(grant);
    expect(await publish(plain, { dataset: "plain" })).toEqual({ id: "plain.2", number: 2 });
  } finally {
    await plain.close();
  }
  const releases = await place.database.query<{ checksum: string }>("select checksum from release");
  expect(new Set(releases.map(({ checksum }) => checksum)).size).toBe(1);
});
