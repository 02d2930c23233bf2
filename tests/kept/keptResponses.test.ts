// A whole answer that is given again: the bytes, headers and status of a fresh one; and all that a fresh one waits for -
// who asks and what they may, the budget, the release, the line in the audit - is asked for all the same.
import "reflect-metadata";
import { request } from "node:http";
import { KeptAnswers } from "../../server/src/kept/keptAnswers";
import { keptForm } from "../../server/src/api/keepAnswer";
import { policyOf } from "../../server/src/disclosure/policy";
import { askOf } from "../../server/src/identity/ask";
import { localPerson, type Person } from "../../server/src/identity/person";
import { recordPerson } from "../../server/src/identity/persons";
import { tokensIn } from "../../server/src/identity/tokens";
import { openDoor, type Door } from "../api/door";
import { seed, seededRelease, sizes } from "../api/seed";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { everyQuestion, type Question } from "./everyQuestion";

let test_: TestDatabase;
let door: Door;
let asking: Person | null = localPerson;
/** Statements of analyses since the last look. */
let statements = 0;

const policy = policyOf("internal");
const researcher: Person = { ...localPerson, roles: ["researcher"] };
const clinician: Person = { ...researcher, roles: ["clinician"], clinic: { dataset: "seeded", number: 1 } };

beforeAll(async () => {
  test_ = await createTestDatabase();
  await seed(test_.database, sizes, ["east", "north", "south", "west"]);
  const tokens = tokensIn(askOf(test_.database));
  const identity = {
    personOf: ({ headers: { authorization } }: { headers: { authorization?: string } }) =>
      authorization === undefined ? Promise.resolve(asking) : tokens.find(authorization.slice(7)),
    accounts: null,
  };
  const { database } = test_;
  const ask = ((...asked: Parameters<typeof database.ask>) => {
    statements += 1;
    return database.ask(...asked);
  }) as typeof database.ask;
  // Without a store, so that a door answers anew whatever it has not answered itself.
  const kept = () =>
    new KeptAnswers({
      store: null,
      version: "1",
      ...keptForm(policy),
      onTrouble: (error) => void door.logged.push(String(error)),
      mostBytes: 0,
    });
  door = await openDoor({ ...database, ask }, policy, identity, 0, { kept: kept() });
});
afterAll(async () => {
  await door.stop();
  await test_.drop();
});

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
  /** The release is looked up, and nothing else. */
  readonly isGivenAgain: boolean;
}

function send({ document, variables }: Question, headers: Record<string, string> = {}): Promise<Raw> {
  statements = 0;
  return new Promise((resolve, reject) => {
    const sent = request(
      `${door.address}/graphql`,
      { method: "POST", headers: { "content-type": "application/json", ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          // Another each time or for each person, given again or not.
          const { date: _, ratelimit: __, "ratelimit-policy": ___, ...told } = response.headers;
          const body = Buffer.concat(parts);
          resolve({ status: response.statusCode ?? 0, headers: told, body, isGivenAgain: statements === 1 });
        });
      },
    );
    sent.on("error", reject).end(JSON.stringify({ query: document, variables }));
  });
}

const as = (person: Person | null) => void (asking = person);
const named = (id: string): Person => ({ ...researcher, id });
const patientsOf = (where: object): Question => ({
  document: `query ($release: ID!, $where: CohortInput) {
    cohort(release: $release, where: $where) { patients { value hidden } choices { dimension choices { code patients { value } } }
      onset(outcome: { measure: PHQ9 }) { groups { patients { value hidden } } } } }`,
  variables: { release: seededRelease, where },
});
const linesOf = ({ id }: Person) =>
  test_.database.query<object>(
    "select via, what, question, release, outcome, code, policy from audit where person = $1 order by number",
    [id],
  );
const spentBy = ({ id }: Person) =>
  test_.database.query<object>("select cohort from answer_budget where person = $1 order by 1", [id]);

test("every question: the same bytes, headers and status in every encoding, a line and the budget as ever", async () => {
  const questions = everyQuestion();
  const [first, second] = [named("first"), named("second")];
  for (const encoding of ["br", "gzip", "identity"]) {
    const headers = { "accept-encoding": encoding, accept: "application/graphql-response+json" };
    for (const question of questions) {
      as(first);
      const fresh = await send(question, headers);
      as(second);
      const again = await send(question, headers);
      expect(again).toEqual({ ...fresh, isGivenAgain: true });
      if (encoding !== "identity") expect(again.headers["content-encoding"]).toBe(encoding);
      expect(again.headers).toMatchObject({ vary: "Accept-Encoding", "cache-control": "no-store" });
    }
  }
  const lines = await linesOf(second);
  expect(lines).toHaveLength(3 * questions.length);
  expect(lines).toEqual(await linesOf(first));
  expect(await spentBy(second)).toEqual(await spentBy(first));
});

test("what is typed otherwise, asked by another right or taken in another form is answered anew", async () => {
  const clinics = everyQuestion().find(({ document }) => /query Clinics/.test(document));
  if (clinics === undefined) throw new Error("There is no such question.");
  as(researcher);
  const plain = await send(clinics);
  as(clinician);
  const own = await send(clinics);
  expect(own.isGivenAgain).toBe(false);
  expect(own.body).not.toEqual(plain.body);
  as({ ...clinician, id: "colleague" });
  expect(await send(clinics)).toEqual({ ...own, isGivenAgain: true });
  as(researcher);
  expect((await send(clinics)).body).toEqual(plain.body);
  const legacy = await send(clinics, { accept: "application/graphql-response+json" });
  expect(legacy.headers["content-type"]).toMatch(/graphql-response/);
  as({ ...researcher, via: "SESSION" });
  expect((await send(patientsOf({}))).status).toBe(403);
  as({ ...researcher, roles: [] });
  expect((await send(clinics)).status).toBe(403);
  as(null);
  expect((await send(clinics)).status).toBe(401);
});

test("a token that was revoked, or may not ask, is given nothing", async () => {
  const ask = askOf(test_.database);
  const tokens = tokensIn(ask);
  const claims = { issuer: "here", subject: "1", name: "Ada", roles: researcher.roles, clinic: null };
  const { person } = await recordPerson(ask, claims);
  const [asks, exports] = await Promise.all(
    (["ask", "export"] as const).map((scope) =>
      tokens.make(person, { name: scope, scopes: [scope], days: 1 }),
    ),
  );
  const bearing = (made: typeof asks) => ({ authorization: `Bearer ${made?.token}` });
  const question = patientsOf({ sex: ["MALE"] });
  expect((await send(question, bearing(asks))).status).toBe(200);
  expect(await send(question, bearing(asks))).toMatchObject({ status: 200, isGivenAgain: true });
  expect((await send(question, bearing(exports))).status).toBe(403);
  await tokens.revoke(person, asks?.id ?? "");
  expect((await send(question, bearing(asks))).status).toBe(401);
});

test("a spent budget is spent, also for what others were answered", async () => {
  const [rich, poor] = [named("rich"), named("poor")];
  const questions = ["TRD", "PTSD", "GAD", "OCD", "PANIC"].flatMap((condition) =>
    ["FEMALE", "MALE"].map((sex) => patientsOf({ condition: [condition], sex: [sex] })),
  );
  as(poor);
  for (const question of questions) expect((await send(question)).status).toBe(200);
  as(rich);
  const other = patientsOf({ sex: ["FEMALE"] });
  await send(other);
  expect(await send(other)).toMatchObject({ status: 200, isGivenAgain: true });
  as(poor);
  const refused = await send(other);
  expect(refused.status).toBe(429);
  expect(refused.body.toString()).toContain("BUDGET_SPENT");
  expect((await linesOf(poor)).at(-1)).toMatchObject({ outcome: "REFUSED", code: "BUDGET_SPENT" });
});

test("an error is not kept, and without the audit or the database nothing is given", async () => {
  as(named("patient"));
  const question = patientsOf({ condition: ["TRD"] });
  await send(question);
  const without = async (table: string) => {
    await test_.database.query(`alter table ${table} rename to elsewhere`);
    const [known, fresh] = [
      await send(question),
      await send(patientsOf({ condition: ["TRD"], sex: ["MALE"] })),
    ];
    await test_.database.query(`alter table elsewhere rename to ${table}`);
    return { known, fresh };
  };
  const { known, fresh } = await without("audit");
  expect(known.isGivenAgain).toBe(true);
  expect(JSON.parse(known.body.toString())).toMatchObject({
    errors: [{ extensions: { code: "AUDIT_UNAVAILABLE" } }],
  });
  expect(known).toEqual({ ...fresh, status: 503, isGivenAgain: true });
  expect((await without("release")).known.status).toBe(500);
  expect(await send(question)).toMatchObject({ status: 200, isGivenAgain: true });
});

test("nothing is given of a release that is another by now", async () => {
  as(named("late"));
  const question = patientsOf({ condition: ["PTSD"] });
  const before = await send(question);
  await test_.database.query("update release set checksum = 'another'");
  expect(await send(question)).toEqual({ ...before, isGivenAgain: false });
  expect(await send(question)).toEqual({ ...before, isGivenAgain: true });
  await test_.database.query("update release set number = 9");
  expect((await send(question)).status).toBe(400);
  expect((await send(question)).status).toBe(400);
});
