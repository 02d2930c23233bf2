// The server as a process: it prints its address last, stops on a signal, and where it cannot start it says why in
// one sentence and ends with exit code 1.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { seed } from "./seed";

let test_: TestDatabase;

beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
});

afterAll(() => test_.drop());

function startServer(settings: Record<string, string>) {
  const server = spawn(
    process.execPath,
    ["-r", join(__dirname, "../runTypeScript.cjs"), join(__dirname, "../../server/src/main.ts")],
    {
      env: { PATH: process.env["PATH"], DATABASE_URL: test_.url, PORT: "0", ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const said = { out: "", err: "" };
  server.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
  server.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
  const ended = once(server, "close").then(([code]) => code as number);
  return { server, said, ended };
}

test("it prints its address last, answers there, and stops cleanly on a signal", async () => {
  const { server, said, ended } = startServer({ DISCLOSURE_PROFILE: "internal" });
  await Promise.race([once(server.stdout, "data"), ended]);
  expect(said.err).toMatch(/Nobody signs in: whoever sits at this machine is the one user/);
  expect(said.err).toMatch(/Disclosure profile: internal/);
  const address = said.out.trim();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${address}/ready`)).status).toBe(200);
  server.kill("SIGTERM");
  expect(await ended).toBe(143);
  await expect(fetch(`${address}/health`)).rejects.toThrow();
});

test("where people sign in, other machines may reach it, and a stranger is asked who they are", async () => {
  const { server, said, ended } = startServer({
    HOST: "0.0.0.0",
    OIDC_ISSUER: "http://127.0.0.1:1",
    OIDC_CLIENT_ID: "afterglow",
    PUBLIC_URL: "https://outcomes.example.org",
  });
  await Promise.race([once(server.stdout, "data"), ended]);
  expect(said.err).toMatch(/People sign in, and find the server at https:\/\/outcomes\.example\.org\./);
  const address = said.out.trim().replace("0.0.0.0", "127.0.0.1");
  expect((await fetch(`${address}/figures/flow.csv`)).status).toBe(401);
  expect((await fetch(`${address}/health`)).status).toBe(200);
  server.kill("SIGTERM");
  await ended;
});

test("a port that is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { said, ended } = startServer({ PORT: String(port) });
  expect(await ended).toBe(1);
  expect(said).toEqual({
    out: "",
    err: `Port ${port} is taken on 127.0.0.1: stop what uses it, or set PORT to another one.\n`,
  });
  other.close();
});

test.each([
  [
    "no database there",
    { DATABASE_URL: "postgres://u:secret@127.0.0.1:1/x" },
    /^The database cannot be reached/,
  ],
  ["other machines, and nobody signs in", { HOST: "0.0.0.0" }, /^HOST may only be 127\.0\.0\.1/],
  ["an unknown disclosure profile", { DISCLOSURE_PROFILE: "off" }, /^DISCLOSURE_PROFILE has to be one of/],
])("%s", async (_, settings, rule) => {
  const { said, ended } = startServer(settings);
  expect(await ended).toBe(1);
  expect(said.err).toMatch(rule);
  expect(said.err.trim().split("\n")).toHaveLength(1);
  expect(said.err).not.toContain("secret");
  expect(said.out).toBe("");
});
