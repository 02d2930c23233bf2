// kill -9 of a server that is computing the opening page and keeping answers, and a start with more kept than there may be:
// nothing is lost but time. Every answer afterwards has the bytes of one that was computed.
import { load } from "../load";
import { ask, checkAnswer, questions, rightAnswers, serveSeeded } from "./asking";
import { OwnPlace } from "./ownPlace";

const MB = 2 ** 20;
let place: OwnPlace;
afterEach(() => place.remove());

load(
  {
    load: "kill -9 of the server while it computes the opening page, and a start with 30 times the answers that it may keep",
    times: { short: 1, long: 40 },
    passes: "every answer has the right bytes, no more is kept than may be, no error is logged",
  },
  async ({ times }) => {
    const computed = await serveSeeded();
    ({ place } = computed);
    const right = await rightAnswers(computed.serving);
    place.kill(computed.serving);
    await computed.serving.ended;
    let most = 0;
    for (let round = 0; round < times; round += 1) {
      const killed = await place.serve({ DISCLOSURE_PROFILE: "internal" });
      await new Promise((resolve) => setTimeout(resolve, (400 * round) / times));
      place.kill(killed);
      await killed.ended;
      const client = await place.connect();
      await client.query(
        `insert into kept_answer (key, release_id, answer, bytes)
        select 'old ' || i, (select id from release), repeat('x', 1000000)::bytea, 1000000 from generate_series(1, 30) i`,
      );
      const serving = await place.serve({ DISCLOSURE_PROFILE: "internal", KEPT_ANSWERS_MB: "1" });
      for (const path of questions) {
        const answer = await ask(serving, path);
        expect(answer.status).toBe(200);
        checkAnswer(path, answer, right);
      }
      const { rows } = await client.query<{ bytes: number }>(
        "select sum(bytes)::int as bytes from kept_answer",
      );
      most = Math.max(most, rows[0]?.bytes ?? NaN);
      expect(most).toBeLessThanOrEqual(MB);
      expect(serving.said.err).not.toMatch(/rror|not kept/);
      await client.end();
      place.kill(serving);
      await serving.ended;
    }
    return `all answers right; ${Math.round(most / 1024)} kB kept of 1024 at most`;
  },
);
