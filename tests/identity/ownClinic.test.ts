// A clinician sees their own clinic marked among the others, in the answer and in the file; nobody else sees which it is.
import type { Person } from "../../server/src/identity/person";
import { openDoor, type Door } from "../api/door";
import { shippedQuestion } from "../api/shippedQuestions";
import { createDemoDatabase } from "../demoDatabase";
import type { TestDatabase } from "../testDatabase";

let test_: TestDatabase;
let door: Door;
let asking: Person;

beforeAll(async () => {
  test_ = await createDemoDatabase();
  door = await openDoor(test_.database, "publish", { personOf: async () => asking, accounts: null });
}, 120_000);
afterAll(async () => {
  await door.stop();
  await test_.drop();
});

const person = (role: Person["roles"][number], clinic: Person["clinic"]): Person => ({
  id: `${role} ${clinic?.dataset}`,
  name: "P",
  roles: [role],
  clinic,
  via: "SESSION",
});

interface Point {
  readonly isOwn: boolean;
  readonly patients: { readonly value: number };
}

async function pointsFor(who: Person): Promise<Point[]> {
  asking = who;
  const variables = { release: "demo.1", outcome: { measure: "OWN" }, visit: "W4", of: "RESPONSE" };
  const { data, errors } = await door.ask(shippedQuestion("ClinicsFigure"), variables);
  expect(errors).toEqual([]);
  return (data as { cohort: { clinics: { points: Point[] } } }).cohort.clinics.points;
}
async function csvFor(who: Person): Promise<string> {
  asking = who;
  const response = await fetch(`${door.address}/figures/clinics.csv?dataset=demo&measure=OWN`);
  expect(response.status).toBe(200);
  return response.text();
}

const theirs = { dataset: "demo", number: 2 };

test("a clinician's own clinic is one of the points, and the right one", async () => {
  const points = await pointsFor(person("clinician", theirs));
  const [own, ...others] = points.filter(({ isOwn }) => isOwn);
  expect(others).toEqual([]);
  const [counted] = await test_.database.query<{ n: number }>(
    `select count(*) as n from analysis_measure where clinic = 2 and own and is_case and score_w4 is not null
      and rule = (select min(rule) from analysis_measure) and course_number = 1`,
  );
  expect(Math.abs((own?.patients.value ?? 0) - (counted?.n ?? 0))).toBeLessThanOrEqual(2);
});

test.each([
  ["a researcher, whatever the claim says", person("researcher", theirs)],
  ["an administrator", person("administrator", theirs)],
  ["a clinician of another dataset", person("clinician", { dataset: "elsewhere", number: 2 })],
  ["a clinician without a clinic", person("clinician", null)],
  ["a clinician of a clinic that there is not", person("clinician", { dataset: "demo", number: 999 })],
])("%s sees none marked, and else the same", async (_, who) => {
  const points = await pointsFor(who);
  expect(points.length).toBeGreaterThan(2);
  expect(points.filter(({ isOwn }) => isOwn)).toEqual([]);
  const clinicians = await pointsFor(person("clinician", theirs));
  expect(points).toEqual(clinicians.map((point) => ({ ...point, isOwn: false })));
});

test("the clinician's file says which is theirs, another's does not", async () => {
  expect(await csvFor(person("clinician", theirs))).toMatch(/Your clinic$/m);
  expect(await csvFor(person("researcher", null))).not.toContain("Your clinic");
});
