// A figure whose address names dataset and release never changes: a browser keeps it, and is told so again without a body.
// Its tag says nothing of what stands in it. Asking again is asking: it has its right, its line and its budget.
import { localPerson, type Person } from "../../server/src/identity/person";
import { openDoor, type Door } from "../api/door";
import { seed } from "../api/seed";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let test_: TestDatabase;
let door: Door;
let asking: Person = localPerson;

beforeAll(async () => {
  test_ = await createTestDatabase();
  await seed(test_.database);
  door = await openDoor(test_.database, "internal", { personOf: async () => asking, accounts: null });
});
afterAll(async () => {
  await door.stop();
  await test_.drop();
});

const named = "/figures/onset.csv?dataset=seeded&release=1";
const ask = (path: string, tag?: string) =>
  fetch(door.address + path, tag === undefined ? {} : { headers: { "if-none-match": tag } });
const tagOf = async (path: string) => (await ask(path)).headers.get("etag") ?? "";
const exported = async () =>
  (await test_.database.query<{ n: number }>("select count(*) as n from audit where what = 'EXPORT'"))[0]
    ?.n ?? 0;

test("a named release: kept by the reader's browser alone, and known by its tag", async () => {
  const first = await ask(named);
  expect(first.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
  expect(first.headers.get("vary")).toMatch(/Cookie, Authorization/);
  const tag = first.headers.get("etag") ?? "";
  expect(tag).toMatch(/^"[\w-]{43}"$/);
  const before = await exported();
  const again = await ask(named, `"other", ${tag}`);
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
  expect(await exported()).toBe(before + 1);
  expect((await ask(named, '"other"')).status).toBe(200);
});

test("another question, another reader's clinic and another policy have another tag", async () => {
  const tags = [
    await tagOf(named),
    await tagOf(`${named}&sex=FEMALE`),
    await tagOf(named.replace("csv", "json")),
  ];
  asking = { ...localPerson, roles: ["clinician"], clinic: { dataset: "seeded", number: 1 } };
  tags.push(await tagOf(named));
  asking = localPerson;
  const other = await openDoor(test_.database, "publish");
  tags.push((await fetch(other.address + named)).headers.get("etag") ?? "");
  await other.stop();
  expect(new Set(tags).size).toBe(5);
});

test.each([
  ["the newest release, whichever it is", "/figures/onset.csv?dataset=seeded", 200],
  ["a release of the first dataset, whichever that is", "/figures/onset.csv?release=1", 200],
  ["a release that is not there", "/figures/onset.csv?dataset=seeded&release=9", 404],
  ["an address that cannot be read", `${named}&sex=NONE`, 400],
])("%s is not kept", async (_, path, status) => {
  const answer = await ask(path, await tagOf(named));
  expect(answer.status).toBe(status);
  expect([answer.headers.get("etag"), answer.headers.get("cache-control")]).toEqual([null, null]);
});

test("whoever may not export is not told that a copy is right", async () => {
  const tag = await tagOf(named);
  asking = { ...localPerson, roles: ["steward"] };
  expect((await ask(named, tag)).status).toBe(403);
  asking = localPerson;
});
