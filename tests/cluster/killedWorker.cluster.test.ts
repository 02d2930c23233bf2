// A worker of the cluster drops all that it was asked, in the midst of an import: the import fails, nothing of it is there on
// any node, and the next one brings everything in.
import { Client } from "pg";
import { importDemo } from "../../server/src/demo/importDemo";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(() => place.drop());

const demo = { dataset: "demo", patients: 400, seed: 2 };

async function rowsThere(): Promise<number> {
  const tables = ["dataset", "import_receipt", "course", "session", "score", "side_effect"];
  const counts = tables.map((table) => `(select count(*) from ${table})`).join(" + ");
  return (await place.database.query<{ rows: number }>(`select ${counts} as rows`))[0]?.rows ?? NaN;
}

/** Ends what the coordinator has under way on one worker, in this database alone; says of how many connections. */
async function dropWork(): Promise<number> {
  const [worker] = await place.database.query<{ host: string; port: number }>(
    "select nodename as host, nodeport as port from pg_dist_node where groupid > 0 order by groupid limit 1",
  );
  const url = new URL(place.url);
  [url.hostname, url.port] = [worker?.host ?? "", String(worker?.port)];
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid::integer) from pg_stat_activity
     where datname = current_database() and application_name like 'citus_internal%' and xact_start is not null`,
  );
  await client.end();
  return rowCount ?? 0;
}

test("an import whose worker fails midway leaves nothing anywhere, and works the next time", async () => {
  let dropped = 0;
  const importing = importDemo(place.database, {
    ...demo,
    beforeCommit: async () => {
      dropped = await dropWork();
    },
  });
  await expect(importing).rejects.toThrow("The database cannot be reached");
  expect(dropped).toBeGreaterThan(0);
  expect(await rowsThere()).toBe(0);
  expect((await importDemo(place.database, demo)).written).toBe(true);
  expect(await rowsThere()).toBeGreaterThan(1_000);
});
