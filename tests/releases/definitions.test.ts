// Releases of older definitions: each is hashed with the tables and columns that its version knew, so that what was
// published keeps verifying after the tables have grown.
import { DataSource } from "typeorm";
import { migrate, openDatabase, type Database } from "../../server/src/database/dataSource";
import { migrations } from "../../server/src/database/migrations";
import { tablesOf } from "../../server/src/releases/analysisColumns";
import { ENDPOINT_DEFINITIONS } from "../../server/src/releases/endpointDefinitions";
import { verifyRelease } from "../../server/src/releases/verifyRelease";
import { createEmptyDatabase } from "../testDatabase";
import { columnsOf, insertVersionOne, VERSION_ONE_CHECKSUM } from "./versionOne";

let database: Database;
let drop: () => Promise<void>;
/** Names of the columns of each analysis table of the first two migrations, without those that name the place. */
const versionOne = new Map<string, string[]>();

beforeAll(async () => {
  const empty = await createEmptyDatabase();
  const first = new DataSource({ type: "postgres", url: empty.url, migrations: migrations.slice(0, 2) });
  await first.initialize();
  await first.runMigrations();
  await first.destroy();
  database = await openDatabase(empty.url);
  drop = async () => {
    await database.close();
    await empty.drop();
  };
  for (const table of ["analysis_course", "analysis_side_effect", "analysis_measure"]) {
    const names = (await columnsOf(database.query, table)).map(({ name }) => name);
    versionOne.set(
      table,
      names.filter((name) => name !== "dataset_id" && name !== "release_id"),
    );
  }
  await insertVersionOne(database);
  await migrate(database);
});
afterAll(() => drop());

it("verifies a release of version 1 after all migrations", async () => {
  expect(await verifyRelease(database.query, "old.1")).toEqual({
    published: VERSION_ONE_CHECKSUM,
    recomputed: VERSION_ONE_CHECKSUM,
    unchanged: true,
  });
});

it("hashes for version 1 the tables and columns of the first two migrations, no more and no fewer", () => {
  const hashed = tablesOf("1").map(({ name, columns }) => [name, [...columns].sort()]);
  expect(hashed).toEqual([...versionOne].map(([name, columns]) => [name, [...columns].sort()]));
});

it("hashes for the newest version every column that is there", async () => {
  for (const { name, columns } of tablesOf(ENDPOINT_DEFINITIONS)) {
    const there = (await columnsOf(database.query, name)).map((column) => column.name);
    expect([...columns, "dataset_id", "release_id"].sort()).toEqual(there.sort());
  }
});

it("sees a changed row of a release of version 1", async () => {
  await database.query("update analysis_side_effect set severity = 1 where severity = 3");
  expect(await verifyRelease(database.query, "old.1")).toMatchObject({
    published: VERSION_ONE_CHECKSUM,
    unchanged: false,
  });
});

it.each(["0", "99", "", "one", "1.5"])(
  "does not guess at definitions that it does not know: %j",
  async (text) => {
    await database.query("update release set definitions = $1", [text]);
    await expect(verifyRelease(database.query, "old.1")).rejects.toThrow(
      "The release was published under endpoint definitions that this version of Afterglow does not know.",
    );
  },
);
