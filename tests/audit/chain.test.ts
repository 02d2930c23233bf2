// The chain: what is written stays, in one line after the other; and whatever is done to it afterwards is found.
import { beginning } from "../../server/src/audit/chain";
import { command, nobody, type AuditEntry } from "../../server/src/audit/entry";
import { openAudit } from "../../server/src/audit/openAudit";
import { readLines } from "../../server/src/audit/readLines";
import { verifyAudit } from "../../server/src/audit/verifyAudit";
import { policyOf } from "../../server/src/disclosure/policy";
import { openDatabase, type Database } from "../../server/src/database/dataSource";
import { localPerson } from "../../server/src/identity/person";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let test_: TestDatabase;
let database: Database;

beforeEach(async () => {
  test_ = await createTestDatabase();
  database = test_.database;
});
afterEach(() => test_.drop());

const answer = (at: number): AuditEntry => ({
  who: localPerson,
  what: "ANSWER",
  question: { ask: "cohort", at },
  release: "demo.1",
  outcome: "SHOWN",
});

/** What a person with the database in hand could do, its trigger out of the way. */
async function tamper(sql: string): Promise<void> {
  await database.dataSource.query("alter table audit disable trigger all");
  await database.dataSource.query(sql);
  await database.dataSource.query("alter table audit enable always trigger audit_append_only");
}

async function write(count: number): Promise<void> {
  const audit = openAudit(database, policyOf("publish"));
  await Promise.all(Array.from({ length: count }, (_, at) => audit.record(answer(at))));
}

test("an empty audit is whole", async () => {
  expect(await verifyAudit(database)).toEqual({
    lines: 0,
    from: null,
    to: null,
    last: beginning.hash,
    broken: null,
  });
});

test("lines of all kinds are kept as they were given, and follow one another", async () => {
  const audit = openAudit(database, policyOf("internal"));
  await audit.record({ who: command, what: "IMPORT", question: { dataset: "demo" }, outcome: "DONE" });
  await audit.record({ who: nobody, what: "REFUSAL", outcome: "REFUSED", code: "SIGN_IN_FIRST" });
  await audit.record(answer(3));
  const lines = [];
  for await (const line of readLines(database)) lines.push(line);
  expect(lines.map(({ number, person, via, what }) => [number, person, via, what])).toEqual([
    [1, "command", "COMMAND", "IMPORT"],
    [2, "nobody", "NONE", "REFUSAL"],
    [3, "local", "LOCAL", "ANSWER"],
  ]);
  expect(lines[0]).toMatchObject({ question: '{"dataset":"demo"}', release: null, policy: "internal 2" });
  expect(lines[1]).toMatchObject({ question: null, code: "SIGN_IN_FIRST" });
  expect(lines.map(({ previous }) => previous)).toEqual([beginning.hash, lines[0]?.hash, lines[1]?.hash]);
  for (const { at } of lines) expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
  const { broken, last } = await verifyAudit(database);
  expect({ broken, last }).toEqual({ broken: null, last: lines[2]?.hash });
});

test("two servers with many readers each keep one chain", async () => {
  const other = await openDatabase(test_.url);
  const here = openAudit(database, policyOf("publish"));
  const there = openAudit(other, policyOf("publish"));
  await Promise.all(Array.from({ length: 400 }, (_, at) => (at % 2 ? here : there).record(answer(at))));
  await other.close();
  expect(await verifyAudit(database)).toMatchObject({ lines: 400, broken: null });
});

test.each([
  ["changed", "update audit set outcome = 'HIDDEN' where number = 5", 5, /contents/],
  ["changed in its question", `update audit set question = '{}' where number = 7`, 7, /contents/],
  ["dated back", "update audit set at = at - interval '1 day' where number = 1", 1, /contents/],
  ["removed", "delete from audit where number = 4", 4, /missing/],
  ["removed, the first", "delete from audit where number = 1", 1, /missing/],
  [
    "removed, with the rest closed up",
    "delete from audit where number = 4; update audit set number = number - 1 where number > 4",
    4,
    /follow/,
  ],
  [
    "moved",
    "update audit set number = case number when 3 then 1004 else 1003 end where number in (3, 4); update audit set number = number - 1000 where number > 1000",
    3,
    /follow/,
  ],
  [
    "put in at the end",
    `insert into audit select number + 1, at, 'someone', via, what, question, release, outcome, code, policy, hash, md5('') || md5('') from audit where number = 10`,
    11,
    /contents/,
  ],
])("a line that was %s is found", async (_what, sql, number, why) => {
  await write(10);
  await tamper(sql);
  const { broken } = await verifyAudit(database);
  expect(broken?.number).toBe(number);
  expect(broken?.why).toMatch(why);
});

test("a line whose hash was made anew is given away by the next", async () => {
  await write(3);
  await tamper(`update audit set person = 'someone', hash = md5('') || md5('') where number = 2`);
  expect((await verifyAudit(database)).broken?.number).toBe(2);
});

test.each([
  "update audit set person = 'x'",
  "delete from audit",
  "truncate audit",
  "delete from audit where false",
])("%s is refused", async (sql) => {
  await write(2);
  await expect(database.dataSource.query(sql)).rejects.toThrow(/append-only/);
  await expect(database.dataSource.query(`set session_replication_role = replica; ${sql}`)).rejects.toThrow(
    /append-only/,
  );
  expect(await verifyAudit(database)).toMatchObject({ lines: 2, broken: null });
});

test("what cannot be written is said, in time, and the next goes through", async () => {
  const audit = openAudit(database, policyOf("publish"));
  await audit.record(answer(1));
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query("lock table audit in exclusive mode");
  const results = await Promise.allSettled([1, 2, 3].map((at) => audit.record(answer(at))));
  const refused = { status: "rejected", reason: { code: "AUDIT_UNAVAILABLE" } };
  expect(results).toMatchObject([refused, refused, refused]);
  await runner.rollbackTransaction();
  await runner.release();
  await audit.record(answer(2));
  expect(await verifyAudit(database)).toMatchObject({ lines: 2, broken: null });
});
