// The addresses besides GraphQL: what lives where, under which headers, and that an unknown one is told as such.
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

const get = async (path: string) => {
  const response = await fetch(`${door.address}${path}`, { redirect: "manual" });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

test("live and ready", async () => {
  expect(JSON.parse((await get("/health")).text)).toEqual({ status: "live" });
  expect(JSON.parse((await get("/ready")).text)).toEqual({ status: "ready" });
});

test.each(["/", "/data", "/methods?x=1", "/compare/deep/link"])(
  "%s is the page, asked for anew each time",
  async (path) => {
    const { status, headers, text } = await get(path);
    expect([status, headers.get("cache-control")]).toEqual([200, "no-cache"]);
    expect(text).toContain("<title>Afterglow</title>");
  },
);

test("the page may run its own scripts alone", async () => {
  const { headers } = await get("/");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain("upgrade-insecure-requests");
  expect(headers.get("strict-transport-security")).toBeNull();
  expect(headers.get("x-powered-by")).toBeNull();
});

test("the page's own styles bear a nonce that is never used twice; nothing may be loaded, framed or allowed besides", async () => {
  const [first, second] = [await get("/"), await get("/")];
  const nonceOf = ({ headers }: { headers: Headers }): string =>
    /'nonce-([\w-]{22})'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "";
  expect(nonceOf(first)).not.toBe("");
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  expect(first.text).toContain(`nonce="${nonceOf(first)}"`);
  const { headers } = first;
  expect(headers.get("content-security-policy")).not.toContain("unsafe");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
});

test("an asset with a hash in its name is kept for good, a missing one is not the page", async () => {
  const asset = await get("/assets/page-1a2b.js");
  expect([asset.status, asset.headers.get("cache-control")]).toEqual([
    200,
    "public, max-age=31536000, immutable",
  ]);
  expect((await get("/assets/page-0000.js")).status).toBe(404);
});

test.each(["/graphql/nothing", "/graphiql/nothing", "/figures/nothing/here"])(
  "%s is nothing",
  async (path) => {
    const { status, headers, text } = await get(path);
    expect([status, headers.get("content-type")]).toEqual([404, "application/json; charset=utf-8"]);
    expect(JSON.parse(text)).toEqual({ error: expect.stringContaining("There is nothing") as string });
  },
);

test("GraphiQL comes from here, its one script let in by a nonce that is never used twice", async () => {
  const [first, second] = [await get("/graphiql"), await get("/graphiql")];
  expect(first.status).toBe(200);
  const nonce = /'nonce-([^']+)'/.exec(first.headers.get("content-security-policy") ?? "")?.[1];
  expect(first.text).toContain(`<script nonce="${nonce}">`);
  expect(second.text).not.toContain(`nonce="${nonce}"`);
  expect(first.text).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
});

test("a GraphQL question in a plain link is refused, so that no other site can ask for the reader", async () => {
  expect((await get(`/graphql?query=${encodeURIComponent("{ datasets { name } }")}`)).status).toBe(405);
});

test("an answer is kept by nobody, and has no tag to compare", async () => {
  const { headers } = await door.ask("{ datasets { name } }");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["etag"]).toBeUndefined();
});

test("no database of its own: the datasets are none", async () => {
  expect((await door.ask("{ datasets { name } }")).data).toEqual({ datasets: [] });
});
