// Transactions ended from outside (pg_terminate_backend), one after the other, in the pool that asks and in the one that
// writes: no slot of either pool is lost, and nothing is left of what was being written.
import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { openDatabase } from "../../server/src/database/dataSource";
import { publish } from "../../server/src/releases/publish";
import { load } from "../load";
import {
  ask,
  checkAnswer,
  lockAnalyses,
  questions,
  readingTables,
  rightAnswers,
  serveSeededThroughout,
} from "./asking";

const { place, serving } = serveSeededThroughout();

/** Ends whatever waits for the lock; returns how many that were. */
async function endWaiting(client: Client): Promise<number> {
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and application_name like 'afterglow%'`,
  );
  return rowCount ?? 0;
}

load(
  {
    load: "questions whose transaction is killed in the database",
    times: { short: 20, long: 1_000 },
    passes: "each is a 503 or answered, no slot of the pool is lost",
  },
  async ({ times }) => {
    const right = await rightAnswers(serving());
    const client = await place().connect();
    let killed = 0;
    let refused = 0;
    while (killed < times) {
      const holder = await lockAnalyses(place());
      const asked = [0, 1, 2].map((at) => readingTables[(killed + at) % readingTables.length] ?? "");
      const answers = asked.map((path) => ask(serving(), path).then((answer) => ({ path, answer })));
      let settled = false;
      const all = Promise.all(answers).finally(() => (settled = true));
      while (!settled) {
        killed += await endWaiting(client);
        await wait(5);
      }
      for (const { path, answer } of await all) {
        checkAnswer(path, answer, right);
        if (answer.status === 503) refused += 1;
      }
      await holder.end();
    }
    // With every slot there, as many as the pool holds can wait at the same time, and all are answered afterwards.
    const { rows } = await client.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where application_name like 'afterglow analyses%'",
    );
    await client.end();
    const both = await Promise.all(questions.map((path) => ask(serving(), path)));
    both.forEach((answer, at) => {
      expect(answer.status).toBe(200);
      checkAnswer(questions[at] ?? "", answer, right);
    });
    expect(rows[0]?.n).toBeLessThanOrEqual(3);
    return `${killed} killed, ${refused} questions answered with 503, then ${questions.length} at once answered rightly`;
  },
);

load(
  {
    load: "publishings whose transaction is killed in the database",
    times: { short: 10, long: 1_000 },
    passes: "each fails in one sentence and leaves no row, lock or connection behind",
  },
  async ({ times }) => {
    const client = await place().connect();
    const database = await openDatabase(place().url());
    const left = async () => {
      const { rows } = await client.query(
        `select (select count(*) from release)::int as releases, (select count(*) from analysis_course)::int as courses,
          (select count(*) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid())::int as locks`,
      );
      return rows[0] as unknown;
    };
    const before = await left();
    let killed = 0;
    while (killed < times) {
      const holder = await lockAnalyses(place());
      let settled = false;
      const attempts = Promise.allSettled([0, 1].map(() => publish(database, { dataset: "seeded" }))).finally(
        () => (settled = true),
      );
      while (!settled) {
        killed += await endWaiting(client);
        await wait(5);
      }
      for (const attempt of await attempts) {
        expect(attempt).toMatchObject({
          status: "rejected",
          reason: { message: expect.stringMatching(/^The database cannot be reached/) as string },
        });
      }
      await holder.end();
    }
    expect(await left()).toEqual(before);
    const published = await publish(database, { dataset: "seeded" });
    await database.close();
    await client.end();
    return `${killed} killed; afterwards published ${published.id}`;
  },
);
