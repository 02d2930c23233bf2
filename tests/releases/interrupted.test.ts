// Publishing that is cut off, and publishing twice at once.
import { Client } from "pg";
import { listDatasets } from "../../server/src/releases/listReleases";
import { publish } from "../../server/src/releases/publish";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { generatedCourses } from "./generatedCourses";
import { addDataset, addRows } from "./sourceRows";

let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase();
  await addRows(place.database, await addDataset(place.database, "cut"), generatedCourses(150, 11));
});
afterAll(() => place.drop());

const tables = [
  "release",
  "analysis_course",
  "analysis_course_side_effect",
  "analysis_measure",
  "analysis_session_profile",
  "clinic",
];
async function rowsThere(): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(select count(*) from ${table})::integer as ${table}`);
  const [row] = await place.database.query<Record<string, number>>(`select ${counts.join(", ")}`);
  return row ?? {};
}

/** Holds a lock on the table until `let go`, so that publishing waits in its midst. */
async function blocked(table: string) {
  const client = new Client({ connectionString: place.url });
  await client.connect();
  await client.query("begin");
  await client.query(`lock table ${table} in share mode`);
  return { letGo: () => client.end() };
}

async function waitingWriter(): Promise<number> {
  for (let tries = 0; tries < 400; tries++) {
    const [row] = await place.database.query<{ pid: number }>(
      `select pid from pg_stat_activity
      where datname = current_database() and application_name = 'afterglow writes'
        and wait_event_type = 'Lock' and query like '%attach partition%'`,
    );
    if (row !== undefined) return row.pid;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("Publishing never came to wait");
}

it("leaves nothing half-written when its connection is killed midway, and works the next time", async () => {
  const none = Object.fromEntries(tables.map((table) => [table, 0]));
  const { letGo } = await blocked("analysis_measure");
  const publishing = publish(place.database, { dataset: "cut" });
  const outcome = expect(publishing).rejects.toThrow("The database cannot be reached");
  await place.database.query("select pg_terminate_backend($1::integer)", [await waitingWriter()]);
  await outcome;
  await letGo();
  expect(await rowsThere()).toEqual(none);

  expect(await publish(place.database, { dataset: "cut" })).toEqual({ id: "cut.1", number: 1 });
  expect((await rowsThere())["analysis_measure"]).toBeGreaterThan(100);
});

it("lets the second of two publishers wait, and both succeed", async () => {
  const both = await Promise.all([
    publish(place.database, { dataset: "cut" }),
    publish(place.database, { dataset: "cut" }),
  ]);
  expect(both.map(({ number }) => number).sort()).toEqual([2, 3]);
  const [dataset] = await listDatasets(place.database.query);
  expect(new Set(dataset?.releases.map(({ checksum }) => checksum)).size).toBe(1);
});

it("leaves no work table and no lock behind", async () => {
  const [row] = await place.database.query<{ tables: number; locks: number }>(
    `select
      (select count(*) from pg_class where relname like 'publishing_%')::integer
        + (select count(*) from pg_namespace where nspname like 'publishing_%')::integer as tables,
      (select count(*) from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database()))::integer as locks`,
  );
  expect(row).toEqual({ tables: 0, locks: 0 });
});
