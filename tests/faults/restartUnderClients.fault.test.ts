// Postgres killed, and shut down, while 50 clients ask without pause: Node lives on, no answer is wrong, and once Postgres
// is back they are answered again.
import { setTimeout as wait } from "node:timers/promises";
import { verifyAudit } from "../../server/src/audit/verifyAudit";
import { openDatabase } from "../../server/src/database/dataSource";
import { eventually } from "../database/embeddedUser";
import { load } from "../load";
import { ask, checkAnswer, questions, rightAnswers, serveSeeded, type Answer, type Serving } from "./asking";
import type { OwnPlace } from "./ownPlace";

const CLIENTS = 50;
let place: OwnPlace | undefined;

afterEach(() => place?.remove());

/** Fifty who ask until `stop`, and every answer of theirs. */
function askWithoutPause(serving: Serving, right: ReadonlyMap<string, string>) {
  const answers: Answer[] = [];
  let asking = true;
  const client = async (number: number) => {
    for (let turn = number; asking; turn++) {
      const path = questions[turn % questions.length] ?? "";
      const answer = await ask(serving, path);
      checkAnswer(path, answer, right);
      answers.push({ ...answer, body: "" });
      if (answer.status === 503) await wait(20);
    }
  };
  const all = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return {
    answers,
    stop: () => {
      asking = false;
      return all;
    },
  };
}

/** The moment at which Postgres takes connections again. */
async function isBack(at: OwnPlace, before: number): Promise<number> {
  for (;;) {
    const client = await at.tryToConnect();
    const now = performance.now();
    await client?.end().catch(() => undefined);
    if (client !== undefined && at.postmaster() !== before) return now;
    await wait(10);
  }
}

/** How many files the audit says were given; its chain has to be whole. */
async function auditedFiles(at: OwnPlace): Promise<number> {
  const database = await openDatabase(at.url());
  try {
    expect((await verifyAudit(database)).broken).toBeNull();
    const [row] = await database.query<{ n: number }>(
      "select count(*) as n from audit where what = 'EXPORT' and outcome <> 'REFUSED'",
    );
    return row?.n ?? 0;
  } finally {
    await database.close();
  }
}

load(
  {
    load: `Postgres killed and shut down in turn under ${CLIENTS} clients`,
    times: { short: 1, long: 20 },
    passes:
      "no exit of Node, no wrong answer, right again within 1 s of its return, each answer in the audit",
  },
  async ({ times, alone }) => {
    const served = await serveSeeded();
    ({ place } = served);
    const { serving } = served;
    const right = await rightAnswers(serving);
    const { answers, stop } = askWithoutPause(serving, right);
    let slowest = 0;
    try {
      for (let round = 0; round < times; round++) {
        await wait(500);
        const before = place.postmaster();
        place.killPostgres(round % 2 === 0 ? "SIGKILL" : "SIGINT");
        const back = await isBack(place, before);
        const answered = () => answers.some(({ began, status }) => status === 200 && began > back);
        expect(await eventually(answered, (yes) => yes)).toBe(true);
        await wait(1_500);
        const late = answers.filter(({ began, status }) => status !== 200 && began > back);
        slowest = Math.max(slowest, ...late.map(({ began }) => began - back));
      }
    } finally {
      await stop();
    }
    expect(serving.child.exitCode).toBeNull();
    if (alone) expect(slowest).toBeLessThan(1_000);
    const refused = answers.filter(({ status }) => status === 503).length;
    const given = answers.length - refused;
    // No line, no answer: whatever was answered is written down, also what was answered just before a kill.
    expect(await auditedFiles(place)).toBeGreaterThanOrEqual(given + right.size);
    return `${answers.length} answers: ${given} right, ${refused} times 503, none else; the last question that got a 503 was asked ${Math.round(slowest)} ms after its return; the audit whole, with a line for each`;
  },
);
