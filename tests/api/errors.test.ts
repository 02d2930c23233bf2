// Bad questions: each gets a message that names the place and the rule, status 400, no stack, and the server lives on.
import { getIntrospectionQuery } from "graphql";
import { buildSchema } from "../../server/src/api/buildSchema";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, post, type Answer, type Door } from "./door";
import { fieldsOf, selectAll } from "./everyField";
import { seed, seededRelease } from "./seed";

let test_: TestDatabase;
let door: Door;

beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  door = await openDoor(test_.database, "publish");
});

afterAll(async () => {
  await door.stop();
  await test_.drop();
});

const QUESTION = `query Question($release: ID!, $where: CohortInput, $by: Dimension, $measure: Measure!) {
  cohort(release: $release, where: $where) {
    onset(outcome: { measure: $measure }, by: $by) { groups { group { code } } }
  }
}`;
const fine = { release: seededRelease, where: {}, by: "CONDITION", measure: "PHQ9" };

function expectRefused(answer: Answer, rule: RegExp): void {
  expect(answer.errors[0]?.message).toMatch(rule);
  expect(answer.status).toBe(400);
  expect(answer.text).not.toMatch(/stack|node_modules|\.ts:|\.js:|select /i);
}

test("the question in order is answered", async () => {
  expect((await door.ask(QUESTION, fine)).errors).toEqual([]);
});

test.each([
  ["an unknown release", { release: "seeded.9" }, /release: "seeded\.9" is not a release/],
  ["a release that is no id", { release: "'; drop table release; --" }, /release: ".*" is not a release/],
  [
    "an unknown dimension to group by",
    { by: "SHOE_SIZE" },
    /"\$by".*"SHOE_SIZE" does not exist in "Dimension"/,
  ],
  [
    "an unknown dimension in the cohort",
    { where: { shoeSize: ["43"] } },
    /"shoeSize" is not defined by type "CohortInput"/,
  ],
  ["an unknown category", { where: { condition: ["GOUT"] } }, /"GOUT" does not exist in "Condition"/],
  ["an unknown measure", { measure: "MOOD" }, /"MOOD" does not exist in "Measure"/],
  [
    "a range with a gap",
    { where: { age: ["AGE_18_29", "AGE_40_49"] } },
    /age: takes one range of neighbouring/,
  ],
  [
    "UNKNOWN within a range",
    { where: { severity: ["SEVERE", "UNKNOWN"] } },
    /severity: UNKNOWN can only be chosen alone/,
  ],
  [
    "a clinic that the release does not have",
    { where: { clinic: "7" } },
    /clinic: "7" is not in release seeded\.1/,
  ],
  [
    "a clinic that is no number",
    { where: { clinic: "1; select" } },
    /clinic: "1. select" must be a whole number/,
  ],
  [
    "a year that the release does not have",
    { where: { startYear: ["1999"] } },
    /startYear: "1999" is not in release/,
  ],
])("%s", async (_, wrong, rule) => {
  const answer = await door.ask(QUESTION, { ...fine, ...wrong });
  expectRefused(answer, rule);
  expect(answer.errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});

test("a clinic and years of the release, and UNKNOWN, are taken; null and an empty list choose nothing", async () => {
  const where = { clinic: "1", startYear: ["2021", "2022"], sex: null, condition: [], age: ["UNKNOWN"] };
  expect((await door.ask(QUESTION, { ...fine, where })).errors).toEqual([]);
});

test("a body that is not JSON", async () => {
  expectRefused(await post(door.address, "{ query: "), /not JSON/);
});

test("a body too large", async () => {
  const answer = await post(door.address, JSON.stringify({ query: "x".repeat(200_000) }));
  expect(answer.status).toBe(413);
  expect(answer.errors[0]?.message).toMatch(/over 100 kB/);
});

const aliases = (n: number): string =>
  Array.from({ length: n }, (_, i) => `a${i}: cohort(release: "seeded.1") { sentence }`).join(" ");
const whole = selectAll(fieldsOf(buildSchema(), "Query").find(({ name }) => name === "cohort")!);
const wholes = (n: number): string => Array.from({ length: n }, (_, i) => `a${i}: ${whole}`).join(" ");

test("everything of a cohort may be asked at once, and the schema itself", async () => {
  for (const document of [`{ ${whole} }`, getIntrospectionQuery()]) {
    expect((await door.ask(document)).errors).toEqual([]);
  }
});

test.each([
  ["no GraphQL", "{ cohort( }", /Syntax Error/],
  ["an unknown field", "{ patients }", /Cannot query field "patients" on type "Query"/],
  ["too many aliases", `{ ${aliases(11)} }`, /aliases/i],
  ["too many tokens", `{ ${"vocabulary ".repeat(4000)} }`, /tokens/],
  ["too costly", `{ ${wholes(2)} }`, /cost/i],
])("a document that is %s", async (_, document, rule) => {
  expectRefused(await door.ask(document), rule);
});

const nested = (levels: number): string =>
  levels === 0 ? "sentence" : `... on Cohort { ${nested(levels - 1)} }`;
const deep = (levels: number): string => (levels === 0 ? "id" : `release { ${deep(levels - 1)} }`);

test("too deep is told as such", async () => {
  expectRefused(await door.ask(`{ cohort(release: "seeded.1") { ${deep(12)} } }`), /depth/i);
  expect((await door.ask(`{ cohort(release: "seeded.1") { ${nested(3)} } }`)).errors).toEqual([]);
});

test.each([
  ["/figures/shoe.svg", 404, /There is no figure "shoe"/],
  ["/figures/onset.gif", 404, /no format "gif"/],
  ["/figures/onset.csv?dataset=none", 404, /dataset/],
  ["/figures/onset.csv?release=9", 404, /release/],
  ["/figures/onset.csv?shoe=43", 400, /shoe/],
  ["/figures/onset.csv?condition=GOUT", 400, /condition.*GOUT/],
  ["/figures/onset.csv?by=shoe", 400, /by/],
  ["/figures/onset.csv?clinic=77", 400, /clinic: "77" is not in release seeded\.1/],
])("the address %s: %d, naming what is wrong", async (path, status, rule) => {
  const response = await fetch(`${door.address}${path}`);
  expect(await response.text()).toMatch(rule);
  expect(response.status).toBe(status);
});

test("an unexpected error is told only by a reference, under which the log has the rest", async () => {
  const secret = "canary-5417";
  const broken = await openDoor(
    { ...test_.database, ask: () => Promise.reject(new TypeError(secret)) },
    "publish",
  );
  const answer = await broken.ask("{ datasets { name } }");
  const { code, reference } = answer.errors[0]?.extensions ?? {};
  expect([answer.status, code]).toEqual([500, "INTERNAL_SERVER_ERROR"]);
  expect(answer.text).not.toContain(secret);
  expect(answer.text).not.toMatch(/stack|TypeError|\.ts:/);
  expect(broken.logged.join()).toContain(secret);
  expect(broken.logged.join()).toContain(String(reference));
  await broken.stop();
});
