// Every wait for the database ends: for a connection, for a lock, for an answer, and for one that nobody wants any more.
import { setMaxListeners } from "node:events";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let test_: TestDatabase;

beforeAll(async () => {
  test_ = await createTestDatabase();
});

afterAll(() => test_.drop());

const failureOf = (asked: Promise<unknown>): Promise<unknown> => asked.catch((error: unknown) => error);
const sleeping = async (): Promise<number> => {
  const rows = await test_.database.query(
    "select from pg_stat_activity where datname = current_database() and query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()",
  );
  return rows.length;
};
async function until(count: number): Promise<void> {
  while ((await sleeping()) !== count) await new Promise((resolve) => setTimeout(resolve, 50));
}

test("who is not wanted any more is cancelled in Postgres, and the connection serves the next", async () => {
  const gone = new AbortController();
  const slow = failureOf(test_.database.ask("select pg_sleep(60)", [], gone.signal));
  await until(1);
  gone.abort();
  expect(await slow).toBe(gone.signal.reason);
  await until(0);
  expect(await test_.database.ask("select 1 as one")).toEqual([{ one: 1 }]);
  expect(await failureOf(test_.database.ask("select 1", [], gone.signal))).toBe(gone.signal.reason);
});

test("with every connection long at work, whoever waits gets a turn", async () => {
  const work = "do $$ begin while clock_timestamp() < now() + interval '2 seconds' loop end loop; end $$";
  const busy = Array.from({ length: 3 }, () => test_.database.ask(work));
  const waiting = Array.from({ length: 5 }, () => test_.database.ask("select 1 as one"));
  expect(await Promise.all(waiting)).toEqual(Array.from({ length: 5 }, () => [{ one: 1 }]));
  await Promise.all(busy);
});

test("with every connection lent for long and none at work, whoever waits is told; the others go on", async () => {
  const gone = new AbortController();
  const busy = Array.from({ length: 3 }, () =>
    failureOf(test_.database.ask("select pg_sleep(60)", [], gone.signal)),
  );
  await until(3);
  const waiting = Array.from({ length: 5 }, () => failureOf(test_.database.ask("select 1")));
  for (const failure of await Promise.all(waiting)) {
    expect((failure as Error).message).toMatch(/no connection free/);
  }
  expect(await test_.database.query("select 1 as one")).toEqual([{ one: 1 }]);
  gone.abort();
  await Promise.all(busy);
  const after = Array.from({ length: 9 }, () => test_.database.ask("select 1 as one"));
  expect(await Promise.all(after)).toEqual(Array.from({ length: 9 }, () => [{ one: 1 }]));
});

test("many questions that take turns all get theirs, however long the queue", async () => {
  const asked = Array.from({ length: 30 }, () => test_.database.ask("select pg_sleep(0.15)"));
  expect(await Promise.all(asked)).toHaveLength(30);
});

test("a locked table is not waited for for ever", async () => {
  const runner = test_.database.dataSource.createQueryRunner();
  await runner.query("begin");
  await runner.query("lock table release in access exclusive mode");
  const failure = await failureOf(test_.database.ask("select * from release"));
  expect((failure as Error).message).toMatch(/locked longer/);
  await runner.query("rollback");
  await runner.release();
  expect(await test_.database.ask("select * from release")).toEqual([]);
});

test("a thousand questions that are killed midway cost no connection", async () => {
  for (let round = 0; round < 10; round += 1) {
    const gone = new AbortController();
    setMaxListeners(0, gone.signal);
    const asked = Array.from({ length: 100 }, () =>
      failureOf(test_.database.ask("select pg_sleep(30)", [], gone.signal)),
    );
    await until(3);
    gone.abort();
    await Promise.all(asked);
  }
  const after = Array.from({ length: 3 }, () => test_.database.ask("select pg_sleep(0.05), 1 as one"));
  expect(await Promise.all(after)).toHaveLength(3);
});
