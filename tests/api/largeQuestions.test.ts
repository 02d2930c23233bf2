// What is too large, too many or not in order is refused with its rule before it costs anything.
import { gzipSync } from "node:zlib";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, type Door } from "./door";

let test_: TestDatabase;
let door: Door;

beforeAll(async () => {
  test_ = await createTestDatabase();
  door = await openDoor(test_.database, "publish");
});

afterAll(async () => {
  await door.stop();
  await test_.drop();
});

const JSON_TYPE = "application/json";

async function send(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  method = "POST",
): Promise<{ status: number; text: string; allow: string | null }> {
  const response = await fetch(`${door.address}/graphql`, {
    method,
    headers: { "content-type": JSON_TYPE, ...headers },
    body: method === "GET" ? null : body,
  });
  return { status: response.status, text: await response.text(), allow: response.headers.get("allow") };
}

const query = 'query Q($where: CohortInput) { cohort(release: "x.1", where: $where) { sentence } }';
const withVariables = (variables: unknown): string => JSON.stringify({ query, variables });
const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

test.each([
  ["a text of over a thousand characters", { where: { clinic: "1".repeat(1_001) } }, /characters/],
  ["a list of over a hundred", { where: { sex: Array.from({ length: 101 }, () => "FEMALE") } }, /a list has/],
  [
    "over two thousand values",
    Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`v${i}`, i])),
    /values/,
  ],
  ["many levels", nested(7), /levels/],
])("variables with %s", async (_, variables, rule) => {
  const { status, text } = await send(withVariables(variables));
  expect(status).toBe(400);
  expect(text).toMatch(rule);
});

const list = (length: number): string => Array.from({ length }, () => "FEMALE").join(", ");

test.each([
  [
    "a list of over a hundred",
    `{ cohort(release: "x.1", where: { sex: [${list(101)}] }) { sentence } }`,
    /at most 100/,
  ],
  ["two operations", "query A { datasets { name } } query B { datasets { name } }", /one operation/],
  ["fragments in a circle", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", /itself/],
  ["a fragment in itself", "{ ...A } fragment A on Query { datasets { name } ...A }", /itself/],
  ["three hundred directives", `{ datasets ${"@skip(if: false) ".repeat(300)} { name } }`, /directive/i],
  ["the same field a thousand times", `{ datasets { ${"name ".repeat(2_990)} } }`, /aborted/],
])("a document with %s", async (_, document, rule) => {
  const { status, text } = await send(JSON.stringify({ query: document }));
  expect(status).toBe(400);
  expect(text).toMatch(rule);
});

test("one request asks one question", async () => {
  const { status, text } = await send(JSON.stringify([{ query }, { query }]));
  expect([status, text]).toEqual([400, expect.stringMatching(/one question/)]);
});

test.each([
  [
    "a compressed body, however small",
    gzipSync(JSON.stringify({ query })),
    { "content-encoding": "gzip" },
    415,
  ],
  ["60 MB compressed to 60 kB", gzipSync(Buffer.alloc(60_000_000)), { "content-encoding": "gzip" }, 415],
  ["60 MB", new Uint8Array(60_000_000), {}, 413],
  ["a form", "query=%7Bdatasets%7Bname%7D%7D", { "content-type": "application/x-www-form-urlencoded" }, 415],
  ["plain text", JSON.stringify({ query }), { "content-type": "text/plain" }, 415],
  ["no such charset", JSON.stringify({ query }), { "content-type": `${JSON_TYPE}; charset=latin1` }, 415],
])("%s", async (_, body, headers, status) => {
  expect((await send(body, headers)).status).toBe(status);
});

test.each(["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s asks nothing", async (method) => {
  expect(await send(JSON.stringify({ query }), {}, method)).toMatchObject({ status: 405, allow: "POST" });
});
