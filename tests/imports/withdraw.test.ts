// A patient withdraws, or takes back one course: gone from the source tables and the next release, not brought back by the
// same files, with a line in the audit that does not say who. Releases before stay as they are.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accountedFor } from "@afterglow/shared";
import { importPackage } from "../../server/src/imports/importPackage";
import { patientKeyFile } from "../../server/src/imports/patientKey";
import { withdraw } from "../../server/src/imports/withdraw";
import { publish } from "../../server/src/releases/publish";
import { eventually } from "../database/embeddedUser";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { packageFolder, removePackageFolders } from "./packageFolder";

let place: TestDatabase;
let folder: string;
beforeEach(async () => {
  place = await createTestDatabase();
  folder = packageFolder();
});
afterEach(async () => {
  removePackageFolders();
  await place.drop();
});

const tables = ["course", "session", "score", "side_effect"] as const;
const rowsOf = async (condition: string): Promise<number[]> =>
  Promise.all(
    tables.map(async (table) => {
      const found = await place.database.query<{ n: number }>(
        `select count(*)::int as n from ${table} where ${condition}`,
      );
      return found[0]?.n ?? 0;
    }),
  );
const bringIn = (dataset: string) => importPackage(place.database, folder, { dataset });

function run(words: readonly string[], input: string): Promise<{ code: number; out: string; error: string }> {
  const file = join(__dirname, "../../server/src/cli/withdraw.ts");
  const hook = join(__dirname, "../runTypeScript.cjs");
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ["-r", hook, file, ...words],
      { env: { ...process.env, DATABASE_URL: place.url } },
      (_, out, error) => done({ code: child.exitCode ?? -1, out, error }),
    );
    child.stdin?.end(input);
  });
}

test("by the command: all rows of the patient go, the same files do not bring them back, the release before stays", async () => {
  const first = await bringIn("clinic");
  const before = await rowsOf("true");
  const mine = await rowsOf("patient = 'p1'");
  expect(mine.every((rows) => rows > 0)).toBe(true);
  await publish(place.database, { dataset: "clinic" });

  const { code, out, error } = await run(["--dataset", "clinic"], "p1\n");
  expect([code, error]).toEqual([0, ""]);
  expect(out).toMatch(new RegExp(`^Withdrawn: patients 1, courses ${mine[0]}\\.`));
  expect(await rowsOf("patient = 'p1'")).toEqual([0, 0, 0, 0]);
  const left = before.map((rows, at) => rows - (mine[at] ?? 0));
  expect(await rowsOf("true")).toEqual(left);

  const again = await bringIn("clinic");
  expect(again.written).toBe(true);
  expect(
    again.files.map(({ rows, inserted, unchanged, rejected, leftOut }) => [
      rows,
      inserted,
      unchanged,
      rejected,
      leftOut,
    ]),
  ).toEqual(first.files.map(({ rows }, at) => [rows, 0, rows - (mine[at] ?? 0), 0, mine[at]]));
  expect(again.leftOut.map(({ because, rows }) => [because, rows])).toEqual(
    mine.map((rows) => ["The patient has withdrawn.", rows]),
  );
  expect(await rowsOf("true")).toEqual(left);

  await publish(place.database, { dataset: "clinic" });
  const released = await place.database.query<{ number: number; patients: number }>(
    "select r.number, count(*) filter (where c.patient = 'p1')::int as patients from release r join analysis_course c on c.release_id = r.id group by 1 order by 1",
  );
  expect(released).toEqual([
    { number: 1, patients: mine[0] },
    { number: 2, patients: 0 },
  ]);

  const audit = await place.database.query<{ line: string }>("select a::text as line from audit a");
  const lines = audit.filter(({ line }) => line.includes("WITHDRAWAL"));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.line).toContain("clinic");
  const everything = JSON.stringify([audit, await place.database.query("select * from withdrawn")]);
  expect(everything).not.toMatch(/\bp1\b/);
});

test("one course alone: its rows go for good, the patient's others stay, and the audit says which number and not who", async () => {
  await bringIn("clinic");
  await publish(place.database, { dataset: "clinic" });
  const gone = "(patient, course) = ('p1', 1)";
  const [before, mine] = [await rowsOf("true"), await rowsOf(gone)];
  expect(mine.every((rows) => rows > 0)).toBe(true);

  const { code, out, error } = await run(["--dataset", "clinic", "--course", "1"], "p1\n");
  expect([code, error]).toEqual([0, ""]);
  expect(out).toMatch(/^Withdrawn: patients 1, courses 1\./);
  expect(await rowsOf(gone)).toEqual([0, 0, 0, 0]);
  const left = before.map((rows, at) => rows - (mine[at] ?? 0));
  expect(await rowsOf("true")).toEqual(left);
  expect((await rowsOf("(patient, course) = ('p1', 2)"))[0]).toBe(1);

  // Not there any more, it cannot be withdrawn again; and of another patient nothing was meant.
  const again = await run(["--dataset", "clinic", "--course", "1"], "p2\np1\n");
  expect([again.code, again.error.split(" of this")[0]]).toEqual([
    1,
    "Line 2: the dataset holds no such course",
  ]);
  const wrong = await run(["--dataset", "clinic", "--course", "first"], "p1\n");
  expect([wrong.code, wrong.error.split(",")[0]]).toEqual([1, "--course has to be the number of a course"]);
  expect(await rowsOf("true")).toEqual(left);

  const receipt = await bringIn("clinic");
  expect(receipt.files.map((file) => [file.inserted, file.leftOut])).toEqual(mine.map((rows) => [0, rows]));
  for (const file of receipt.files) expect(accountedFor(file)).toBe(file.rows);
  expect(receipt.leftOut.map(({ because, rows }) => [because, rows])).toEqual(
    mine.map((rows) => ["The course was withdrawn.", rows]),
  );
  expect(await rowsOf("true")).toEqual(left);
  // Then the patient takes back the rest, too: each row is left out once, for the one reason.
  await withdraw(place.database, { dataset: "clinic", patients: ["p1"] });
  const last = await bringIn("clinic");
  for (const file of last.files) expect(accountedFor(file)).toBe(file.rows);
  expect(new Set(last.leftOut.map(({ because }) => because))).toEqual(
    new Set(["The patient has withdrawn."]),
  );

  await publish(place.database, { dataset: "clinic" });
  expect(
    await place.database.query(
      "select number, count(*) filter (where patient = 'p1')::int as courses from analysis_course c join release r on r.id = c.release_id group by 1 order by 1",
    ),
  ).toEqual([
    { number: 1, courses: 2 },
    { number: 2, courses: 0 },
  ]);
  const audit = await place.database.query<{ question: string }>(
    "select question from audit where what = 'WITHDRAWAL'",
  );
  expect(audit.map(({ question }) => JSON.parse(question) as unknown)).toEqual([
    { dataset: "clinic", course: 1 },
  ]);
  const everything = JSON.stringify([
    await place.database.query("select a::text from audit a"),
    await place.database.query("select * from withdrawn"),
  ]);
  expect(everything).not.toMatch(/\bp1\b/);
});

test("one who is not known, and nobody is withdrawn; the message names the line and no patient", async () => {
  await bringIn("clinic");
  const before = await rowsOf("true");
  const { code, error } = await run(["--dataset", "clinic"], "p1\nsomebody-else\n");
  expect(code).toBe(1);
  expect(error).toMatch(/^Line 2: the dataset holds no course of this patient/);
  expect(error).not.toContain("somebody-else");
  expect(await rowsOf("true")).toEqual(before);
  expect(await place.database.query("select from withdrawn")).toEqual([]);
  expect(await place.database.query("select from audit where what = 'WITHDRAWAL'")).toEqual([]);
});

test("a release that is under way is waited for", async () => {
  await bringIn("clinic");
  const runner = place.database.dataSource.createQueryRunner();
  const lock = "(724611040, (select id from dataset where name = 'clinic'))";
  await runner.query(`select pg_advisory_lock${lock}`);
  let done = false;
  const going = withdraw(place.database, { dataset: "clinic", patients: ["p1"] }).then(() => (done = true));
  const waiting = () =>
    place.database.query(
      "select from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and locktype = 'advisory' and not granted",
    );
  expect(await eventually(waiting, (found) => found.length === 1)).toHaveLength(1);
  expect(done).toBe(false);
  await runner.query(`select pg_advisory_unlock${lock}`);
  await runner.release();
  await going;
  expect(await rowsOf("patient = 'p1'")).toEqual([0, 0, 0, 0]);
});

test("where the audit cannot be written nothing is removed", async () => {
  await bringIn("clinic");
  const before = await rowsOf("true");
  const failing = withdraw(place.database, {
    dataset: "clinic",
    patients: ["p1"],
    beforeCommit: () => Promise.reject(new Error("no audit")),
  });
  await expect(failing).rejects.toThrow("no audit");
  expect(await rowsOf("true")).toEqual(before);
});

test("with the patient key, by the source's own name of the patient, and in that dataset alone", async () => {
  const keys = mkdtempSync(join(tmpdir(), "afterglow-key-"));
  const key = await patientKeyFile(join(keys, "key"));
  await importPackage(place.database, folder, { dataset: "keyed", patientKey: key });
  await bringIn("open");
  const open = await rowsOf("dataset_id = (select id from dataset where name = 'open')");
  const wrong = withdraw(place.database, { dataset: "open", patients: ["p1"], patientKey: key });
  await expect(wrong).rejects.toThrow("The dataset's patients were not replaced with this key.");
  const gone = await withdraw(place.database, { dataset: "keyed", patients: ["p1"], patientKey: key });
  expect(gone.patients).toBe(1);
  expect(await rowsOf(`patient = '${key.idOf("keyed", "p1")}'`)).toEqual([0, 0, 0, 0]);
  expect(await rowsOf("dataset_id = (select id from dataset where name = 'open')")).toEqual(open);
  const again = await importPackage(place.database, folder, { dataset: "keyed", patientKey: key });
  expect(again.files.every(({ inserted, leftOut }) => inserted === 0 && leftOut > 0)).toBe(true);
  rmSync(keys, { recursive: true });
});
