// An answer that is given again is the one that would be computed, byte for byte, for everybody who may have it; and its
// asking is counted and written down as ever. What hinders keeping hinders no answer.
import { inflateSync } from "node:zlib";
import { openKept } from "../../server/src/api/openKept";
import { policyOf, type ProfileName } from "../../server/src/disclosure/policy";
import { localPerson, type Person } from "../../server/src/identity/person";
import { openDoor, type Door } from "../api/door";
import { seed, sizes } from "../api/seed";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { everyQuestion, type Question } from "./everyQuestion";

let test_: TestDatabase;
const doors: Door[] = [];
let asking: Person = localPerson;

const researcher: Person = { ...localPerson, roles: ["researcher"] };
const clinician: Person = { ...researcher, roles: ["clinician"], clinic: { dataset: "seeded", number: 1 } };

beforeAll(async () => {
  test_ = await createTestDatabase();
  await seed(test_.database, sizes, ["east", "north", "south", "west"]);
});
afterEach(async () => {
  while (doors.length > 0) await doors.pop()?.stop();
});
afterAll(() => test_.drop());

/** A server as after a start: it holds nothing in memory. */
async function open(keeps: boolean, profile: ProfileName = "internal"): Promise<Door> {
  const troubles = (line: string) => void door.logged.push(line);
  const kept = await openKept(test_.database, policyOf(profile), keeps ? 64 * 2 ** 20 : 0, troubles);
  const identity = { personOf: async () => asking, accounts: null };
  const door = await openDoor(test_.database, profile, identity, 0, { kept });
  doors.push(door);
  return door;
}

async function answersOf(door: Door, person: Person, questions: readonly Question[]): Promise<string[]> {
  asking = person;
  const answers: string[] = [];
  for (const { document, variables } of questions) {
    const { status, text } = await door.ask(document, variables);
    expect(status).toBe(200);
    answers.push(text);
  }
  return answers;
}

/** While the tables of patients cannot be read: whatever is answered now was kept. */
async function withoutTables<Result>(work: () => Promise<Result>): Promise<Result> {
  const runner = test_.database.dataSource.createQueryRunner();
  await runner.query("begin");
  await runner.query(
    "lock table analysis_course, analysis_measure, analysis_course_side_effect, analysis_session_profile in access exclusive mode",
  );
  try {
    return await work();
  } finally {
    await runner.query("rollback");
    await runner.release();
  }
}

/** Writing goes on behind the answers. */
async function kept(): Promise<number> {
  let before = -1;
  for (;;) {
    const [row] = await test_.database.query<{ n: number }>("select count(*) as n from kept_answer");
    if (row === undefined || row.n === before) return before;
    before = row.n;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const linesOf = (person: Person) =>
  test_.database.query<object>(
    "select what, question, release, outcome, code, policy from audit where person = $1 order by number",
    [person.id],
  );
const spentBy = (person: Person) =>
  test_.database.query<object>(
    "select release_id, cohort from answer_budget where person = $1 order by 1, 2",
    [person.id],
  );

test("computed, from memory and after a restart: the same bytes, audit lines and budget", async () => {
  const questions = everyQuestion();
  const [never, fresh, again, restarted] = ["never", "fresh", "again", "restarted"].map((id) => ({
    ...researcher,
    id,
  })) as [Person, Person, Person, Person];
  const right = await answersOf(await open(false), never, questions);
  const keeping = await open(true);
  expect(await answersOf(keeping, fresh, questions)).toEqual(right);
  expect(await answersOf(keeping, again, questions)).toEqual(right);
  expect(await kept()).toBeGreaterThan(questions.length);
  const next = await open(true);
  // Which cohorts are compared is decided anew each time.
  const alone = questions.filter(({ document }) => !document.includes("comparison("));
  const given = await withoutTables(() => answersOf(next, restarted, alone));
  const compared = await answersOf(next, restarted, questions.slice(alone.length));
  expect([...given, ...compared]).toEqual(right);
  for (const person of [fresh, again, restarted]) {
    expect(await linesOf(person)).toEqual(await linesOf(never));
    expect(await spentBy(person)).toEqual(await spentBy(never));
  }
  expect(doors.flatMap(({ logged }) => logged)).toEqual([]);
  // What a reader has typed is in none.
  const packed = await test_.database.query<{ answer: Uint8Array }>("select answer from kept_answer");
  const texts = packed.map(({ answer }) => inflateSync(answer).toString());
  expect(texts.filter((text) => text.includes('"result"'))).toHaveLength(texts.length);
  expect(texts.filter((text) => text.includes("Typed"))).toEqual([]);
});

test("what depends on who asks, or on the policy, is not given to another", async () => {
  const questions = everyQuestion().filter(({ document }) => /query Clinics|query Flow/.test(document));
  const right: string[][] = [];
  for (const profile of ["internal", "publish"] as const) {
    const door = await open(false, profile);
    right.push(await answersOf(door, researcher, questions), await answersOf(door, clinician, questions));
  }
  expect(right[0]).not.toEqual(right[1]);
  expect(right[0]).not.toEqual(right[2]);
  const given: string[][] = [];
  for (const profile of ["internal", "publish"] as const) {
    const door = await open(true, profile);
    given.push(await answersOf(door, researcher, questions), await answersOf(door, clinician, questions));
  }
  expect(given).toEqual(right);
});

test("nothing is given of a release that is there no more", async () => {
  const [question] = everyQuestion();
  if (question === undefined) throw new Error("There is no question.");
  const door = await open(true);
  await answersOf(door, researcher, [question]);
  await test_.database.query("update release set number = 9");
  expect((await door.ask(question.document, question.variables)).status).toBe(400);
  await test_.database.query("update release set number = 1, checksum = 'another'");
  const before = await kept();
  expect((await door.ask(question.document, question.variables)).status).toBe(200);
  expect(await kept()).toBeGreaterThan(before);
});

test("the opening page is there before anybody asks, and nobody is counted for it", async () => {
  const door = await open(true);
  const lines = await test_.database.query("select from audit");
  await door.computeOpening(new AbortController().signal);
  expect(await test_.database.query("select from audit")).toEqual(lines);
  const page = everyQuestion().slice(0, 6);
  const panel = everyQuestion().find(({ document }) => /query CohortPanel/.test(document));
  if (panel === undefined) throw new Error("There is no panel.");
  await withoutTables(() => answersOf(door, { ...researcher, id: "first" }, [...page, panel]));
  expect(await linesOf({ ...researcher, id: "first" })).toHaveLength(7);
  expect(door.logged).toEqual([]);
});

test("where nothing can be kept or read again, everything is answered", async () => {
  const questions = everyQuestion().slice(0, 6);
  const right = await answersOf(await open(false), researcher, questions);
  const door = await open(true);
  await answersOf(door, researcher, questions);
  await kept();
  const damaged = await open(true);
  await test_.database.query("update kept_answer set answer = 'not an answer'::bytea");
  expect(await answersOf(damaged, researcher, questions)).toEqual(right);
  const without = await open(true);
  await test_.database.query("alter table kept_answer rename to elsewhere");
  expect(await answersOf(without, researcher, questions)).toEqual(right);
  expect(without.logged.length).toBeGreaterThan(0);
  await test_.database.query("alter table elsewhere rename to kept_answer");
});
