// Personal tokens over HTTP: made by a person who has signed in, shown once, good for their scopes and days alone.
import { shippedQuestion } from "../api/shippedQuestions";
import { newVisitor, type Visitor } from "./visitor";
import { openSignInDoor, type SignInDoor } from "./signInDoor";

let site: SignInDoor;
let origin: string;
let rosa: Visitor;

beforeAll(async () => {
  site = await openSignInDoor();
  origin = site.door.address;
  rosa = newVisitor();
  await rosa.signIn(origin, "rosa");
});
afterAll(() => site.stop());

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
async function json(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, body: text === "" ? {} : (JSON.parse(text) as Answer["body"]) };
}
const wish = { name: "nightly report", scopes: ["ask"], days: 30 };
const make = async (body: unknown, visitor = rosa): Promise<Answer> =>
  json(
    await visitor.send(`${origin}/account/tokens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
const tokenFor = async (scopes: string[]): Promise<string> =>
  String((await make({ ...wish, scopes })).body["token"]);
const list = async (): Promise<Record<string, unknown>[]> =>
  (await (await rosa.send(`${origin}/account/tokens`)).json()) as Record<string, unknown>[];

async function statusWith(token: string, path: string, options: RequestInit = {}): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const response = await fetch(origin + path, { headers, redirect: "manual", ...options });
  await response.text();
  return response.status;
}
const question = { method: "POST", body: JSON.stringify({ query: "{ datasets { name } }" }) };
/** Of asking, and of exporting: 404 is past the door, since there is no dataset here. */
const statuses = (token: string): Promise<number[]> =>
  Promise.all([statusWith(token, "/graphql", question), statusWith(token, "/figures/flow.csv")]);

test("a token asks under its person's name, for its scopes alone", async () => {
  expect(await statuses(await tokenFor(["ask"]))).toEqual([200, 403]);
  expect(await statuses(await tokenFor(["export"]))).toEqual([403, 404]);
  const both = await tokenFor(["export", "ask"]);
  expect(await statuses(both)).toEqual([200, 404]);
  const headers = { authorization: `Bearer ${both}` };
  const person = await json(await fetch(`${origin}/account/person`, { headers }));
  expect(person.body).toMatchObject({
    name: "Rosa Researcher",
    via: "TOKEN",
    rights: ["ASK", "EXPORT", "EXPLORE_SCHEMA"],
  });
});

test("it is shown once and kept as a hash; the list says its name, scopes, end, and the day of its last use", async () => {
  const { status, body } = await make({ name: " weekly ", scopes: ["export", "ask", "ask"], days: 90 });
  const token = String(body["token"]);
  expect([status, token]).toEqual([201, expect.stringMatching(/^afterglow_[\w-]{43}$/) as string]);
  const unused = (await list()).find(({ id }) => id === body["id"]);
  expect(unused).toMatchObject({ name: "weekly", scopes: ["ask", "export"], lastUsedOn: null });
  const days =
    (Date.parse(String(unused?.["expiresAt"])) - Date.parse(String(unused?.["madeAt"]))) / 86_400_000;
  expect(days).toBeCloseTo(90, 3);
  await statuses(token);
  const used = (await list()).find(({ id }) => id === body["id"]);
  const [today] = await site.test.database.query<{ day: string }>("select current_date::text as day");
  expect(used?.["lastUsedOn"]).toBe(today?.day);
  const kept = await site.test.database.query("select * from personal_token");
  expect(JSON.stringify(kept)).not.toContain(token.slice(10));
  expect(JSON.stringify(await list())).not.toContain(token.slice(10));
});

test.each([
  ["no name", { ...wish, name: " " }, /^name: give it 1 to 60 characters/],
  ["a name over lines", { ...wish, name: "a\nb" }, /^name/],
  ["no scope", { ...wish, scopes: [] }, /^scopes: choose from ask, export/],
  ["a scope that is none", { ...wish, scopes: ["ask", "publish"] }, /^scopes/],
  ["more than 90 days", { ...wish, days: 91 }, /^days: a whole number from 1 to 90/],
  ["half a day", { ...wish, days: 0.5 }, /^days/],
  ["for ever", { name: "x", scopes: ["ask"] }, /^days/],
  ["a list", [], /^name/],
])("%s is refused by its rule", async (_, sent, rule) => {
  const { status, body } = await make(sent);
  expect(status).toBe(400);
  expect((body["errors"] as { message: string }[])[0]?.message).toMatch(rule);
});

test("expired, revoked, made up or torn: 401", async () => {
  const token = await tokenFor(["ask", "export"]);
  expect(await statuses(token)).toEqual([200, 404]);
  await site.test.database.dataSource.query(
    "update personal_token set expires_at = now() where made_at = (select max(made_at) from personal_token)",
  );
  expect(await statuses(token)).toEqual([401, 401]);
  const { body } = await make(wish);
  const revoked = String(body["token"]);
  const away = `${origin}/account/tokens/${String(body["id"])}`;
  expect((await rosa.send(away, { method: "DELETE" })).status).toBe(204);
  expect((await rosa.send(away, { method: "DELETE" })).status).toBe(404);
  for (const each of [revoked, `afterglow_${"A".repeat(43)}`, revoked.slice(0, -1), "", "a b", "'; select 1"])
    expect(await statuses(each)).toEqual([401, 401]);
});

test("a token opens nothing of the account, nor GraphiQL without asking, and a cookie beside it does not help", async () => {
  const token = await tokenFor(["export"]);
  expect(await statusWith(token, "/account/tokens")).toBe(403);
  expect(await statusWith(token, "/account/tokens", { method: "POST", body: JSON.stringify(wish) })).toBe(
    403,
  );
  expect(await statusWith(token, "/account/sign-ins")).toBe(403);
  expect(await statusWith(token, "/account/sign-ins", { method: "DELETE" })).toBe(403);
  expect(await statusWith(token, "/graphiql")).toBe(403);
  const headers = { authorization: "Bearer nonsense" };
  expect((await rosa.send(`${origin}/account/tokens`, { headers })).status).toBe(401);
});

test("another's token cannot be revoked; those who may make none make none; one has 20 at most", async () => {
  const clara = newVisitor();
  await clara.signIn(origin, "clara");
  const { body } = await make(wish, clara);
  const foreign = await rosa.send(`${origin}/account/tokens/${String(body["id"])}`, { method: "DELETE" });
  expect(foreign.status).toBe(404);
  const stefan = newVisitor();
  await stefan.signIn(origin, "stefan");
  expect((await make(wish, stefan)).status).toBe(403);
  const made = [];
  for (let n = (await list()).length; n <= 20; n++) made.push((await make(wish)).status);
  expect(made.pop()).toBe(409);
  expect(new Set(made)).toEqual(new Set([201]));
  expect(await list()).toHaveLength(20);
});

test("a token may do no more than its person may by now", async () => {
  const clara = newVisitor();
  await clara.signIn(origin, "clara");
  const token = String((await make({ ...wish, scopes: ["ask", "export"] }, clara)).body["token"]);
  expect(await statuses(token)).toEqual([200, 404]);
  const { dataSource } = site.test.database;
  await dataSource.query("update person set roles = '{steward}' where subject = 'clara'");
  expect(await statuses(token)).toEqual([200, 403]);
  await dataSource.query("update person set roles = '{}' where subject = 'clara'");
  expect(await statuses(token)).toEqual([403, 403]);
});

test.each([
  ["another site's page", { "sec-fetch-site": "cross-site" }, 403],
  ["another host of the same site", { "sec-fetch-site": "same-site" }, 403],
  ["an old browser on another site", { origin: "https://evil.example" }, 403],
  ["a sandboxed frame", { origin: "null" }, 403],
  ["our own page", { "sec-fetch-site": "same-origin" }, 200],
  ["a program", {}, 200],
])("asked by %s", async (_, headers, status) => {
  const sent = {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: shippedQuestion("Datasets") }),
  };
  expect((await rosa.send(`${origin}/graphql`, sent)).status).toBe(status);
  const ended = await rosa.send(`${origin}/account/sign-ins/none`, { method: "DELETE", headers });
  expect(ended.status).toBe(status === 200 ? 404 : 403);
});
