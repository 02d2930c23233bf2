// Who may send which document: a browser with a sign-in the questions of our pages and no other; a token and the local
// user their own. Questions about the schema need the right to it.
import { addTypenameToDocument } from "@apollo/client/utilities";
import { getIntrospectionQuery, parse, print } from "graphql";
import { documentHash } from "../../server/src/api/documentHash";
import { safelistedDocuments } from "../../server/src/api/safelistedDocuments";
import type { Person } from "../../server/src/identity/person";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, type Answer, type Door } from "./door";
import { seed, seededRelease } from "./seed";
import { shippedQuestion, shippedQuestions } from "./shippedQuestions";

let test_: TestDatabase;
let door: Door;
let asking: Person;

const person = (via: Person["via"], ...roles: Person["roles"]): Person => ({
  id: "p",
  name: "P",
  roles,
  clinic: null,
  via,
  ...(via === "TOKEN" ? { scopes: ["ask", "export"] } : {}),
});

beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  door = await openDoor(test_.database, "publish", { personOf: async () => asking, accounts: null });
});

afterAll(async () => {
  await door.stop();
  await test_.drop();
});

test("every question of the pages is listed, as it stands and as their client sends it", () => {
  expect(shippedQuestions.length).toBeGreaterThan(20);
  const hashes = shippedQuestions.map((text) => documentHash(parse(text)));
  expect(hashes.sort()).toEqual(Object.values(safelistedDocuments).sort());
  const sent = shippedQuestions.map((text) => documentHash(parse(print(addTypenameToDocument(parse(text))))));
  expect(sent.sort()).toEqual(hashes);
});

const panel = print(addTypenameToDocument(parse(shippedQuestion("CohortPanel"))));
const own = `{ cohort(release: "${seededRelease}") { sentence } }`;
const variables = { release: seededRelease };
const codeOf = ({ errors }: Answer): unknown => errors[0]?.extensions["code"];

test("a browser may send the questions of our pages", async () => {
  asking = person("SESSION", "researcher");
  const { status, errors } = await door.ask(panel, variables);
  expect([status, errors]).toEqual([200, []]);
});

test.each([
  ["another", own],
  ["one of ours with a field more", panel.replace("sentence", "sentence another: sentence")],
  ["one of ours and another", `${panel} query Other ${own}`],
  ["one of ours under an alias", panel.replace("cohort(", "mine: cohort(")],
])("but not %s", async (_, document) => {
  asking = person("SESSION", "researcher", "administrator");
  const answer = await door.ask(document, variables);
  expect([answer.status, codeOf(answer), answer.data]).toEqual([403, "NOT_SAFELISTED", undefined]);
});

test.each([["TOKEN"], ["LOCAL"]] as const)("%s: questions of one's own", async (via) => {
  asking = person(via, "researcher");
  expect((await door.ask(own)).errors).toEqual([]);
});

test("no question is known by its hash alone", async () => {
  asking = person("TOKEN", "researcher");
  const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
  const response = await fetch(`${door.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ extensions }),
  });
  expect(await response.text()).toMatch(/PERSISTED_QUERY_NOT_SUPPORTED|non-empty/);
});

test.each([
  ["LOCAL", ["researcher"], 200],
  ["TOKEN", ["researcher"], 200],
  ["SESSION", ["administrator"], 200],
  ["SESSION", ["clinician"], 403],
  ["SESSION", ["steward"], 403],
  ["TOKEN", ["clinician"], 403],
] as const)("the schema is told to %s %s: %d", async (via, roles, status) => {
  asking = person(via, ...roles);
  for (const document of [getIntrospectionQuery(), '{ __type(name: "Cohort") { name } }']) {
    const answer = await door.ask(document);
    expect([answer.status, codeOf(answer)]).toEqual([status, status === 403 ? "FORBIDDEN" : undefined]);
  }
  const graphiql = await fetch(`${door.address}/graphiql`);
  await graphiql.text();
  expect(graphiql.status).toBe(status);
});

test("a question about the schema opens no way for another beside it", async () => {
  asking = person("SESSION", "administrator");
  const mixed = `{ __schema { queryType { name } } ...Rest } fragment Rest on Query ${own}`;
  expect(codeOf(await door.ask(mixed))).toBe("NOT_SAFELISTED");
});
