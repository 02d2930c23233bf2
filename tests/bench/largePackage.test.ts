// The package that the import's benchmark brings in: as many rows as asked for, and none that the way in refuses.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeLargePackage } from "../../server/src/bench/largePackage";
import { importPackage } from "../../server/src/imports/importPackage";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let place: TestDatabase;
let folder: string;
beforeAll(async () => {
  place = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "afterglow-large-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await place.drop();
});

test("it has the courses and scores that were asked for, and says what it has", async () => {
  const rows = await writeLargePackage(folder, { courses: 100, scores: 1_200 });
  expect(rows.courses).toBe(100);
  expect(Math.abs(rows.scores - 1_200)).toBeLessThan(12);
  const { files, problems } = await importPackage(place.database, folder);
  expect(problems).toEqual([]);
  expect(files.map(({ table, inserted }) => [table, inserted])).toEqual([
    ["course", rows.courses],
    ["session", rows.sessions],
    ["score", rows.scores],
    ["side_effect", rows.sideEffects],
  ]);
});

test("scores are left out from all over a course, and more than there are is not made up", async () => {
  await writeLargePackage(folder, { courses: 200, scores: 1_000 });
  const lines = readFileSync(join(folder, "scores.csv"), "utf8").trim().split("\n").slice(1);
  const days = lines.map((line) => Number(line.split(",")[3]));
  expect(days.some((day) => day <= 0) && days.some((day) => day > 180)).toBe(true);
  const { scores } = await writeLargePackage(folder, { courses: 10, scores: 1_000_000 });
  expect(scores).toBeLessThan(1_000);
});
