// The embedded Postgres through what happens to it: second starts, kills of either process, clean stops.
// Real processes throughout; each test has a data folder of its own.
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually, postmasterPid, useEmbedded, type EmbeddedUser } from "./embeddedUser";

// Each test makes a database and starts processes, perhaps beside other work.
jest.setTimeout(180_000);

let dataDir: string;
let users: EmbeddedUser[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "afterglow-life-"));
  chmodSync(dataDir, 0o755);
  users = [];
});

afterEach(async () => {
  for (const user of users) await user.end("SIGKILL");
  const left = postmasterPid(dataDir);
  if (left !== undefined) await stopForGood(left);
  rmSync(dataDir, { recursive: true, force: true });
});

function start(): EmbeddedUser {
  const user = useEmbedded(dataDir);
  users.push(user);
  return user;
}

async function stopForGood(pid: number): Promise<void> {
  try {
    process.kill(pid, "SIGQUIT");
  } catch {
    return;
  }
  await eventually(
    () => postmasterPid(dataDir),
    (found) => found === undefined,
  );
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s: answers, stops clean, and starts again on the same data",
  async (signal) => {
    const first = start();
    expect((await first.next()).url).toMatch(/^postgres:\/\/afterglow:.{32}@127\.0\.0\.1:\d+\/afterglow$/);
    expect(await first.ask()).toEqual({ answer: "afterglow" });
    expect(statSync(join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
    expect(await first.end(signal)).toBe(signal === "SIGINT" ? 130 : 143);
    expect(postmasterPid(dataDir)).toBeUndefined();
    expect(readFileSync(join(dataDir, "postgres.log"), "utf8")).toContain("database system is shut down");
    const second = start();
    await second.next();
    expect(await second.ask()).toEqual({ answer: "afterglow" });
  },
);

test("a second process joins the first, and the last to leave stops the server", async () => {
  const first = start();
  const { url } = await first.next();
  const second = start();
  expect((await second.next()).url).toBe(url);
  await first.end("SIGTERM");
  expect(first.said.at(-1)?.log).toMatch(/keeps running/);
  expect(await second.ask()).toEqual({ answer: "afterglow" });
  await second.end("SIGTERM");
  expect(postmasterPid(dataDir)).toBeUndefined();
});

test("two first starts at the same moment share one database", async () => {
  const both = [start(), start()];
  const [one, two] = await Promise.all(both.map((user) => user.next()));
  expect(one?.url).toBeDefined();
  expect(two?.url).toBe(one?.url);
});

test("kill -9 of Node: the next start takes over the server that still runs, and stops it", async () => {
  const first = start();
  const { url } = await first.next();
  const pid = postmasterPid(dataDir);
  await first.end("SIGKILL");
  const second = start();
  expect((await second.next()).url).toBe(url);
  expect(postmasterPid(dataDir)).toBe(pid);
  await second.end("SIGINT");
  expect(postmasterPid(dataDir)).toBeUndefined();
});

test("kill -9 of Postgres: it is started again at the same address, and Node lives on", async () => {
  const user = start();
  await user.next();
  const pid = postmasterPid(dataDir)!;
  process.kill(pid, "SIGKILL");
  const answer = await eventually(
    () => user.ask(),
    (said) => said.answer !== undefined,
  );
  expect(answer).toEqual({ answer: "afterglow" });
  expect(postmasterPid(dataDir)).not.toBe(pid);
});

test("kill -9 of both, and start at once", async () => {
  const first = start();
  await first.next();
  const pid = postmasterPid(dataDir)!;
  process.kill(pid, "SIGKILL");
  await first.end("SIGKILL");
  const second = start();
  expect((await second.next()).refused).toBeUndefined();
  expect(await second.ask()).toEqual({ answer: "afterglow" });
});

test("a stale postmaster.pid whose number belongs to another process does not stand in the way", async () => {
  const first = start();
  await first.next();
  const file = join(dataDir, "postgres", "postmaster.pid");
  const lines = readFileSync(file, "utf8").split("\n");
  const owner = statSync(file);
  await first.end("SIGTERM");
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join("\n"));
  chownSync(file, owner.uid, owner.gid);
  const second = start();
  await second.next();
  expect(await second.ask()).toEqual({ answer: "afterglow" });
});
