// Who changes the cohort while figures are coming does not wait for the old ones; then Postgres does not work on them
// either, and the connections are free for the next question. Every analysis waits here for a locked table.
import {
  exploreFigures,
  defaultOptions,
  defaultOutcome,
  everyone,
  type ExploreState,
} from "@afterglow/shared";
import { openKept } from "../../server/src/api/openKept";
import { policyOf } from "../../server/src/disclosure/policy";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, type Door } from "./door";
import { seed, seededRelease } from "./seed";

let test_: TestDatabase;
let door: Door;

beforeAll(async () => {
  test_ = await createTestDatabase();
  await seed(test_.database);
  door = await openDoor(test_.database, "internal");
});

afterAll(async () => {
  await door?.stop();
  await test_?.drop();
});

const state: ExploreState = {
  dataset: "seeded",
  release: 1,
  cohort: everyone,
  outcome: defaultOutcome(["PHQ9"]),
  by: null,
  options: defaultOptions,
  pins: [],
  edit: null,
};

// The flow is counted from bitmaps in memory, and waits for nobody.
const waiting = exploreFigures.filter(({ id }) => id !== "flow");
/** The figures of the page, as it asks them. */
const page = (signal: AbortSignal) =>
  waiting.map((figure) =>
    fetch(`${door.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: figure.document, variables: figure.variables(state, seededRelease) }),
      signal,
    }),
  );
const files = (signal: AbortSignal) =>
  waiting.map(({ id }) => fetch(`${door.address}/figures/${id}.csv?dataset=seeded`, { signal }));

const read = (sql: string) => test_.database.dataSource.query<{ count: number }[]>(sql);
const count = async (sql: string): Promise<number> => Number((await read(sql))[0]?.count);
const working = () =>
  count(
    "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'afterglow analyses' and state = 'active'",
  );
/** Answers about patients; which datasets there are is asked before a file is. */
const audited = () => count("select count(*) from audit where question::jsonb ->> 'ask' = 'cohort'");

/** Runs the work while everybody who reads the table has to wait; they would, for three seconds. */
async function whileLocked(table: string, work: () => Promise<void>): Promise<void> {
  const runner = test_.database.dataSource.createQueryRunner();
  await runner.query("begin");
  await runner.query(`lock table ${table} in access exclusive mode`);
  try {
    return await work();
  } finally {
    await runner.query("rollback");
    await runner.release();
  }
}

async function until(isSo: (statements: number) => boolean): Promise<void> {
  while (!isSo(await working())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test.each([
  ["the page", page],
  ["files", files],
])("%s that nobody waits for any more is given up in Postgres at once", async (_, ask) => {
  const before = await audited();
  await whileLocked("analysis_course, analysis_measure, analysis_course_side_effect", async () => {
    const gone = new AbortController();
    const asked = ask(gone.signal).map((answer) => answer.catch((error: Error) => error.name));
    await until((statements) => statements === 3);
    const began = performance.now();
    gone.abort();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["AbortError"]));
    await until((statements) => statements === 0);
    // The same connections answer what is not locked.
    expect((await door.ask("{ datasets { name } }")).data).toEqual({ datasets: [{ name: "seeded" }] });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
  // Nothing was answered, and nothing was wrong.
  expect(await audited()).toBe(before);
  expect(door.logged).toEqual([]);
  const answers = await Promise.all(ask(new AbortController().signal));
  expect(answers.map(({ status }) => status)).toEqual(waiting.map(() => 200));
});

test("one computation serves all who ask the same, and is given up when the last of them has gone", async () => {
  await door.stop();
  const kept = await openKept(test_.database, policyOf("internal"), 2 ** 20, (line) =>
    door.logged.push(line),
  );
  door = await openDoor(test_.database, "internal", undefined, 0, { kept });
  const [, onset] = exploreFigures.map(({ id }) => id);
  const ask = ({ signal }: AbortController) =>
    fetch(`${door.address}/figures/${onset}.csv?dataset=seeded&sex=FEMALE`, { signal });
  await whileLocked("analysis_measure", async () => {
    const askers = Array.from({ length: 6 }, () => new AbortController());
    const begin = (asker: AbortController) => ask(asker).catch((error: Error) => error.name);
    const asked = askers.slice(0, 1).map(begin);
    const soon = () => new Promise((resolve) => setTimeout(resolve, 300));
    await until((statements) => statements > 0);
    await soon();
    const alone = await working();
    // Fewer than there are connections: another computation would show.
    expect([1, 2]).toContain(alone);
    asked.push(...askers.slice(1).map(begin));
    await soon();
    expect(await working()).toBe(alone);
    askers.slice(1).forEach((asker) => asker.abort());
    await Promise.all(asked.slice(1));
    await soon();
    expect(await working()).toBe(alone);
    askers[0]?.abort();
    await until((statements) => statements === 0);
  });
  let stay: Promise<Response[]> = Promise.resolve([]);
  await whileLocked("analysis_measure", async () => {
    stay = Promise.all(Array.from({ length: 6 }, () => ask(new AbortController())));
    await until((statements) => statements > 0);
  });
  const answers = await Promise.all((await stay).map((answer) => answer.text()));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^# Onset/);
  expect(door.logged).toEqual([]);
});

test("what several wait for goes on when one of them leaves", async () => {
  // A server that holds no bitmap yet: all figures wait for the same ones.
  await door.stop();
  door = await openDoor(test_.database, "internal");
  let stay: Promise<Response[]> = Promise.resolve([]);
  await whileLocked("analysis_bitmap", async () => {
    const gone = new AbortController();
    const [leaves] = page(gone.signal).map((answer) => answer.catch((error: Error) => error.name));
    await until((statements) => statements > 0);
    const stays = page(new AbortController().signal);
    gone.abort();
    expect(await leaves).toBe("AbortError");
    await until((statements) => statements > 0);
    stay = Promise.all(stays);
  });
  expect((await stay).map(({ status }) => status)).toEqual(waiting.map(() => 200));
  expect(door.logged).toEqual([]);
});
