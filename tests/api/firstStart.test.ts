// What an empty database is given: the registry and the trial, published once, also when a start was cut short.
import { join } from "node:path";
import type { Database } from "../../server/src/database/dataSource";
import { importDemo } from "../../server/src/demo/importDemo";
import { firstStart } from "../../server/src/firstStart";
import { listDatasets } from "../../server/src/releases/listReleases";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { seed } from "./seed";

const demo = { patients: 120, seed: 1 };
const samples = join(__dirname, "../../samples");
const opened: TestDatabase[] = [];

async function emptyDatabase(): Promise<Database> {
  const fresh = await createTestDatabase();
  opened.push(fresh);
  return fresh.database;
}

/** Starts, and gives what was said. */
async function start(database: Database): Promise<string[]> {
  const said: string[] = [];
  await firstStart(database, { samples, demo, log: (line) => said.push(line) });
  return said;
}

const releases = async ({ query }: Database) =>
  (await listDatasets(query)).map(({ name, releases: all }) => [name, all.map(({ id }) => id)]);

const both = [
  ["demo", ["demo.1"]],
  ["nimh-ketamine", ["nimh-ketamine.1"]],
];

afterAll(async () => {
  for (const fresh of opened) await fresh.drop();
});

test("an empty database gets both, published; the next start brings nothing and says nothing", async () => {
  const database = await emptyDatabase();
  expect(await start(database)).toHaveLength(4);
  expect(await releases(database)).toEqual(both);
  expect(await start(database)).toEqual([]);
  expect(await releases(database)).toEqual(both);
});

test("a start that was cut short after the first import is finished by the next", async () => {
  const database = await emptyDatabase();
  await importDemo(database, { ...demo, dataset: "demo" });
  const said = await start(database);
  expect(said[0]).toMatch(/Publishing demo/);
  expect(await releases(database)).toEqual(both);
});

test("two processes that start together bring in everything once", async () => {
  const database = await emptyDatabase();
  const said = await Promise.all([start(database), start(database)]);
  expect(said.flat()).toHaveLength(4);
  expect(await releases(database)).toEqual(both);
});

test("a database with somebody's own dataset is left alone", async () => {
  const database = await emptyDatabase();
  await seed(database);
  expect(await start(database)).toEqual([]);
  expect(await releases(database)).toEqual([["seeded", ["seeded.1"]]]);
});
