// Postgres killed, and shut down, while 50 clients ask without pause: Node lives on, no answer is wrong, and once Postgres
// is back they are answered again.
import { setTimeout as wait } from "node:timers/promises";
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

load(
  {
    load: `Postgres killed and shut down in turn under ${CLIENTS} clients`,
    times: { short: 2, long: 20 },
    passes: "no exit of Node, no wrong answer, each answer right again within 1 s of its return",
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
        const late = answers.filter(({ began, status, ms }) => status !== 200 && began + ms > back);
        slowest = Math.max(slowest, ...late.map(({ began, ms }) => began + ms - back));
      }
    } finally {
      await stop();
    }
    expect(serving.child.exitCode).toBeNull();
    if (alone) expect(slowest).toBeLessThan(1_000);
    const refused = answers.filter(({ status }) => status === 503).length;
    return `${answers.length} answers: ${answers.length - refused} right, ${refused} times 503, none else; the last 503 ${Math.round(slowest)} ms after its return at most`;
  },
);
