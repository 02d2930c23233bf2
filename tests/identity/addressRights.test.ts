// Every address for everyone: let in or sent away as the table says. An address that the table does not know fails it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seed } from "../api/seed";
import { shippedQuestion } from "../api/shippedQuestions";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { asWho, openDoorForEveryone, who } from "./everyone";
import type { Door } from "../api/door";

let test_: TestDatabase;
let door: Door;

beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  door = await openDoorForEveryone(test_);
});
afterAll(async () => {
  await door.stop();
  await test_.drop();
});

const bodies: Readonly<Record<string, string>> = {
  "(a question of our pages)": JSON.stringify({ query: shippedQuestion("Datasets") }),
  "(one about the schema)": JSON.stringify({ query: "{ __schema { queryType { name } } }" }),
  "(a wish for one)": JSON.stringify({ name: "t", scopes: ["ask"], days: 1 }),
};

// The provider of this test is gone: signing in leads back to the page.
const table = `
address                               stranger roleless researcher clinician steward administrator askToken exportToken
GET /health                                200      200        200       200     200           200      200         200
GET /ready                                 200      200        200       200     200           200      200         200
GET /assets/page-1a2b.js                   200      200        200       200     200           200      200         200
GET /sign-in                               200      302        302       302     302           302      302         302
GET /sign-in/start                         303      303        303       303     303           303      303         303
GET /sign-in/return                        303      303        303       303     303           303      303         303
POST /sign-out                             204      204        204       204     204           204      204         204
GET /                                      302      200        200       200     200           200      200         200
GET /questions                             302      200        200       200     200           200      200         200
GET /account                               302      200        200       200     200           200      200         200
GET /no/such/page                          302      200        200       200     200           200      200         200
POST /graphql (a question of our pages)    401      403        200       200     200           200      200         403
POST /graphql (one about the schema)       401      403        200       403     403           200      200         403
GET /graphiql                              401      403        200       403     403           200      200         403
GET /figures/flow.csv                      401      403        200       200     403           403      403         200
GET /figures/none.csv                      401      403        404       404     403           403      403         404
GET /audit                                 302      200        200       200     200           200      200         200
GET /dictionary.csv                        401      403        200       200     200           200      200         403
GET /dictionary.json                       401      403        200       200     200           200      200         403
GET /audit.csv                             401      403        403       403     403           200      403         403
GET /steward/recipes                       401      403        403       403     200           403      403         403
POST /steward/uploads (a wish for one)     401      403        403       403     201           403      403         403
PUT /steward/uploads/x/y.csv               401      403        403       403     415           403      403         403
DELETE /steward/uploads/x                  401      403        403       403     404           403      403         403
POST /steward/jobs (a wish for one)        401      403        403       403     400           403      403         403
GET /steward/jobs/x                        401      403        403       403     404           403      403         403
GET /steward/jobs/x/events                 401      403        403       403     404           403      403         403
GET /steward/jobs/x/receipt                401      403        403       403     404           403      403         403
DELETE /steward/jobs/x                     401      403        403       403     404           403      403         403
GET /steward/receipts?dataset=seeded       401      403        403       403     200           403      403         403
GET /steward/quality?dataset=seeded        401      403        403       403     200           403      403         403
GET /steward/receipts/1                    401      403        403       403     404           403      403         403
POST /steward/releases (a wish for one)    401      403        403       403     400           403      403         403
GET /account/person                        401      200        200       200     200           200      200         200
GET /account/sign-ins                      401      403        200       200     200           200      403         403
DELETE /account/sign-ins/x                 401      403        404       404     404           404      403         403
DELETE /account/sign-ins                   401      403        204       204     204           204      403         403
GET /account/tokens                        401      403        200       200     403           403      403         403
POST /account/tokens (a wish for one)      401      403        201       201     403           403      403         403
DELETE /account/tokens/x                   401      403        404       404     403           403      403         403`;

const [head = "", ...lines] = table.trim().split("\n");
const rows = lines.map((line) => {
  const [, method = "", path = "", body = "", statuses = ""] =
    /^(\S+) (\S+) ?(\(.*\))? +([\d ]+)$/.exec(line) ?? [];
  return {
    name: `${method} ${path} ${body}`,
    method,
    path,
    body: bodies[body],
    expected: statuses.split(/ +/).map(Number),
  };
});

test("the table has a column for everyone", () => {
  expect(head.split(/ +/).slice(1)).toEqual(who);
  expect(rows.every(({ expected }) => expected.length === who.length)).toBe(true);
});

test.each(rows)("$name", async ({ method, path, body, expected }) => {
  const statuses: number[] = [];
  for (const name of who) {
    const response = await fetch(door.address + path, {
      method,
      headers: { ...asWho(name), "content-type": "application/json" },
      redirect: "manual",
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    statuses.push(response.status);
    // Whoever is sent away learns nothing but that, and why.
    if (response.status === 401 || response.status === 403) expect(text.length).toBeLessThan(200);
  }
  expect(statuses).toEqual(expected);
  expect(
    door.logged.filter((line) => !line.startsWith("Signing in failed: The provider does not answer.")),
  ).toEqual([]);
});

test("a stranger is led from any page to the sign-in page, and nowhere else", async () => {
  const { headers } = await fetch(`${door.address}/compare?a=sex%3DFEMALE`, { redirect: "manual" });
  expect(headers.get("location")).toBe("/sign-in?to=%2Fcompare%3Fa%3Dsex%253DFEMALE");
});

test("no address is missing from the table", () => {
  const root = join(__dirname, "../../server/src");
  const calls = /\b(?:app|router)\.(get|post|put|patch|delete|all|use)\(\s*(\[[^\]]*\]|"[^"]*"|[A-Z_]+PATH)/g;
  const found = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) =>
      [...readFileSync(join(root, name), "utf8").matchAll(calls)].map(
        ([, method = "", path = ""]) => `${name}: ${method} ${path.replaceAll('"', "")}`,
      ),
    );
  expect([...new Set(found)].sort()).toEqual(declared);
});

const declared = [
  "api/accountAddresses.ts: delete /",
  "api/accountAddresses.ts: delete /:id",
  "api/accountAddresses.ts: get /",
  "api/accountAddresses.ts: get /person",
  "api/accountAddresses.ts: post /",
  "api/accountAddresses.ts: use /sign-ins",
  "api/accountAddresses.ts: use /tokens",
  "api/app.ts: all /graphql",
  "api/app.ts: all [/account/*any, /steward/*any, /sign-in/*any, /sign-out]",
  "api/app.ts: get /audit.csv",
  "api/app.ts: get /dictionary.:format",
  "api/app.ts: get /graphiql",
  "api/app.ts: get /health",
  "api/app.ts: get /ready",
  "api/app.ts: use /account",
  "api/app.ts: use /figures",
  "api/app.ts: use /steward",
  "api/app.ts: use [/figures, /graphql, /graphiql]",
  "api/app.ts: use [/graphql, /graphiql, /figures, /account, /steward, /audit.csv, /dictionary.:format]",
  "api/app.ts: use [/sign-in/*any, /sign-out]",
  "api/signInAddresses.ts: get /sign-in",
  "api/signInAddresses.ts: get /sign-in/start",
  "api/signInAddresses.ts: get RETURN_PATH",
  "api/signInAddresses.ts: post /sign-out",
  "api/signInAddresses.ts: use [/sign-in, /sign-out]",
  "api/stewardAddresses.ts: delete /:id",
  "api/stewardAddresses.ts: get /:id",
  "api/stewardAddresses.ts: get /:id/events",
  "api/stewardAddresses.ts: get /:id/receipt",
  "api/stewardAddresses.ts: get /quality",
  "api/stewardAddresses.ts: get /receipts",
  "api/stewardAddresses.ts: get /receipts/:id",
  "api/stewardAddresses.ts: get /recipes",
  "api/stewardAddresses.ts: post /",
  "api/stewardAddresses.ts: post /releases",
  "api/stewardAddresses.ts: put /:id/:file",
  "api/stewardAddresses.ts: use /jobs",
  "api/stewardAddresses.ts: use /uploads",
  "api/webFiles.ts: get /{*any}",
  "api/webFiles.ts: use /assets",
  "figures/figureAddress.ts: get /:file",
];
