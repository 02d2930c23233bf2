// `npm run audit` as a process, over the lines that publishing and importing leave.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { AuditLine } from "../../server/src/audit/entry";
import { openAudit } from "../../server/src/audit/openAudit";
import { recordWork } from "../../server/src/audit/recordWork";
import { verifyAudit } from "../../server/src/audit/verifyAudit";
import { policyOf } from "../../server/src/disclosure/policy";
import { importWithRecipe } from "../../server/src/imports/importWithRecipe";
import { localPerson } from "../../server/src/identity/person";
import { publish } from "../../server/src/releases/publish";
import { seed } from "../api/seed";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let place: TestDatabase;
const hook = join(__dirname, "../runTypeScript.cjs");
const trial = join(__dirname, "../../samples/nimh-ketamine");
const recipe = join(trial, "recipe.json");

function run(words: string[], name = "audit"): Promise<{ code: number; out: string; error: string }> {
  const env = { ...process.env, DATABASE_URL: place.url };
  const file = join(__dirname, `../../server/src/cli/${name}.ts`);
  return new Promise((done) => {
    const child = execFile(process.execPath, ["-r", hook, file, ...words], { env }, (_, out, error) =>
      done({ code: child.exitCode ?? -1, out, error }),
    );
  });
}

beforeAll(async () => {
  place = await createTestDatabase("seeded", seed);
  await openAudit(place.database, policyOf("publish")).record({
    who: localPerson,
    what: "ANSWER",
    question: { ask: "datasets" },
    outcome: "SHOWN",
  });
});
afterAll(() => place.drop());

test("publishing and importing have their lines, refused ones too; the dry run has none", async () => {
  expect((await run(["--dataset", "seeded"], "publish")).out).toBe("Published seeded.2.\n");
  expect((await run([trial, "--recipe", recipe, "--dataset", "tried", "--dry-run"], "import")).code).toBe(0);
  expect((await run([trial, "--recipe", recipe, "--dataset", "mine"], "import")).code).toBe(0);
  expect((await run([join(__dirname), "--dataset", "mine"], "import")).code).toBe(1);
  const { code, out } = await run(["list"]);
  expect(code).toBe(0);
  const [head, ...lines] = out.trimEnd().split("\n");
  expect(head).toMatch(/^number +when \(UTC\) +who +via +what +release +outcome +question$/);
  expect(
    lines.map((line) => line.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, "TIME").replace(/ {2,}/g, " | ")),
  ).toEqual([
    '1 | TIME | local | LOCAL | ANSWER | SHOWN | {"ask":"datasets"}',
    "2 | TIME | command | COMMAND | PUBLISH | seeded.2 | DONE",
    '3 | TIME | command | COMMAND | IMPORT | DONE | {"dataset":"mine"}',
    "4 | TIME | command | COMMAND | IMPORT | REFUSED (PROBLEMS)",
  ]);
});

test("lines are chosen by who, what, release, outcome and day, and go into files", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const count = async (...words: string[]) => (await run(["list", ...words])).out.split("\n").length - 2;
  expect(await count("--who", "command")).toBe(3);
  expect(await count("--what", "IMPORT", "--outcome", "DONE")).toBe(1);
  expect(await count("--release", "seeded.2")).toBe(1);
  expect(await count("--since", today, "--until", today)).toBe(4);
  expect((await run(["list", "--until", "2020-01-01"])).out).toBe("No line of the audit is like that.\n");
  const csv = parse((await run(["export", "--who", "command"])).out, { columns: true });
  const ndjson = (await run(["export", "--format", "ndjson"])).out.trimEnd().split("\n");
  expect(csv).toHaveLength(3);
  expect(ndjson.map((line) => (JSON.parse(line) as AuditLine).number)).toEqual([1, 2, 3, 4]);
});

test.each([
  [["dance"], /verify, list and export/],
  [["list", "--since", "2026-02-30"], /--since: a day/],
  [["list", "--what", "EVERYTHING"], /--what: one of ANSWER/],
  [["export", "--format", "pdf"], /--format: one of csv, ndjson/],
])("%j is refused by its rule", async (words, rule) => {
  const { code, out, error } = await run(words);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(error).toMatch(rule);
  expect(error).not.toMatch(/\n\s+at /);
});

test("where the line cannot be written nothing is imported or published", async () => {
  const refusing = recordWork({ record: () => Promise.reject(new Error("no line")) });
  const { database } = place;
  const importing = importWithRecipe(database, trial, {
    dataset: "other",
    recipe,
    beforeCommit: refusing.importing,
  });
  await expect(importing).rejects.toThrow("no line");
  const publishing = publish(database, { dataset: "seeded", beforeCommit: refusing.publishing });
  await expect(publishing).rejects.toThrow("no line");
  expect(await database.query("select name from dataset where name = 'other'")).toEqual([]);
  expect(await database.query("select number from release order by 1")).toEqual([
    { number: 1 },
    { number: 2 },
  ]);
});

test("verify says how many lines from when to when and the last hash; of a broken chain the first broken line", async () => {
  const { last } = await verifyAudit(place.database);
  const whole = await run(["verify"]);
  expect(whole.code).toBe(0);
  expect(whole.out).toMatch(/^The audit is whole: 4 lines, from \S+Z to \S+Z\.\n/);
  expect(whole.out).toContain(`Last hash: ${last}\n`);
  await place.database.dataSource.query("alter table audit disable trigger all");
  await place.database.dataSource.query("update audit set person = 'x' where number = 3");
  const broken = await run(["verify"]);
  expect(broken.code).toBe(1);
  expect(broken.out).toMatch(/^Line 3 is broken: its contents.*\n2 lines before it in order/);
});
