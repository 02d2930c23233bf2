// A table that somebody has locked: who asks is told within a bounded time, in words that give nothing away; whoever
// waits behind them for a connection is told sooner; the server lives, and answers once the lock is gone.
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
let right: ReadonlyMap<string, string>;

beforeAll(async () => void (right = await rightAnswers(serving())), 300_000);

/** Runs the work while every analysis has to wait for a lock. */
async function whileLocked<Result>(work: () => Promise<Result>): Promise<Result> {
  const holder = await lockAnalyses(place());
  try {
    return await work();
  } finally {
    await holder.end();
  }
}

/** As many as the analyses have. */
const CONNECTIONS = 3;

async function everyConnectionWaits(): Promise<void> {
  const client = await place().connect();
  for (let waiting = 0; waiting < CONNECTIONS;) {
    const { rows } = await client.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock'",
    );
    waiting = rows[0]?.waiting ?? 0;
  }
  await client.end();
}

async function answersAgain(): Promise<void> {
  for (const path of questions) {
    const answer = await ask(serving(), path);
    expect(answer.status).toBe(200);
    checkAnswer(path, answer, right);
  }
}

load(
  {
    load: "one question while its table is locked",
    times: { short: 1, long: 10 },
    passes: "503 within 35 s, the error masked, the next question answered",
  },
  async ({ times }) => {
    const taken: number[] = [];
    for (let round = 0; round < times; round++) {
      const path = readingTables[round % readingTables.length] ?? "";
      const answer = await whileLocked(() => ask(serving(), path));
      expect(answer.status).toBe(503);
      checkAnswer(path, answer, right);
      expect(answer.ms).toBeLessThan(35_000);
      taken.push(answer.ms);
      await answersAgain();
    }
    return `503 after ${Math.round(Math.max(...taken))} ms at most, then answered`;
  },
);

load(
  {
    load: "40 questions at once while every connection of the pool waits for a lock",
    times: { short: 1, long: 10 },
    passes: "who gets no connection is told within 1.5 s, /health answers within 250 ms, no slot is lost",
  },
  async ({ times, alone }) => {
    const waiting: number[] = [];
    const healthy: number[] = [];
    for (let round = 0; round < times; round++) {
      const answers = await whileLocked(async () => {
        const first = questions.slice(0, 12).map((path) => ask(serving(), path));
        await everyConnectionWaits();
        const behind = Array.from({ length: 28 }, () => ask(serving(), questions[0] ?? ""));
        const health = await ask(serving(), "/health");
        expect(health.status).toBe(200);
        healthy.push(health.ms);
        await Promise.all(first);
        return Promise.all(behind);
      });
      for (const answer of answers) {
        expect(answer.status).toBe(503);
        checkAnswer(questions[0] ?? "", answer, right);
        waiting.push(answer.ms);
      }
      await answersAgain();
    }
    if (alone) {
      expect(Math.max(...waiting)).toBeLessThan(1_500);
      expect(Math.max(...healthy)).toBeLessThan(250);
    }
    return `503 after ${Math.round(Math.max(...waiting))} ms at most, /health after ${Math.round(Math.max(...healthy))} ms at most, all answered afterwards`;
  },
);
