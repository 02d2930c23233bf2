// Every answer has its line before it leaves: what was asked in one form for equal questions, whether it was shown, and
// never a value of the data or a word that somebody typed. Without a line there is no answer.
import { openDatabase, type Database } from "../../server/src/database/dataSource";
import type { AuditLine } from "../../server/src/audit/entry";
import { readLines } from "../../server/src/audit/readLines";
import { verifyAudit } from "../../server/src/audit/verifyAudit";
import { localIdentity } from "../../server/src/identity/identity";
import { openDoor, type Door } from "../api/door";
import { seed, seededRelease } from "../api/seed";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

const canary = "canary-77351";

let test_: TestDatabase;
let second: Database;
let door: Door;
let other: Door;

beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  second = await openDatabase(test_.url);
  door = await openDoor(test_.database, "publish", localIdentity);
  other = await openDoor(second, "publish", localIdentity);
});

afterAll(async () => {
  await door.stop();
  await other.stop();
  await second.close();
  await test_.drop();
});

async function linesOf(run: () => Promise<unknown>): Promise<AuditLine[]> {
  const { lines: before } = await verifyAudit(test_.database);
  await run();
  const lines: AuditLine[] = [];
  for await (const line of readLines(test_.database)) if (line.number > before) lines.push(line);
  return lines;
}

const onset = `query ($where: CohortInput, $by: Dimension) {
  cohort(release: "${seededRelease}", where: $where) {
    sentence
    patients { value hidden }
    onset(outcome: { measure: PHQ9 }, by: $by) { groups { patients { value hidden } } }
  }
}`;

test("an answer's line says who asked what, of which release, under which policy, and that it was shown", async () => {
  const [line, ...more] = await linesOf(() =>
    door.ask(onset, { where: { sex: ["FEMALE"] }, by: "CONDITION" }),
  );
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    person: "local",
    via: "LOCAL",
    what: "ANSWER",
    release: seededRelease,
    outcome: "SHOWN",
    code: null,
    policy: "publish 2",
  });
  expect(JSON.parse(line?.question ?? "")).toEqual({
    ask: "cohort",
    cohort: { sex: ["FEMALE"], courseNumber: ["FIRST"] },
    fields: [
      {
        field: "onset",
        by: "condition",
        clock: "DAY",
        of: "RESPONSE",
        outcome: {
          measure: "PHQ9",
          response: "INSTRUMENT",
          relapse: "LOSS_OF_RESPONSE",
          maintenance: "IGNORED",
        },
      },
      { field: "patients" },
    ],
  });
});

test("equal questions have one text, whatever the order of keys, lists and fields", async () => {
  const ask = (where: string, fields: string) =>
    door.ask(`{ cohort(release: "${seededRelease}", where: ${where}) { ${fields} } }`);
  const patients = "patients { value hidden }";
  const onsetOf = (outcome: string) => `onset(outcome: ${outcome}) { groups { patients { hidden } } }`;
  const lines = await linesOf(async () => {
    await ask(
      "{ condition: [TRD, PTSD], sex: [MALE] }",
      `${patients} ${onsetOf("{ measure: PHQ9, response: HALF }")}`,
    );
    await ask(
      "{ sex: [MALE], condition: [PTSD, TRD, PTSD], courseNumber: FIRST }",
      `${onsetOf("{ response: HALF, measure: PHQ9, relapse: LOSS_OF_RESPONSE }")} again: ${patients} ${patients}`,
    );
  });
  expect(lines).toHaveLength(2);
  expect(lines[0]?.question).toBe(lines[1]?.question);
});

test("where everything is hidden the line says so, the same for too few and none", async () => {
  const lines = await linesOf(async () => {
    await door.ask(onset, { where: { condition: ["GAD"] } });
    await door.ask(onset, { where: { condition: ["PANIC"] } });
  });
  expect(lines.map(({ outcome, code }) => [outcome, code])).toEqual([
    ["HIDDEN", null],
    ["HIDDEN", null],
  ]);
});

test("each question of a request has its own line, and the vocabulary none", async () => {
  const one = `cohort(release: "${seededRelease}") { patients { value hidden } }`;
  const compared = `comparison(release: "${seededRelease}", by: CONDITION, where: { condition: [TRD, PTSD] }) {
    cohorts { patients { value hidden } } }`;
  const lines = await linesOf(() =>
    door.ask(`{ a: ${one} ${compared} datasets { name } vocabulary { conditions { code } } }`),
  );
  const asked = lines.map(({ question }) => (JSON.parse(question ?? "{}") as { ask: string }).ask);
  expect(asked.sort()).toEqual(["cohort", "comparison", "datasets"]);
});

test("a refusal has its line, with its code and without what was typed", async () => {
  const lines = await linesOf(async () => {
    await door.ask(`{ cohort(release: "${canary}") { sentence } }`);
    await door.ask(onset, { where: { clinic: "4711" } });
    await door.ask(`{ cohort(release: "${seededRelease}") { ${canary.replace("-", "_")} } }`);
    await door.ask(`{ cohort(release: "${seededRelease}") {
      sideEffects(by: SEX, together: ["${canary}", "MALE"]) { exposed { patients { hidden } } } } }`);
    await door.ask(`${canary} {`);
  });
  expect(lines.map(({ outcome, code }) => [outcome, code])).toEqual([
    ["REFUSED", "BAD_USER_INPUT"],
    ["REFUSED", "BAD_USER_INPUT"],
    ["REFUSED", "GRAPHQL_VALIDATION_FAILED"],
    ["REFUSED", "GRAPHQL_VALIDATION_FAILED"],
    ["REFUSED", "GRAPHQL_PARSE_FAILED"],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/canary|4711/);
});

test("the name of a compared cohort is left out", async () => {
  const [line] = await linesOf(() =>
    door.ask(
      `query ($names: [ComparedCohortInput!]) { comparison(release: "${seededRelease}", cohorts: $names) {
        cohorts { name patients { value hidden } } } }`,
      {
        names: [
          { name: canary, where: { condition: ["TRD"] } },
          { name: "", where: { condition: ["PTSD"] } },
        ],
      },
    ),
  );
  expect(JSON.parse(line?.question ?? "")).toMatchObject({
    ask: "comparison",
    cohorts: [{ condition: ["TRD"] }, { condition: ["PTSD"] }],
    target: "REFERENCE",
  });
  expect(line?.question).not.toContain(canary);
});

test("a figure's file is an export, by its name and format", async () => {
  const lines = await linesOf(() => fetch(`${door.address}/figures/onset.csv?dataset=seeded&sex=FEMALE`));
  const line = lines.find(({ what }) => what === "EXPORT");
  expect(line).toMatchObject({ release: seededRelease, outcome: "SHOWN" });
  expect(JSON.parse(line?.question ?? "")).toMatchObject({
    figure: "onset",
    format: "csv",
    cohort: { sex: ["FEMALE"] },
  });
});

test("a thousand answers to forty readers at two servers: one whole chain, a line each", async () => {
  const patients = `query ($where: CohortInput) { cohort(release: "${seededRelease}", where: $where) { patients { value hidden } } }`;
  const lines = await linesOf(async () => {
    const reader = async (at: number) => {
      for (let times = 0; times < 25; times++) {
        const where = { condition: [times % 2 ? "TRD" : "PTSD"] };
        expect((await (at % 2 ? door : other).ask(patients, { where })).status).toBe(200);
      }
    };
    await Promise.all(Array.from({ length: 40 }, (_, at) => reader(at)));
  });
  expect(lines).toHaveLength(1_000);
  expect((await verifyAudit(test_.database)).broken).toBeNull();
}, 180_000);

test("no line, no answer: 503 in plain words, and the next is answered when the audit can be written again", async () => {
  const runner = test_.database.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query("lock table audit in exclusive mode");
  const { status, data, errors, text } = await door.ask(onset);
  const file = await fetch(`${door.address}/figures/onset.csv?dataset=seeded`);
  await runner.rollbackTransaction();
  await runner.release();
  expect(status).toBe(503);
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toMatch(/audit cannot be written/);
  expect(errors[0]?.extensions).toEqual({ code: "AUDIT_UNAVAILABLE" });
  expect(text).not.toMatch(/patients|lock|relation/);
  expect(file.status).toBe(503);
  expect(await file.text()).toMatch(/^The audit cannot be written[^\n]*\n$/);
  expect((await door.ask(onset)).status).toBe(200);
});

test("no line holds a patient's id, or a score of the data", async () => {
  await test_.database.dataSource.query("update analysis_course set patient = $1 where patient = 'TRD-1'", [
    canary,
  ]);
  await door.ask(onset, { where: { condition: ["TRD"] } });
  await fetch(`${door.address}/figures/baseline.json?dataset=seeded`);
  for await (const line of readLines(test_.database)) {
    expect(JSON.stringify(line)).not.toContain(canary);
    // Whatever numbers stand in a question are none of patients: only whole words of the vocabulary.
    expect(line.question ?? "").not.toMatch(/:-?\d/);
  }
});
