// From a single machine to a cluster and back, by a backup; and what waits for what where there is no snapshot of all nodes.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { restoreBackup } from "../../server/src/backup/restoreBackup";
import { writeBackup } from "../../server/src/backup/writeBackup";
import { PUBLISH_LOCK } from "../../server/src/database/publishLock";
import { migrate, openDatabase } from "../../server/src/database/dataSource";
import { importPackage } from "../../server/src/imports/importPackage";
import { listDatasets } from "../../server/src/releases/listReleases";
import { publish } from "../../server/src/releases/publish";
import { verifyRelease } from "../../server/src/releases/verifyRelease";
import { seed, seededRelease } from "../api/seed";
import { clusterServer, createClusterDatabase } from "../clusterDatabase";
import { packageFolder, removePackageFolders } from "../imports/packageFolder";
import { createOnSingle, createTestDatabase, type TestDatabase } from "../testDatabase";

const folder = mkdtempSync(join(tmpdir(), "afterglow-moving-"));
let cluster: TestDatabase;
beforeAll(async () => {
  cluster = await createTestDatabase("seeded", seed);
});
afterAll(async () => {
  await cluster.drop();
  removePackageFolders();
  rmSync(folder, { recursive: true });
});

/** Restored there, and opened as every start does. */
async function moveTo(url: string, file: string) {
  await restoreBackup(url, file);
  const database = await openDatabase(url);
  await migrate(database);
  return database;
}

test("what was published on a single machine is the same on the cluster, spread over its workers", async () => {
  const single = await createOnSingle("seeded", seed);
  const file = join(folder, "single.afterglow");
  await writeBackup(single.database, file);
  const place = await createClusterDatabase(clusterServer() ?? "");
  const moved = await moveTo(place.url, file);
  expect(await verifyRelease(moved.query, seededRelease)).toMatchObject({ unchanged: true });
  const [shards] = await moved.query<{ n: number }>(
    "select count(distinct nodeport) as n from citus_shards where table_name = 'analysis_measure'::regclass",
  );
  expect(shards?.n).toBe(2);
  expect(await publish(moved, { dataset: "seeded" })).toMatchObject({ number: 2 });
  const releases = await moved.query<{ checksum: string }>("select checksum from release");
  expect(new Set(releases.map(({ checksum }) => checksum)).size).toBe(1);
  await moved.close();
  await Promise.all([place.drop(), single.drop()]);
});

test("and back again", async () => {
  const file = join(folder, "cluster.afterglow");
  await writeBackup(cluster.database, file);
  const single = await createOnSingle();
  await single.database.close();
  const empty = new URL(single.url);
  const admin = new Client({ connectionString: empty.href });
  await admin.connect();
  await admin.query("drop schema public, releases cascade; create schema public");
  await admin.end();
  const moved = await moveTo(empty.href, file);
  expect(await verifyRelease(moved.query, seededRelease)).toMatchObject({ unchanged: true });
  await moved.close();
  await single.drop();
});

const soon = (work: Promise<unknown>) =>
  Promise.race([work.then(() => "done"), new Promise((resolve) => setTimeout(resolve, 1_500, "waits"))]);

test("an import waits for a publishing of its dataset, and a publishing for an import", async () => {
  const { dataSource, query } = cluster.database;
  const [dataset] = await query<{ id: number }>("select id from dataset where name = 'seeded'");
  const publishing = dataSource.createQueryRunner();
  await publishing.query("select pg_advisory_lock($1, $2)", [PUBLISH_LOCK, dataset?.id]);
  const importing = importPackage(cluster.database, packageFolder(), { dataset: "seeded", dryRun: true });
  expect(await soon(importing)).toBe("waits");
  await publishing.query("select pg_advisory_unlock($1, $2)", [PUBLISH_LOCK, dataset?.id]);
  await publishing.release();
  expect((await importing).written).toBe(false);

  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let began: () => void = () => undefined;
  const written = new Promise<void>((resolve) => (began = resolve));
  const other = importPackage(cluster.database, packageFolder(), {
    dataset: "other",
    beforeCommit: async () => {
      began();
      await held;
    },
  });
  await written;
  const file = join(folder, "meanwhile.afterglow");
  const backup = writeBackup(cluster.database, file);
  expect(await soon(backup)).toBe("waits");
  letGo();
  expect((await other).written).toBe(true);
  const { tables } = await backup;
  expect(tables.find(({ name }) => name === "dataset")?.rows).toBe(2);
});

test("a release is listed once every worker has it", async () => {
  const places = async () =>
    (await listDatasets(cluster.database.query)).find(({ name }) => name === "seeded")?.releases.length;
  const before = await places();
  const number = (await publish(cluster.database, { dataset: "seeded" })).number;
  expect(await places()).toBe((before ?? 0) + 1);
  // As where the publisher was cut off between the commit and the showing.
  await cluster.database.query("update release set everywhere = false where number = $1", [number]);
  expect(await places()).toBe(before);
  await publish(cluster.database, { dataset: "seeded" });
  expect(await places()).toBe((before ?? 0) + 2);
});
