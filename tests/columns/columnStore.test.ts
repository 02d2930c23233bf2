// What is counted over columns in memory is what Postgres counts, in every answer, byte for byte; and where the columns
// are not there, do not fit or cannot be read, Postgres counts. The tallies themselves: tests/queries.
import { everyone, exploreFigures, type Outcome } from "@afterglow/shared";
import { ColumnStore } from "../../server/src/columns/columnStore";
import { countOf } from "../../server/src/columns/countOf";
import { tallyOnset } from "../../server/src/queries/tallyOnset";
import { tallyExposure } from "../../server/src/queries/tallyExposure";
import type { Query } from "../../server/src/queries/sql";
import { localIdentity } from "../../server/src/identity/identity";
import { openDoor, type Door } from "../api/door";
import { seed, sizes } from "../api/seed";
import { everyQuestion } from "../kept/everyQuestion";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let test_: TestDatabase;
let releaseId = 0;
const doors: Door[] = [];

beforeAll(async () => {
  test_ = await createTestDatabase();
  await seed(test_.database, sizes, ["east", "north", "south", "west"]);
  const [release] = await test_.database.query<{ id: number }>("select max(id) as id from release");
  releaseId = release?.id ?? 0;
});
afterAll(async () => {
  for (const door of doors) await door.stop();
  await test_.drop();
});

const failed: unknown[] = [];
const storeOf = (mostBytes: number, query: Query = test_.database.query): ColumnStore =>
  new ColumnStore({ query, mostBytes, logError: (error) => void failed.push(error) });

async function open(columns?: ColumnStore): Promise<Door> {
  const door = await openDoor(test_.database, "internal", localIdentity, 0, { columns });
  doors.push(door);
  return door;
}

const outcome: Outcome = {
  measure: "PHQ9",
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "CENSORED",
};
const scope = () => ({ releaseId, cohort: everyone });
const onset = (query: Query, columns?: ColumnStore) =>
  tallyOnset(
    countOf({ query, ...(columns && { columns }) }),
    scope(),
    outcome,
    "condition",
    "RESPONSE",
    "DAY",
  );
const unasked: Query = () => Promise.reject(new Error("Postgres was asked"));

test("every answer has the same bytes, while the columns are being read and over them", async () => {
  const columns = storeOf(16 * 2 ** 20);
  const [plain, first] = [await open(), await open(columns)];
  // Those of the page, which come first: their tallies are all that are counted like this.
  const questions = everyQuestion().slice(0, exploreFigures.length);
  const texts: string[] = [];
  for (const { document, variables } of questions) {
    const [wanted, found] = [await plain.ask(document, variables), await first.ask(document, variables)];
    expect([found.status, found.text]).toEqual([200, wanted.text]);
    texts.push(wanted.text);
  }
  await columns.settled();
  // A door that has given no answer yet.
  const over = await open(columns);
  for (const [at, { document, variables }] of questions.entries())
    expect((await over.ask(document, variables)).text).toBe(texts[at]);
  expect(columns.bytes).toBeGreaterThan(0);
  expect(failed).toEqual([]);
});

test("over columns, Postgres is not asked", async () => {
  const columns = storeOf(2 ** 20);
  const wanted = await onset(test_.database.query, columns);
  await columns.settled();
  expect(await onset(unasked, columns)).toEqual(wanted);
  expect(wanted.times.length).toBeGreaterThan(0);
});

test("a release that leaves no room for another is counted by Postgres", async () => {
  const columns = storeOf(1000);
  await onset(test_.database.query, columns);
  await columns.settled();
  await expect(onset(unasked, columns)).rejects.toThrow("Postgres was asked");
  expect(columns.bytes).toBe(0);
});

test("what was not asked for the longest goes first, and the room is never exceeded", async () => {
  const all = storeOf(2 ** 20);
  const ask = async (columns: ColumnStore) => {
    await onset(test_.database.query, columns);
    await columns.settled();
    const courses = columns.bytes;
    await tallyExposure(countOf({ query: test_.database.query, columns }), scope(), null);
    return courses;
  };
  await ask(all);
  const [release] = await test_.database.query<{ courses: number }>(
    `select courses from release where id = ${releaseId}`,
  );
  const least = (release?.courses ?? 0) * 150;
  expect(all.bytes).toBeLessThan(least);
  // Of all measures, one after the other: more than there is room for.
  const small = storeOf(least);
  for (const measure of ["PHQ9", "PCL5", "OWN", "MADRS", "GAD7", "YBOCS"] as const) {
    for (const response of ["INSTRUMENT", "HALF"] as const) {
      const count = countOf({ query: test_.database.query, columns: small });
      await tallyOnset(count, scope(), { ...outcome, measure, response }, null, "RESPONSE", "DAY");
      await small.settled();
      expect(small.bytes).toBeLessThanOrEqual(least);
    }
  }
});

test("where columns cannot be read, Postgres counts, and it is logged once", async () => {
  failed.length = 0;
  const columns = storeOf(2 ** 20, () => Promise.reject(new Error("gone")));
  const wanted = await onset(test_.database.query);
  for (let time = 0; time < 3; time++) {
    expect(await onset(test_.database.query, columns)).toEqual(wanted);
    await columns.settled();
  }
  expect(failed).toHaveLength(2);
});
