// What providers do besides: change their keys, be gone, say roles in the ID token or at their own address, take a client
// without a secret, and think differently of a person than the last time.
import { newVisitor, type Visitor } from "./visitor";
import { openSignInDoor, type SignInDoor } from "./signInDoor";
import { accounts } from "./realProvider";

let site: SignInDoor;
let origin: string;

beforeAll(async () => {
  site = await openSignInDoor({ isPublicClient: true, inToken: true });
  origin = site.door.address;
});
afterAll(() => site.stop());

const personOf = async (visitor: Visitor): Promise<Record<string, unknown>> =>
  (await (await visitor.send(`${origin}/account/person`)).json()) as Record<string, unknown>;

test("a public client, with the claims in the ID token: the clinician and her clinic", async () => {
  const clara = newVisitor();
  await clara.signIn(origin, "clara");
  expect(await personOf(clara)).toMatchObject({
    name: "Clara Clinician",
    roles: ["clinician"],
    clinic: { dataset: "demo", number: 2 },
  });
});

test("keys that the provider has changed a moment ago are believed, and who signed in before stays so", async () => {
  const before = newVisitor();
  await before.signIn(origin, "rosa");
  await site.provider.restart();
  const after = newVisitor();
  expect((await after.signIn(origin, "stefan")).address.href).toBe(`${origin}/`);
  expect(await personOf(after)).toMatchObject({ name: "Stefan Steward", roles: ["steward"] });
  expect(await personOf(before)).toMatchObject({ name: "Rosa Researcher" });
});

test("an ID token that the provider's published keys have not signed lets nobody in", async () => {
  await site.provider.restart({ publishesOthers: true });
  const visitor = newVisitor();
  expect((await visitor.signIn(origin, "rosa")).address.href).toBe(`${origin}/sign-in?because=failed&to=%2F`);
  expect((await visitor.send(`${origin}/account/person`)).status).toBe(401);
  await site.provider.restart();
  expect((await visitor.signIn(origin, "rosa")).address.href).toBe(`${origin}/`);
});

test("a role that the provider has taken away is gone at the next sign-in, also from the sign-ins before", async () => {
  const first = newVisitor();
  await first.signIn(origin, "ada");
  expect(await personOf(first)).toMatchObject({ roles: ["administrator"] });
  accounts["ada"] = { name: "Ada", roles: ["researcher"] };
  await site.provider.restart();
  const second = newVisitor();
  await second.signIn(origin, "ada");
  expect(await personOf(first)).toMatchObject({ name: "Ada", roles: ["researcher"] });
  accounts["ada"] = { name: "Ada", roles: [] };
  await site.provider.restart();
  const third = newVisitor();
  expect((await third.signIn(origin, "ada")).address.search).toBe("?because=no-role&to=%2F");
  const statuses = await Promise.all(
    [first, second].map(async (each) => (await each.send(`${origin}/account/person`)).status),
  );
  expect(statuses).toEqual([401, 401]);
});

test("a provider that is gone while the reader is there, or from the beginning, is said on the page", async () => {
  const known = newVisitor();
  await known.signIn(origin, "rosa");
  const away = newVisitor();
  const back = await away.signInUpToReturn(origin, "rosa", "/data");
  await site.provider.stop();
  const gone = "/sign-in?because=no-provider&to=%2Fdata";
  expect((await away.go(back)).address.href).toBe(origin + gone);
  expect(await personOf(known)).toMatchObject({ name: "Rosa Researcher" });
  const late = await openSignInDoor();
  await late.provider.stop();
  const started = await newVisitor().go(`${late.door.address}/sign-in/start?to=/data`);
  expect(started.address.href).toBe(late.door.address + gone);
  await late.stop();
});
