// Whatever is sent, the server answers or refuses: no 5xx, nothing told of its inside or of the data, no memory that grows.
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { join } from "node:path";
import { load } from "../../load";
import { createTestDatabase, type TestDatabase } from "../../testDatabase";
import { seed, seededRelease } from "../seed";
import { hostileRequest, type HostileRequest } from "./hostileRequest";
import { malformedBytes, sendBytes } from "./malformedBytes";

const SEED = 20_261_126;
const AT_ONCE = 8;
const MOST_MEMORY = 250 * 2 ** 20;

let test_: TestDatabase;
let server: ChildProcess;
let address: URL;
let ended = "runs";
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  const [runner, program] = [join(__dirname, "../../runTypeScript.cjs"), join(__dirname, "hostileServer.ts")];
  server = fork(program, [test_.url], {
    // In a heap that is small: in a large one V8 collects late, and what is garbage looks like what is kept.
    execArgv: ["--max-old-space-size=160", "-r", runner],
    env: { PATH: process.env["PATH"], NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  server.once("exit", (code, signal) => (ended = `ended with ${code ?? signal}`));
  const [said] = (await once(server, "message")) as [{ address: string }];
  address = new URL(said.address);
});

afterAll(async () => {
  agent.destroy();
  server.disconnect();
  await once(server, "exit");
  await test_.drop();
});

interface Told {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}

function send({ method, path, headers, body }: HostileRequest, triesLeft = 2): Promise<Told> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = address;
    const sent = httpRequest({ hostname, port, method, path, headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.rawHeaders.join("\n"),
          text: Buffer.concat(parts).toString("latin1"),
        }),
      );
    });
    sent.on("error", (error) => {
      // A connection kept alive may end just as it is used; that is HTTP, and the request is sent again.
      if (triesLeft > 0) resolve(send({ method, path, headers, body }, triesLeft - 1));
      else reject(new Error(`${error.message} (the server ${ended}) after ${method} ${path.slice(0, 200)}`));
    });
    sent.end(body);
  });
}

const leaks: Readonly<Record<string, RegExp>> = {
  stack: /\n\s+at .+:\d+|node_modules|TypeError|RangeError|ReferenceError|DatabaseError|QueryFailed/,
  SQL: /analysis_(course|measure|side|session|bitmap)|release_id|dataset_id|pg_catalog|syntax error at or near|invalid byte sequence|\bselect\b[^"']*\bfrom\b.*\bwhere\b/i,
  path: /server\/(src|dist)|\/tmp\/|\.ts:\d|\.js:\d|root:x:0|afterglow-(web|test)/,
  // GAD-7 is the name of an instrument as well as of a patient of the seed.
  value: /\b(TRD|PTSD|GAD(?!-7\b)|OCD)-\d+\b|postgres(ql)?:\/\//,
};

async function memory(): Promise<{ memory: number; logged: string[] }> {
  server.send("memory");
  const [told] = (await once(server, "message")) as [{ memory: number; logged: string[] }];
  return told;
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** What is wrong with an answer; null: nothing. */
function wrongIn(told: Told): string | null {
  const whole = `${told.headers}\n${told.text}`;
  const leak = Object.entries(leaks).find(([, pattern]) => pattern.test(whole));
  if (leak !== undefined) return `tells ${leak[0]}: ${leak[1].exec(whole)?.[0] ?? ""}`;
  return told.status >= 500 ? `${told.status}: ${told.text.slice(0, 200)}` : null;
}

/** A request in short: of a question of our pages its name and variables. */
function inShort({ method, path, headers, body }: HostileRequest): string {
  const text = body.toString();
  const name = /query (\w+)/.exec(text)?.[1] ?? "";
  const said = text.length < 300 ? text : `${name} … ${text.slice(-300)}`;
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${said}`;
}

load(
  {
    load: "Hostile and malformed requests, seeded",
    times: { short: 1_000, long: 20_000 },
    passes: "no 5xx; no stack, SQL, path or value told; never 250 MB over the memory at start",
  },
  async ({ times }) => {
    const statuses = new Map<number, number>();
    const problems: string[] = [];
    const logged: string[] = [];
    const { memory: atStart } = await memory();
    let highest = 0;
    let next = 0;
    const sender = async () => {
      for (let number = next++; number < times; number = next++) {
        const raw = number % 50 === 0;
        const told = raw
          ? await sendBytes(address, malformedBytes(number / 50))
          : await send(hostileRequest(SEED, number));
        const wrong = wrongIn(told);
        if (wrong !== null) {
          problems.push(`${wrong} <- ${number}: ${raw ? "bytes" : inShort(hostileRequest(SEED, number))}`);
        }
        statuses.set(told.status, (statuses.get(told.status) ?? 0) + 1);
        if (number % 250 === 0) {
          const now = await memory();
          highest = Math.max(highest, now.memory);
          logged.push(...now.logged);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    logged.push(...(await memory()).logged);
    // The first are enough to mend by.
    expect({ problems: problems.slice(0, 10), logged: logged.slice(0, 10) }).toEqual({
      problems: [],
      logged: [],
    });
    const fine = await send({
      method: "POST",
      path: "/graphql",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ cohort(release: "${seededRelease}") { patients { value } } }` }),
    });
    expect(JSON.parse(fine.text)).toEqual({ data: { cohort: { patients: { value: 115 } } } });
    expect(highest - atStart).toBeLessThan(MOST_MEMORY);
    const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    return `${counts.join(", ")}; at start ${megabytes(atStart)} MB, at most ${megabytes(highest)} MB`;
  },
);
