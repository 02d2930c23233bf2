// Who asks decides what is answered: a stranger is sent away by 401, a person without the right by 403, each in the
// shape of the address; and each question is asked as the person who asks it.
import type { Person } from "../../server/src/identity/person";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, post, type Door } from "./door";

let test_: TestDatabase;
let door: Door;

const person = (roles: Person["roles"]): Person => ({
  id: "p",
  name: "P",
  roles,
  clinic: null,
  via: "SESSION",
});
const known: Record<string, Person> = {
  nobody: person([]),
  researcher: person(["researcher"]),
  steward: person(["steward"]),
};

beforeAll(async () => {
  test_ = await createTestDatabase();
  door = await openDoor(test_.database, "publish", {
    personOf: async ({ headers }) => known[String(headers["x-test-person"])] ?? null,
    accounts: null,
  });
});

afterAll(async () => {
  await door.stop();
  await test_.drop();
});

async function statusOf(path: string, who: string): Promise<number> {
  const response = await fetch(`${door.address}${path}`, { headers: { "x-test-person": who } });
  await response.text();
  return response.status;
}

test("a stranger hears 401 in the shape of the address, and still that the server lives", async () => {
  const graphql = await post(door.address, JSON.stringify({ query: "{ datasets { name } }" }));
  expect([graphql.status, graphql.errors[0]?.extensions["code"]]).toEqual([401, "UNAUTHENTICATED"]);
  expect(graphql.data).toBeUndefined();
  const figure = await fetch(`${door.address}/figures/flow.csv`);
  expect([figure.status, figure.headers.get("content-type"), await figure.text()]).toEqual([
    401,
    "text/plain; charset=utf-8",
    "Sign in first.\n",
  ]);
  expect(await statusOf("/health", "a stranger")).toBe(200);
});

test.each([
  ["/figures/flow.csv", "nobody", 403],
  ["/figures/flow.csv", "steward", 403],
  // There is no dataset yet: past the door.
  ["/figures/flow.csv", "researcher", 404],
  ["/graphiql", "steward", 403],
  ["/graphiql", "researcher", 200],
])("%s for %s: %i", async (path, who, status) => {
  expect(await statusOf(path, who)).toBe(status);
});
