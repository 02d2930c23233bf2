// A plain user of the database: told what is missing where it may not make a schema; else everything is as a superuser's.
import { ANALYSES_ROLE } from "../../server/src/database/analysesRole";
import { migrate, openDatabase } from "../../server/src/database/dataSource";
import { publish } from "../../server/src/releases/publish";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "../testDatabase";
import { generatedCourses } from "./generatedCourses";
import { addDataset, addRows } from "./sourceRows";

let place: TestDatabase;
let own: { url: string; drop: () => Promise<void> };
const role = `publisher_${process.pid}`;
const admin = (statement: string): Promise<unknown> => place.database.dataSource.query(statement);

beforeAll(async () => {
  place = await createTestDatabase();
  own = await createEmptyDatabase();
});
afterAll(async () => {
  await own.drop();
  await admin(`drop role ${role}`);
  await place.drop();
});

test("a plain user needs the right to make a schema, and publishes the same as a superuser", async () => {
  const name = new URL(own.url).pathname.slice(1);
  const superuser = await openDatabase(own.url);
  await superuser.query(`create role ${role} in role ${ANALYSES_ROLE}`);
  await superuser.query(`grant all on schema public to ${role}`);
  await superuser.query(`alter database ${name} set role = ${role}`);
  await superuser.close();
  const plain = await openDatabase(own.url);
  const grant = `CREATE ON DATABASE ${name}`;
  const needed = `GRANT ${grant} TO ${role};`;
  try {
    await expect(migrate(plain)).rejects.toThrow(needed);
    await admin(`grant ${grant} to ${role}`);
    await migrate(plain);
    await admin(`revoke ${grant} from ${role}`);
    for (const database of [place.database, plain])
      await addRows(database, await addDataset(database, "plain"), generatedCourses(40, 5));
    await expect(publish(plain, { dataset: "plain" })).rejects.toThrow(needed);
    await admin(`grant ${grant} to ${role}`);
    await publish(plain, { dataset: "plain" });
    await publish(place.database, { dataset: "plain" });
    const checksums = "select checksum from release";
    expect(await plain.query(checksums)).toEqual(await place.database.query(checksums));
  } finally {
    await plain.close();
  }
});
