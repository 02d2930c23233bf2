// A table that somebody has locked: who asks is told within a bounded time, in words that give nothing away; whoever
// waits behind them for a connection is told sooner; the server lives, and answers once the lock is gone.
import { load } from "../load";
import {
  ask,
  checkAnswer,
  questions,
  readingTables,
  rightAnswers,
  serveSeeded,
  type Serving,
} from "./asking";
import type { OwnPlace } from "./ownPlace";

let place: OwnPlace;
let serving: Serving;
let right: ReadonlyMap<string, string>;

beforeAll(async () => {
  ({ place, serving } = await serveSeeded());
  right = await rightAnswers(serving);
}, 300_000);

afterAll(() => place?.remove());

/** One question reads this table, another that. */
const read = [
  "analysis_course",
  "analysis_measure",
  "analysis_course_side_effect",
  "analysis_session_profile",
] as const;

/** Runs the work while every analysis has to wait for a lock. */
async function whileLocked<Result>(work: () => Promise<Result>): Promise<Result> {
  const client = await place.connect();
  await client.query("begin");
  await client.query(`lock table ${read.join(", ")} in access exclusive mode`);
  try {
    return await work();
  } finally {
    await client.end();
  }
}

async function answersAgain(): Promise<void> {
  for (const path of questions) {
    const answer = await ask(serving, path);
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
      const answer = await whileLocked(() => ask(serving, path));
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
        const first = questions.slice(0, 12).map((path) => ask(serving, path));
        await new Promise((resolve) => setTimeout(resolve, 300));
        const behind = Array.from({ length: 28 }, () => ask(serving, questions[0] ?? ""));
        const health = await ask(serving, "/health");
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
