// The answer budget: how many different cohorts of a release one person may ask, counted once each, over servers and
// restarts, and never exceeded, however fast somebody asks.
import type { Cohort } from "@afterglow/shared";
import { BudgetSpent } from "../../server/src/audit/budgetSpent";
import { openBudget } from "../../server/src/audit/openBudget";
import { openDatabase, type Database } from "../../server/src/database/dataSource";
import { localIdentity } from "../../server/src/identity/identity";
import { findRelease } from "../../server/src/releases/listReleases";
import { openDoor, type Door } from "../api/door";
import { seed, seededRelease } from "../api/seed";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let test_: TestDatabase;
let second: Database;
let release: { id: string; releaseId: number };

beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  second = await openDatabase(test_.url);
  const found = await findRelease(test_.database.query, seededRelease);
  if (found === null) throw new Error("The seed was not published");
  release = found;
});
afterAll(async () => {
  await second.close();
  await test_.drop();
});
afterEach(() => test_.database.query("delete from answer_budget"));

const conditions = ["TRD", "PTSD", "GAD", "OCD", "PANIC"];
/** Different ones, as many as wished: conditions by sex by setting. */
const cohorts: readonly Cohort[] = conditions.flatMap((condition) =>
  [["FEMALE"], ["MALE"], ["FEMALE", "MALE"]].flatMap((sex) =>
    [["CLINIC"], ["HOME"]].map((setting): Cohort => ({
      condition: [condition],
      sex,
      setting,
      courseNumber: ["FIRST"],
    })),
  ),
);
const ada = { id: "ada" };
const spent = async (person: string) =>
  (await test_.database.query("select 1 as one from answer_budget where person = $1", [person])).length;
const size = (patients: number) =>
  test_.database.dataSource.query("update release set patients = $1", [patients]);

test("a small release has ten cohorts for each person, and the eleventh is refused", async () => {
  const budget = openBudget(test_.database);
  for (const cohort of cohorts.slice(0, 10)) await budget.spend(ada, release, [cohort]);
  const refused = budget.spend(ada, release, [cohorts[10] ?? {}]);
  await expect(refused).rejects.toThrow(BudgetSpent);
  await expect(refused).rejects.toThrow(/seeded\.1 are spent: 10 different cohorts.*next.*administrator/);
  // Asking again is free, and somebody else has a budget of their own.
  await budget.spend(ada, release, [cohorts[3] ?? {}]);
  await budget.spend({ id: "ben" }, release, [cohorts[10] ?? {}]);
  expect(await spent("ada")).toBe(10);
});

test("it is a twentieth of the patients, or the smaller share of the deployment", async () => {
  await size(419);
  for (const cohort of cohorts.slice(0, 20)) await openBudget(test_.database).spend(ada, release, [cohort]);
  await expect(openBudget(test_.database).spend(ada, release, [cohorts[20] ?? {}])).rejects.toThrow(
    / 20 diff/,
  );
  const smaller = openBudget(test_.database, 0.03);
  for (const cohort of cohorts.slice(0, 12)) await smaller.spend({ id: "ben" }, release, [cohort]);
  await expect(smaller.spend({ id: "ben" }, release, [cohorts[12] ?? {}])).rejects.toThrow(/ 12 diff/);
  await size(114);
});

test("it counts over servers and restarts", async () => {
  for (const cohort of cohorts.slice(0, 6)) await openBudget(test_.database).spend(ada, release, [cohort]);
  for (const cohort of cohorts.slice(3, 10)) await openBudget(second).spend(ada, release, [cohort]);
  await expect(openBudget(test_.database).spend(ada, release, [cohorts[10] ?? {}])).rejects.toThrow(
    BudgetSpent,
  );
});

test("no race lets anyone exceed it, and of a comparison all cohorts count or none", async () => {
  const servers = [openBudget(test_.database), openBudget(second)];
  const results = await Promise.allSettled(
    cohorts.map((cohort, at) => (servers[at % 2] ?? openBudget(second)).spend(ada, release, [cohort])),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  expect(await spent("ada")).toBe(10);
  const budget = openBudget(test_.database);
  for (const cohort of cohorts.slice(0, 9)) await budget.spend({ id: "eve" }, release, [cohort]);
  await expect(budget.spend({ id: "eve" }, release, cohorts.slice(20, 22))).rejects.toThrow(BudgetSpent);
  expect(await spent("eve")).toBe(9);
  await budget.spend({ id: "eve" }, release, [cohorts[0] ?? {}, cohorts[9] ?? {}]);
  expect(await spent("eve")).toBe(10);
});

describe("at the door", () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor(test_.database, "publish", localIdentity);
  });
  afterEach(() => door.stop());

  const ask = (where: Record<string, unknown>) =>
    door.ask(
      `query ($where: CohortInput) { cohort(release: "${seededRelease}", where: $where) { patients { value } } }`,
      { where },
    );

  test("the local user has a budget too; over it: 429, the rule, and what was asked before is answered", async () => {
    const wheres = conditions.flatMap((condition) =>
      ["FEMALE", "MALE"].map((sex) => ({ condition: [condition], sex: [sex] })),
    );
    for (const where of wheres) expect((await ask(where)).status).toBe(200);
    const { status, errors, text } = await ask({ sex: ["MALE"] });
    expect(status).toBe(429);
    expect(errors[0]?.extensions).toEqual({ code: "BUDGET_SPENT" });
    expect(errors[0]?.message).toMatch(/spent: 10 different cohorts/);
    expect(text).not.toMatch(/answer_budget|local/);
    expect((await ask(wheres[4] ?? {})).status).toBe(200);
    const file = await fetch(`${door.address}/figures/onset.svg?dataset=seeded&setting=HOME`);
    expect(file.status).toBe(429);
    expect(await file.text()).toMatch(/spent: 10 different cohorts/);
  });

  test("each cohort of a comparison counts, and one asked in any order of words counts once", async () => {
    const { status } = await door.ask(`{ comparison(release: "${seededRelease}", by: CONDITION,
      where: { condition: [TRD, PTSD, OCD] }) { cohorts { letter } } }`);
    expect(status).toBe(200);
    expect(await spent("local")).toBe(3);
    await ask({ condition: ["PTSD"] });
    await ask({ condition: ["PTSD", "TRD"], sex: ["MALE"] });
    await ask({ sex: ["MALE"], condition: ["TRD", "PTSD", "TRD"], courseNumber: "FIRST" });
    expect(await spent("local")).toBe(4);
    // What is no question of the grammar costs nothing.
    await ask({ clinic: "77" });
    expect(await spent("local")).toBe(4);
  });
});
