// Who asks too often is told so in the shape of the address, and nobody else is kept waiting for it.
import type { Person } from "../../server/src/identity/person";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, type Door } from "./door";

let test_: TestDatabase;
let door: Door;

const person = (id: string, via: Person["via"]): Person => ({
  id,
  name: id,
  roles: ["researcher"],
  clinic: null,
  via,
  ...(via === "TOKEN" ? { scopes: ["ask", "export"] } : {}),
});
const known: Record<string, Person> = {
  ann: person("ann", "SESSION"),
  ben: person("ben", "SESSION"),
  script: person("ann", "TOKEN"),
};

beforeEach(async () => {
  test_ = await createTestDatabase();
  door = await openDoor(
    test_.database,
    "publish",
    { personOf: async ({ headers }) => known[String(headers["x-test-person"])] ?? null, accounts: null },
    0,
    { rates: { person: { SESSION: 20, TOKEN: 5, LOCAL: 100 }, stranger: 3, signIn: 2 } },
  );
});

afterEach(async () => {
  await door.stop();
  await test_.drop();
});

async function get(path: string, who: string): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(`${door.address}${path}`, { headers: { "x-test-person": who } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const statuses = async (count: number, who: string): Promise<number[]> => {
  const answers = await Promise.all(Array.from({ length: count }, () => get("/figures/none.csv", who)));
  return answers.map(({ status }) => status).sort();
};
const times = (count: number, status: number): number[] => Array.from({ length: count }, () => status);

test("a page's worth of figures at once is answered; what is over the limit is not", async () => {
  expect(await statuses(18, "ann")).toEqual(times(18, 404));
  expect(await statuses(5, "ann")).toEqual([...times(2, 404), ...times(3, 429)]);
});

test("each person has their own, and their token another", async () => {
  expect(await statuses(25, "ann")).toEqual([...times(20, 404), ...times(5, 429)]);
  expect(await statuses(1, "ben")).toEqual([404]);
  expect(await statuses(6, "script")).toEqual([...times(5, 404), 429]);
});

test("strangers share the one of their address, and life signs have none", async () => {
  expect(await statuses(5, "a stranger")).toEqual([...times(3, 401), ...times(2, 429)]);
  for (const status of times(10, 200)) expect((await get("/health", "a stranger")).status).toBe(status);
});

test("a refusal says how long to wait, in the shape of the address", async () => {
  await statuses(20, "ann");
  const figure = await get("/figures/flow.svg", "ann");
  expect(figure.status).toBe(429);
  expect(figure.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(figure.headers.get("ratelimit")).toMatch(/r=0/);
  expect(Number(figure.headers.get("retry-after"))).toBeGreaterThan(0);
  const question = await get("/graphql", "ann");
  expect(JSON.parse(question.text)).toEqual({
    errors: [
      { message: expect.stringMatching(/too often/) as string, extensions: { code: "TOO_MANY_REQUESTS" } },
    ],
  });
});
