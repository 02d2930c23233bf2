// Answers in Postgres: found again by another server, bounded, the one that was not used for the longest going first.
import { createHash } from "node:crypto";
import { AnswerStore } from "../../server/src/kept/answerStore";
import { seed } from "../api/seed";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let test_: TestDatabase;
let release = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  await seed(test_.database, { TRD: 20 });
  [{ id: release } = { id: 0 }] = await test_.database.query<{ id: number }>("select id from release");
});
afterAll(() => test_.drop());

const open = (mostBytes: number) => AnswerStore.open(test_.database.query, mostBytes);
/** Of about `kilobytes`, packed too. */
const answer = (at: number, kilobytes = 1) =>
  Array.from({ length: 32 * kilobytes }, (_, part) =>
    createHash("sha256").update(`${at} ${part}`).digest("base64url"),
  ).join("");
const bytes = async () =>
  (
    await test_.database.query<{ bytes: number }>("select coalesce(sum(bytes), 0) as bytes from kept_answer")
  )[0]?.bytes;

test("an answer is kept packed", async () => {
  const store = await open(1_000_000);
  await store.write("long", release, "long ".repeat(10_000));
  expect(await bytes()).toBeLessThan(1_000);
  expect(await store.read("long")).toBe("long ".repeat(10_000));
  await test_.database.query("delete from kept_answer");
});

test("what one server has kept another gives; what it has not, nobody", async () => {
  const store = await open(1_000_000);
  await store.write("a", release, answer(1));
  expect(await store.read("a")).toBe(answer(1));
  const other = await open(1_000_000);
  expect(await other.read("a")).toBe(answer(1));
  expect(await other.read("b")).toBeNull();
  await test_.database.query("delete from kept_answer");
  expect(await other.read("a")).toBeNull();
});

test("it never holds more than it may, and what was used last is left", async () => {
  const store = await open(20_000);
  for (let at = 0; at < 60; at += 1) {
    await store.write(`key ${at}`, release, answer(at));
    expect(await store.read("key 0")).toBe(answer(0));
    expect(await bytes()).toBeLessThanOrEqual(20_000);
  }
  expect(await store.read("key 59")).toBe(answer(59));
  expect(await store.read("key 5")).toBeNull();
  // One that is too large for it does not drive the others out.
  const before = await bytes();
  await store.write("large", release, answer(60, 3));
  expect(await store.read("large")).toBeNull();
  expect(await bytes()).toBe(before);
});

test("one that is over its bound when it opens is brought under it", async () => {
  await open(5_000);
  expect(await bytes()).toBeLessThanOrEqual(5_000);
});
