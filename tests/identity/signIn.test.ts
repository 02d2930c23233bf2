// Signing in at a real provider, by hand over HTTP: the way there and back, everything that must not let anyone in, and
// every way in which a sign-in ends. Time is moved in the database, not waited for.
import { shippedQuestion } from "../api/shippedQuestions";
import { newVisitor, type Visitor } from "./visitor";
import { openSignInDoor, type SignInDoor } from "./signInDoor";

let site: SignInDoor;
let origin: string;

beforeAll(async () => {
  site = await openSignInDoor();
  origin = site.door.address;
});
afterAll(() => site.stop());

const asks = async (visitor: Visitor): Promise<number> => {
  const response = await visitor.send(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: shippedQuestion("Datasets") }),
  });
  await response.text();
  return response.status;
};
const signedIn = async (account: string): Promise<Visitor> => {
  const visitor = newVisitor();
  expect((await visitor.signIn(origin, account)).address.href).toBe(`${origin}/`);
  return visitor;
};
const person = async (visitor: Visitor): Promise<unknown> =>
  (await visitor.send(`${origin}/account/person`)).json();

test("a stranger is led to the sign-in page, and from the provider back to where they were going", async () => {
  const visitor = newVisitor();
  const to = "/questions?dataset=demo&condition=PTSD%2CTRD#clinics";
  const page = await visitor.go(origin + to);
  expect(page.address.href).toBe(
    `${origin}/sign-in?to=${encodeURIComponent("/questions?dataset=demo&condition=PTSD%2CTRD")}`,
  );
  expect([page.status, await asks(visitor)]).toEqual([200, 401]);
  const landed = await visitor.signIn(origin, "rosa", to);
  expect([landed.status, landed.address.href]).toEqual([200, origin + to]);

  expect(await asks(visitor)).toBe(200);
  expect(await person(visitor)).toEqual({
    name: "Rosa Researcher",
    via: "SESSION",
    roles: ["researcher"],
    clinic: null,
    rights: ["ASK", "EXPORT", "EXPLORE_SCHEMA", "ACCOUNT", "TOKENS"],
  });
});

test("the way to the provider carries PKCE, state and nonce, none of them twice", async () => {
  const seen = new Set<string>();
  for (const _ of [1, 2]) {
    const response = await newVisitor().send(`${origin}/sign-in/start`);
    const { searchParams: asked } = new URL(response.headers.get("location") ?? "");
    expect([asked.get("response_type"), asked.get("code_challenge_method")]).toEqual(["code", "S256"]);
    for (const name of ["state", "nonce", "code_challenge"]) seen.add(`${name}=${asked.get(name)}`);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^afterglow-underway=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  }
  expect(seen.size).toBe(6);
});

test.each([
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
])("back to %p leads to the entrance", async (to) => {
  const { address } = await newVisitor().signIn(origin, "rosa", to);
  expect(address.href).toBe(`${origin}/`);
});

test("the cookie is for this server alone, and what is stored is not what it holds", async () => {
  const visitor = newVisitor();
  const back = await visitor.signInUpToReturn(origin, "rosa");
  const response = await visitor.send(back);
  const cookies = response.headers.getSetCookie();
  expect(cookies[0]).toMatch(/^afterglow-underway=; Max-Age=0;/);
  expect(cookies[1]).toMatch(/^afterglow=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  const secret = visitor.cookie(origin, "afterglow")!;
  const { query } = site.test.database;
  const rows = await query("select s.*, p.* from sign_in s join person p on p.id = s.person_id");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(JSON.stringify(rows)).not.toContain("example.org");
});

const failed = `/sign-in?because=failed&to=`;

test("a wrong state, a missing or a made-up cookie, and a code used again let nobody in", async () => {
  const visitor = newVisitor();
  const back = await visitor.signInUpToReturn(origin, "rosa", "/data");
  const wrong = new URL(back);
  wrong.searchParams.set("state", "another");
  const otherBrowser = await newVisitor().go(back);
  expect(otherBrowser.address.href).toBe(`${origin}${failed}%2F`);
  expect((await visitor.go(wrong)).address.href).toBe(`${origin}${failed}%2Fdata`);
  // The cookie was good for one return.
  expect((await visitor.go(back)).address.href).toBe(`${origin}${failed}%2F`);
  const forger = newVisitor();
  forger.setCookie(origin, "afterglow-underway", Buffer.from('{"state":"x"}').toString("base64url"));
  expect((await forger.go(back)).address.pathname).toBe("/sign-in");
  for (const each of [visitor, forger]) expect(await asks(each)).toBe(401);
});

test("a code that was used lets nobody in a second time, not even with the cookie put back", async () => {
  const visitor = newVisitor();
  const back = await visitor.signInUpToReturn(origin, "rosa");
  const underWay = visitor.cookie(origin, "afterglow-underway")!;
  expect((await visitor.go(back)).address.href).toBe(`${origin}/`);
  const thief = newVisitor();
  thief.setCookie(origin, "afterglow-underway", underWay);
  expect((await thief.go(back)).address.href).toBe(`${origin}${failed}%2F`);
  expect(await asks(thief)).toBe(401);
});

test("who is refused at the provider, or has no role here, is told so and is not let in", async () => {
  expect((await newVisitor().signIn(origin, "refuse", "/data")).address.href).toBe(
    `${origin}${failed}%2Fdata`,
  );
  const nina = newVisitor();
  expect((await nina.signIn(origin, "nina")).address.href).toBe(`${origin}/sign-in?because=no-role&to=%2F`);
  expect(await asks(nina)).toBe(401);
  const [row] = await site.test.database.query<{ name: string }>(
    "select name from person where subject = 'nina'",
  );
  expect(row).toEqual({ name: "Unnamed" });
});

test("the secret is new at each sign-in, and one set before by somebody else is worth nothing", async () => {
  const visitor = newVisitor();
  visitor.setCookie(origin, "afterglow", "A".repeat(43));
  await visitor.signIn(origin, "rosa");
  const first = visitor.cookie(origin, "afterglow")!;
  expect(first).not.toBe("A".repeat(43));
  await visitor.signIn(origin, "rosa");
  expect(visitor.cookie(origin, "afterglow")).not.toBe(first);
  const former = newVisitor();
  former.setCookie(origin, "afterglow", first);
  expect([await asks(former), await asks(visitor)]).toEqual([401, 200]);
});

test.each([
  ["idle for 29 minutes", "last_used_at = now() - interval '29 minutes'", 200],
  ["idle for 30 minutes", "last_used_at = now() - interval '30 minutes'", 401],
  ["11 hours old and in use", "began_at = now() - interval '11 hours 59 minutes'", 200],
  ["12 hours old and in use", "began_at = now() - interval '12 hours'", 401],
])("a sign-in that is %s", async (_, moved, status) => {
  const visitor = await signedIn("rosa");
  await site.test.database.dataSource.query(`update sign_in set ${moved}`);
  expect(await asks(visitor)).toBe(status);
  // Using it has moved the idle limit, never the absolute one.
  await site.test.database.dataSource.query(
    "update sign_in set last_used_at = last_used_at - interval '2 minutes'",
  );
  expect(await asks(visitor)).toBe(status);
});

test("signing out ends this sign-in, everywhere ends all of the person's and nobody else's", async () => {
  const [one, two, three, other] = [
    await signedIn("rosa"),
    await signedIn("rosa"),
    await signedIn("rosa"),
    await signedIn("ada"),
  ];
  const out = await one.send(`${origin}/sign-out`, { method: "POST" });
  expect([out.status, one.cookie(origin, "afterglow")]).toEqual([204, undefined]);
  const list = (await (await two.send(`${origin}/account/sign-ins`)).json()) as {
    id: string;
    isThis: boolean;
  }[];
  expect(list[0]?.isThis).toBe(true);
  expect(list.slice(1).every(({ isThis }) => !isThis)).toBe(true);
  const foreign = await other.send(`${origin}/account/sign-ins/${list[0]?.id}`, { method: "DELETE" });
  expect(foreign.status).toBe(404);
  expect((await two.send(`${origin}/account/sign-ins`, { method: "DELETE" })).status).toBe(204);
  expect(await Promise.all([one, two, three, other].map(asks))).toEqual([401, 401, 401, 200]);
});
