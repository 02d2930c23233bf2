// Connections that say nothing, or begin a request and never end it: whoever asks properly is answered all the while, and
// the server lets go of the others by itself.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { load } from "../load";
import { eventually } from "../database/embeddedUser";
import { ask, checkAnswer, quantile, questions, rightAnswers, serveSeededThroughout } from "./asking";

const { serving } = serveSeededThroughout();

const halves = [
  "",
  "POST /gra",
  "GET /health HTTP/1.1\r\nHost: afterglow\r\nX-Slow: ",
  'POST /graphql HTTP/1.1\r\nHost: afterglow\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"query',
  "POST /graphql HTTP/1.1\r\nHost: afterglow\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
];

async function halfOpen(count: number): Promise<Socket[]> {
  const { hostname, port } = new URL(serving().address);
  const sockets: Socket[] = [];
  for (let at = 0; at < count; at++) {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined).resume();
    await once(socket, "connect");
    socket.write(halves[at % halves.length] ?? "");
    sockets.push(socket);
  }
  return sockets;
}

load(
  {
    load: "1,000 half-open sockets: silent, and with half a request line, header or body",
    times: { short: 1, long: 5 },
    passes: "good questions meanwhile p99 under 250 ms, all sockets freed within 15 s",
  },
  async ({ times, alone }) => {
    const right = await rightAnswers(serving());
    const good: number[] = [];
    const freed: number[] = [];
    for (let round = 0; round < times; round++) {
      const sockets = await halfOpen(1_000);
      const opened = performance.now();
      const open = () => sockets.filter(({ closed }) => !closed).length;
      for (let turn = 0; turn < 200; turn++) {
        const path = questions[turn % questions.length] ?? "";
        const answer = await ask(serving(), path);
        expect(answer.status).toBe(200);
        checkAnswer(path, answer, right);
        good.push(answer.ms);
      }
      expect(await eventually(open, (left) => left === 0)).toBe(0);
      freed.push(performance.now() - opened);
    }
    const slow = quantile(good, 0.99);
    if (alone) {
      expect(slow).toBeLessThan(250);
      expect(Math.max(...freed)).toBeLessThan(15_000);
    }
    return `${good.length} good questions, p99 ${Math.round(slow)} ms; freed after ${(Math.max(...freed) / 1000).toFixed(1)} s at most`;
  },
);
