// The role that the analyses run as: it reads the analysis tables and what names a release; every source table and every
// write is refused, and a database whose user may not make it says what an administrator has to run.
import { randomBytes } from "node:crypto";
import { migrate, openDatabase } from "../../server/src/database/dataSource";
import { ANALYSES_ROLE } from "../../server/src/database/analysesRole";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "../testDatabase";

let test_: TestDatabase;

beforeAll(async () => {
  test_ = await createTestDatabase();
});

afterAll(() => test_.drop());

const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => "answered",
    (error: unknown) => (error as { code?: unknown }).code,
  );
const REFUSED = "42501";
const READ_ONLY = "25006";

async function tablesLike(pattern: string): Promise<string[]> {
  const rows = await test_.database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename ~ $1 order by 1",
    [pattern],
  );
  return rows.map(({ name }) => name);
}

test("the analyses run as the role, read only", async () => {
  const [row] = await test_.database.ask(
    "select current_user as role, current_setting('transaction_read_only') as readonly",
  );
  expect(row).toEqual({ role: ANALYSES_ROLE, readonly: "on" });
});

test("it reads every analysis table, the releases, and what names a dataset", async () => {
  const readable = [...(await tablesLike("^analysis_")), "release"];
  expect(readable.length).toBeGreaterThan(4);
  for (const table of readable) expect(await test_.database.ask(`select * from ${table}`)).toEqual([]);
  expect(await test_.database.ask("select name, title, kind, licence, citation from dataset")).toEqual([]);
});

test("every other table is refused, by name and by count", async () => {
  const others = (await tablesLike("^")).filter(
    (name) => !/^analysis_/.test(name) && !["release", "dataset"].includes(name),
  );
  expect(others).toEqual(expect.arrayContaining(["clinic", "course", "session", "score", "side_effect"]));
  for (const table of others) {
    expect([table, await codeOf(test_.database.ask(`select count(*) from ${table}`))]).toEqual([
      table,
      REFUSED,
    ]);
  }
});

test("every write is refused, as read only and, where that is switched off, as not allowed", async () => {
  const writes = [
    "insert into release default values",
    "update dataset set name = 'x'",
    "delete from analysis_course",
    "truncate analysis_measure",
    "create table planted (n int)",
    "drop table analysis_course",
  ];
  const runner = test_.database.dataSource.createQueryRunner();
  for (const statement of writes) {
    const code = await codeOf(test_.database.ask(statement));
    expect([statement, code]).toEqual([statement, expect.stringMatching(`${READ_ONLY}|${REFUSED}`)]);
    await runner.query("begin");
    await runner.query(`set local role ${ANALYSES_ROLE}`);
    // Older Postgres lets anyone make tables in the schema public.
    if (!statement.startsWith("create")) expect(await codeOf(runner.query(statement))).toBe(REFUSED);
    await runner.query("rollback");
  }
  await runner.release();
});

test("a second statement behind the first is refused", async () => {
  expect(await codeOf(test_.database.ask("reset role; select count(*) from course"))).toBe("42601");
});

test("rights that someone added are taken back at the next start", async () => {
  await test_.database.query(`grant select on score to ${ANALYSES_ROLE}`);
  expect(await test_.database.ask("select * from score")).toEqual([]);
  await migrate(test_.database);
  expect(await codeOf(test_.database.ask("select * from score"))).toBe(REFUSED);
});

test("a user who may make roles makes it; one who may not is told the two statements, and nothing starts", async () => {
  const { url, drop } = await createEmptyDatabase();
  const admin = await openDatabase(url);
  const user = `plain_${randomBytes(4).toString("hex")}`;
  await admin.query(`create role ${user} login password 'plain'`);
  await admin.query(`grant all on database ${new URL(url).pathname.slice(1)} to ${user}`);
  await admin.query(`grant all on schema public to ${user}`);
  const asUser = new URL(url);
  asUser.username = user;
  asUser.password = "plain";
  const database = await openDatabase(asUser.href);
  await expect(migrate(database)).rejects.toThrow(
    `CREATE ROLE ${ANALYSES_ROLE} NOLOGIN; GRANT ${ANALYSES_ROLE} TO ${user};`,
  );
  await admin.query(`grant ${ANALYSES_ROLE} to ${user}`);
  await migrate(database);
  expect(await database.ask("select * from release")).toEqual([]);
  expect(await codeOf(database.ask("select * from score"))).toBe(REFUSED);
  await Promise.all([database.close(), admin.close()]);
  await drop();
  await test_.database.query(`drop role if exists ${user}`);
});
