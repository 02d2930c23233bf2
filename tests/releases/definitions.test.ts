// Releases of older definitions: each is hashed with the tables and columns that its version knew, so that what was
// published keeps verifying after the tables have grown.
import { DataSource } from "typeorm";
import { migrate, openDatabase, type Database } from "../../server/src/database/dataSource";
import { migrations } from "../../server/src/database/migrations";
import { dimensionColumns, tablesOf } from "../../server/src/releases/analysisColumns";
import { ENDPOINT_DEFINITIONS } from "../../server/src/releases/endpointDefinitions";
import { verifyRelease } from "../../server/src/releases/verifyRelease";
import { CourseSideEffects1760000000002 } from "../../server/src/database/migrations/1760000000002-courseSideEffects";
import { createEmptyDatabase } from "../testDatabase";
import { publishedRelease, type Row } from "./publishedRelease";
import { columnsOf, insertVersionOne, VERSION_ONE_CHECKSUM, VERSION_ONE_SIDE_EFFECTS } from "./versionOne";

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

const sideEffectsOf = async (dataset: string, number: number) =>
  (await publishedRelease(database, dataset, number)).sideEffects;

/** Each row with the dimensions of its course. */
async function withDimensions(rows: readonly Row[]): Promise<Row[]> {
  const { courses } = await publishedRelease(database, "old", 1);
  return rows.map((row) => {
    const course = courses.find(
      (each) => each["patient"] === row["patient"] && each["course"] === row["course"],
    );
    return { ...Object.fromEntries(dimensionColumns.map((name) => [name, course?.[name] ?? null])), ...row };
  });
}

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

it("gives a release of version 1 its side effects a course, with the course's dimensions", async () => {
  const gathered = await sideEffectsOf("old", 1);
  expect(gathered).toEqual(await withDimensions(VERSION_ONE_SIDE_EFFECTS));
});

it("takes the table of side effects a course away and fills it again, but not from a release that needs it", async () => {
  const migration = new CourseSideEffects1760000000002();
  const runner = database.dataSource.createQueryRunner();
  const before = await sideEffectsOf("old", 1);
  await database.query("update release set definitions = '2'");
  await expect(migration.down(runner)).rejects.toThrow("has its side effects in it alone");
  expect(await sideEffectsOf("old", 1)).toEqual(before);
  await database.query("update release set definitions = '1'");
  await migration.down(runner);
  await migration.up(runner);
  await runner.release();
  expect(await sideEffectsOf("old", 1)).toEqual(before);
  expect(await verifyRelease(database.query, "old.1")).toMatchObject({ unchanged: true });
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
