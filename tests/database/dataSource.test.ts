// Opening any Postgres: what it answers, what it refuses, and that a database gone midway is said and outlived.
import { createEmptyDatabase, createTestDatabase } from "../testDatabase";
import { DatabaseUnavailable, migrate, openDatabase } from "../../server/src/database/dataSource";

test("a fresh database answers, with whole numbers as numbers", async () => {
  const { database, drop } = await createTestDatabase();
  const [row] = await database.query<{ n: number; total: number; jit: string }>(
    "SELECT count(*) AS n, sum(x::bigint) AS total, current_setting('jit') AS jit FROM generate_series(1, $1::int) x",
    [4],
  );
  expect(row).toEqual({ n: 4, total: 10, jit: "off" });
  expect(await database.isReady()).toBe(true);
  await drop();
});

test("two processes may migrate at the same moment, and again later", async () => {
  const { url, drop } = await createEmptyDatabase();
  const both = await Promise.all([openDatabase(url), openDatabase(url)]);
  await Promise.all(both.map(migrate));
  await migrate(both[0]);
  await Promise.all(both.map((database) => database.close()));
  await drop();
});

test.each([
  ["no server there", "postgres://user:secret@127.0.0.1:1/none", /cannot be reached/],
  ["no such host", "postgres://user:secret@host.invalid/none", /cannot be reached/],
  ["not an address", "user:secret", /begins with postgres:/],
])("%s: one sentence with the rule and without the password", async (_, url, rule) => {
  const failure = await openDatabase(url).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DatabaseUnavailable);
  expect((failure as Error).message).toMatch(rule);
  expect((failure as Error).message).not.toContain("secret");
});

test("a wrong password and a missing database are said as such", async () => {
  const { url, drop } = await createEmptyDatabase();
  const wrong = new URL(url);
  wrong.password = "secret";
  await expect(openDatabase(wrong.href)).rejects.toThrow(/refuses the user or password/);
  await drop();
  await expect(openDatabase(url)).rejects.toThrow(/does not exist/);
});

test("a connection cut midway fails one question, not the process, and the next one is answered", async () => {
  const { database, url, drop } = await createTestDatabase();
  const other = await openDatabase(url);
  const slow = database.query("SELECT pg_sleep(20)").catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await other.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  expect(await slow).toBeInstanceOf(DatabaseUnavailable);
  expect(await database.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await other.close();
  await drop();
});

test("a statement that takes too long is ended", async () => {
  const { url, drop } = await createEmptyDatabase();
  const database = await openDatabase(url, { statementTimeoutMs: 100 });
  await expect(database.query("SELECT pg_sleep(20)")).rejects.toThrow(/took longer/);
  await database.close();
  await drop();
});
