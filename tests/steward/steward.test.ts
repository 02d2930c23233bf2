// A steward's way over HTTP, with real files, database and disk: sent, looked at, tried, brought in, published; and that
// what was sent is gone afterwards, whatever happened.
import { accountedFor, isOver, type Job, type QualityReport } from "@afterglow/shared";
import { existsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AuditUnavailable } from "../../server/src/audit/auditUnavailable";
import { openSteward } from "../../server/src/steward/openSteward";
import { localPerson } from "../../server/src/identity/person";
import { openDoor, type Door } from "../api/door";
import { packageFolder, removePackageFolders, validFiles } from "../imports/packageFolder";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { clientOf, type Client } from "./ask";
import { uploadRoots, uploadsOnDisk } from "./uploadsOnDisk";

let test_: TestDatabase;
let door: Door;
let steward: Client;
let other: Client;

beforeAll(async () => {
  test_ = await createTestDatabase();
  door = await openDoor(test_.database, "publish", {
    personOf: async ({ headers }) => ({ ...localPerson, id: String(headers["x-test-person"]) }),
    accounts: null,
  });
  steward = clientOf(door.address, { "x-test-person": "local" });
  other = clientOf(door.address, { "x-test-person": "other" });
});
afterAll(async () => {
  await door.stop();
  await test_.drop();
  removePackageFolders();
});

const query = <Row>(sql: string) => test_.database.dataSource.query<Row[]>(sql);
const courses = async () => (await query<{ n: number }>("select count(*)::int as n from course"))[0]?.n;
test("sent, looked at, tried, brought in, published", async () => {
  const upload = await steward.send(packageFolder());
  expect(uploadsOnDisk()).toEqual([upload]);
  const root = join(tmpdir(), uploadRoots()[0] ?? "");
  expect(statSync(root).mode & 0o077).toBe(0);

  const { preview } = await steward.run({ kind: "PREVIEW", upload });
  expect(preview?.dataset).toEqual({ name: "clinic-study", title: expect.any(String) as string });
  expect(preview?.problemCount).toBe(0);
  expect(preview?.tables.map(({ table, rows }) => [table, rows.length])).toEqual([
    ["course", 3],
    ["session", 4],
    ["score", 6],
    ["side_effect", 2],
  ]);
  expect(preview?.tables[0]?.rows[0]?.slice(0, 5)).toEqual(["p1", "1", "north", "TRD", "PTSD;OCD"]);
  expect(preview?.tables[1]?.rows.map((row) => row.at(-1))).toContain("true");

  const tried = await steward.run({ kind: "DRY_RUN", upload });
  expect(tried.receipt).toMatchObject({ written: false, dryRun: true, problemCount: 0 });
  expect(await courses()).toBe(0);

  const done = await steward.run({ kind: "IMPORT", upload });
  expect(done.receipt).toMatchObject({ written: true, dataset: "clinic-study" });
  for (const file of done.receipt?.files ?? []) expect(accountedFor(file)).toBe(file.rows);
  expect(await courses()).toBe(3);
  expect(done.files.map(({ file, state }) => [file, state])).toEqual(
    ["courses.csv", "scores.csv", "sessions.csv", "side_effects.csv"].map((file) => [file, "READ"]),
  );
  expect(uploadsOnDisk()).toEqual([]);

  const { release } = await steward.run({ dataset: "clinic-study", note: "first" });
  expect(release).toBe("clinic-study.1");
  expect(await query("select note from release")).toEqual([{ note: "first" }]);

  const lines = await query<{ person: string; what: string }>(
    "select person, what from audit order by number",
  );
  expect(lines).toEqual([
    { person: "local", what: "IMPORT" },
    { person: "local", what: "PUBLISH" },
  ]);
  expect(door.logged).toEqual([]);
});

test("its receipt is kept, for every steward, and comes as a file", async () => {
  const { body } = await other.ask<{ id: number; source: string; receipt: { written: boolean } }[]>(
    "GET",
    "/receipts?dataset=clinic-study",
  );
  expect(body).toHaveLength(1);
  expect(body[0]?.receipt.written).toBe(true);
  const response = await fetch(`${door.address}/steward/receipts/${body[0]?.id}`);
  expect(response.headers.get("content-disposition")).toContain("afterglow-receipt.csv");
  expect(await response.text()).toContain("file,courses.csv,course,,,,,,3,3,0,0,0,0");
});

test("how complete the dataset is, counted by hand from the files", async () => {
  const { body } = await steward.ask<QualityReport>("GET", "/quality?dataset=clinic-study");
  expect([body.patients, body.courses]).toEqual([2, 3]);
  // p1's first course has a baseline and week 1, p2's a score on day 0; p1's second is going on and was seen on day 0.
  expect(body.visits.slice(0, 4)).toEqual([
    { visit: "BASELINE", due: 3, received: 2 },
    { visit: "D1", due: 2, received: 0 },
    { visit: "W1", due: 2, received: 1 },
    { visit: "W2", due: 2, received: 0 },
  ]);
  expect(body.assessments.filter(({ courses }) => courses > 0)).toEqual([
    { days: 0, courses: 1 },
    { days: 1, courses: 1 },
    { days: 3, courses: 1 },
  ]);
  expect(body.clinics).toEqual([
    { clinic: "north", courses: 2, withLaterScore: 1 },
    { clinic: "south", courses: 1, withLaterScore: 0 },
  ]);
});

test("a refused import names place and rule, writes nothing, and leaves nothing on the disk", async () => {
  const bad = (validFiles["scores.csv"] ?? "").replace("p1,1,PHQ9,7,,9,0", "p1,1,PHQ9,7,,99,0");
  const upload = await steward.send(packageFolder({ "scores.csv": bad }));
  const { preview } = await steward.run({ kind: "PREVIEW", upload });
  expect(preview?.problems).toEqual([
    expect.objectContaining({ file: "scores.csv", row: 2, column: "total" }),
  ]);
  // The row at fault is not shown.
  expect(preview?.tables[2]?.rows).toHaveLength(5);
  const { id, receipt } = await steward.run({ kind: "IMPORT", upload, dataset: "other-study" });
  expect(receipt).toMatchObject({ written: false, problemCount: 1 });
  expect(uploadsOnDisk()).toEqual([]);
  const csv = await (
    await fetch(`${door.address}/steward/jobs/${id}/receipt`, { headers: { "x-test-person": "local" } })
  ).text();
  expect(csv).toMatch(/^problem,scores\.csv,,2,2,total,/m);
  expect(csv).not.toContain("99");
  expect(await query("select code from audit where code is not null")).toEqual([{ code: "PROBLEMS" }]);
});

test("a recipe that the server knows, and one among the files; the events tell the end", async () => {
  const { body: recipes } = await steward.ask<{ name: string }[]>("GET", "/recipes");
  expect(recipes.map(({ name }) => name)).toContain("recipes/wide-visits");
  const folder = join(__dirname, "../../samples/recipes/wide-visits");
  const upload = await steward.send(folder);
  for (const recipe of [{ known: "recipes/wide-visits" }, { file: "recipe.json" }]) {
    const { body } = await steward.ask<Job>("POST", "/jobs", { kind: "DRY_RUN", upload, recipe });
    const events = await fetch(`${door.address}/steward/jobs/${body.id}/events`, {
      headers: { "x-test-person": "local", "accept-encoding": "gzip" },
    });
    expect(events.headers.get("content-type")).toContain("text/event-stream");
    const told = (await events.text()).split("\n\n").filter((event) => event.startsWith("data: "));
    const last = JSON.parse(told.at(-1)?.slice(6) ?? "") as Job;
    expect([last.status, last.receipt?.problemCount]).toEqual(["DONE", 0]);
  }
  const { status } = await steward.ask("POST", "/jobs", {
    kind: "PREVIEW",
    upload,
    recipe: { known: "../x" },
  });
  expect(status).toBe(400);
});

test.each(["fhir/bundle", "omop/hospital"])(
  "%s comes in by the same way, without a word more",
  async (folder) => {
    const upload = await steward.send(join(__dirname, "../../samples", folder));
    const { preview } = await steward.run({ kind: "PREVIEW", upload });
    expect(preview?.tables.find(({ table }) => table === "course")?.rows).not.toEqual([]);
    const { receipt } = await steward.run({ kind: "DRY_RUN", upload });
    expect(receipt).toMatchObject({ dryRun: true, problemCount: 0 });
  },
);

test("a patient key among the files replaces the patients' keys", async () => {
  const key = `afterglow patient key 1\n${"0a".repeat(32)}\n`;
  const upload = await steward.send(packageFolder({ "our.key": key }));
  const wish = { kind: "PREVIEW", upload, patientKey: "our.key" };
  const { preview } = await steward.run(wish);
  expect(preview?.tables[0]?.rows[0]?.[0]).toMatch(/^p[0-9a-f]{24}$/);
  const { failure } = await steward.run({ ...wish, patientKey: "courses.csv" });
  expect(failure).toBe("The file named for the patient key is none.");
});

test("uploads and jobs are their sender's alone", async () => {
  const upload = await steward.send(packageFolder());
  const { id } = await steward.run({ kind: "PREVIEW", upload });
  const paths = [
    ["GET", `/jobs/${id}`],
    ["GET", `/jobs/${id}/events`],
    ["GET", `/jobs/${id}/receipt`],
    ["DELETE", `/jobs/${id}`],
    ["DELETE", `/uploads/${upload}`],
  ] as const;
  for (const [method, path] of paths) expect((await other.ask(method, path)).status).toBe(404);
  expect((await other.ask("POST", "/jobs", { kind: "IMPORT", upload })).status).toBe(404);
  expect((await other.piece(`${upload}/x.csv?from=0`, new Uint8Array(3))).status).toBe(404);
  expect((await steward.ask("DELETE", `/uploads/${upload}`)).status).toBe(204);
  expect(uploadsOnDisk()).toEqual([]);
});

test("a job that is stopped brings nothing in, and puts its files away", async () => {
  const lines = Array.from({ length: 60_000 }, (_, at) => `p1,1,PHQ9,${at % 400},${at % 24},9,0`);
  const scores = `patient,course,instrument,day,hour,total,suicidality\n${lines.join("\n")}\n`;
  const upload = await steward.send(packageFolder({ "scores.csv": scores }));
  const [first, second] = await Promise.all(
    [1, 2].map(() => steward.ask<Job>("POST", "/jobs", { kind: "IMPORT", upload })),
  );
  expect([first?.status, second?.status].sort()).toEqual([202, 409]);
  const job = first?.status === 202 ? first : second;
  expect((await steward.ask("DELETE", `/jobs/${job?.body.id}`)).status).toBe(204);
  let state = job?.body;
  while (state !== undefined && !isOver(state))
    state = (await steward.ask<Job>("GET", `/jobs/${state.id}`)).body;
  expect(state?.status).toBe("STOPPED");
  expect(uploadsOnDisk()).toEqual([]);
});

test("where the audit cannot be written nothing is brought in, and nothing stays", async () => {
  const before = await courses();
  const closed = openSteward({
    database: test_.database,
    audit: { record: () => Promise.reject(new AuditUnavailable(undefined)) },
    samples: "",
    uploadBytes: 1024 * 1024,
    explain: (error) => (error instanceof AuditUnavailable ? "no audit" : "else"),
  });
  const { uploads, jobs } = closed;
  const upload = await uploads.begin("local", "second");
  const package_ = {
    ...validFiles,
    "datapackage.json": validFiles["datapackage.json"]?.replace("clinic-study", "second"),
  };
  for (const [name, text = ""] of Object.entries(package_))
    await uploads.append(
      upload,
      name,
      0,
      (async function* () {
        yield Buffer.from(text);
      })(),
    );
  const wish = { kind: "IMPORT", upload: upload.id, recipe: null, dataset: null, patientKey: null } as const;
  const { id } = await closed.importing(localPerson, wish);
  const over = () =>
    new Promise<void>(
      (resolve) =>
        void jobs.listen("local", id, () => jobs.find("local", id).status === "FAILED" && resolve()),
    );
  await over();
  expect(jobs.find("local", id).failure).toBe("no audit");
  expect(await courses()).toBe(before);
  await closed.close();
  expect(existsSync(upload.folder)).toBe(false);
});
