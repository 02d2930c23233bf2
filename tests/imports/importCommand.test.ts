// `npm run import`, as a process: what it prints, and how it ends.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { packageFolder, removePackageFolders } from "./packageFolder";

let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase();
});
afterEach(removePackageFolders);
afterAll(() => place.drop());

const command = join(__dirname, "../../server/src/cli/import.ts");
const hook = join(__dirname, "../runTypeScript.cjs");
const trial = join(__dirname, "../../samples/nimh-ketamine");

function run(words: string[], url = place.url): Promise<{ code: number; out: string; error: string }> {
  const env = { ...process.env, DATABASE_URL: url };
  return new Promise((done) => {
    const child = execFile(process.execPath, ["-r", hook, command, ...words], { env }, (_, out, error) =>
      done({ code: child.exitCode ?? -1, out, error }),
    );
  });
}

test("a package is brought in under a chosen name and published", async () => {
  const { code, out, error } = await run([packageFolder(), "--dataset", "first", "--publish"]);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expect(out).toMatch(/into first: brought in\.\n/);
  expect(out).toMatch(/scores\.csv +score +6 +5 +1 +0\n/);
  expect(out).toMatch(/\nPublished first\.1\.\n$/);
});

test("a recipe can be tried without writing", async () => {
  const { code, out } = await run([trial, "--recipe", join(trial, "recipe.json"), "--dry-run"]);
  expect(code).toBe(0);
  expect(out).toContain("Dry run: nothing was written.");
  expect(await place.database.query("select from dataset where name = 'nimh-ketamine'")).toEqual([]);
});

test("a wrong row ends in exit code 1 and a receipt that names the place", async () => {
  const folder = packageFolder({ "scores.csv": "patient,course,instrument,day,total\np1,1,PHQ9,0,28\n" });
  const { code, out } = await run([folder, "--dataset", "second", "--publish"]);
  expect(code).toBe(1);
  expect(out).toMatch(/refused, 1 problem\. Nothing was written\./);
  expect(out).toMatch(/scores\.csv +1 +total +PHQ-9 is a whole number from 0 to 27\. +1\n/);
  expect(out).not.toContain("Published");
  expect(await place.database.query("select from dataset where name = 'second'")).toEqual([]);
});

test.each([
  [[], "One folder has to be named."],
  [["a", "b"], "One folder has to be named."],
  [["a", "--secret"], "There is no such option."],
  [["a", "--dataset"], "An option lacks its value, or has one that it does not take."],
  [["a", "--dry-run", "--publish"], "--dry-run writes nothing, so there is nothing to --publish."],
  [["/no/such/folder"], "The folder does not exist."],
  [[trial, "--dataset", "No Name"], "--dataset: Lower-case letters, digits and hyphens, at most 60."],
])("%j is refused in a line", async (words, message) => {
  const { code, out, error } = await run(words);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(error.split("\n")[0]).toBe(message);
  expect(error).not.toMatch(/\n\s+at /);
});

test("without a database it says so", async () => {
  const { code, error } = await run([packageFolder()], "postgres://nobody@127.0.0.1:1/none");
  expect(code).toBe(1);
  expect(error).toBe("The database cannot be reached (is it running? check DATABASE_URL).\n");
});
