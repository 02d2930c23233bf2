// The files of the synthetic registry: the same for the same seed, another for another, and good enough for
// the import.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importDemo } from "../../server/src/demo/importDemo";
import { writeRegistry } from "../../server/src/demo/writeRegistry";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

const FILES = ["datapackage.json", "courses.csv", "sessions.csv", "scores.csv", "side_effects.csv"];
const folders: string[] = [];

async function written(patients: number, seed: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "afterglow-demo-test-"));
  folders.push(folder);
  await writeRegistry(folder, { patients, seed });
  return Promise.all(FILES.map((file) => readFile(join(folder, file), "utf8")));
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe("writeRegistry", () => {
  it("writes the same bytes for the same seed", async () => {
    expect(await written(300, 7)).toEqual(await written(300, 7));
  });

  it("writes other patients for another seed", async () => {
    const [one, other] = [await written(50, 1), await written(50, 2)];
    for (const [i, file] of FILES.entries()) {
      if (file.endsWith(".csv")) expect(one[i]).not.toBe(other[i]);
    }
  });

  it("keeps the first patients when more are asked for", async () => {
    const [few, many] = [await written(40, 3), await written(80, 3)];
    for (const [i, file] of FILES.entries()) {
      if (file.endsWith(".csv")) expect(many[i]?.startsWith(few[i] ?? "?")).toBe(true);
    }
  });

  it.each([
    [{ patients: 0, seed: 1 }, "patients has to be a whole number from 1 to 5000000."],
    [{ patients: 1.5, seed: 1 }, "patients has to be a whole number from 1 to 5000000."],
    [{ patients: 10, seed: -1 }, "seed has to be a whole number from 0 to 4294967295."],
    [{ patients: 10, seed: NaN }, "seed has to be a whole number from 0 to 4294967295."],
  ])("refuses %j", async (size, message) => {
    await expect(writeRegistry(tmpdir(), size)).rejects.toThrow(message);
  });

  it("says where it cannot write", async () => {
    const nowhere = join(tmpdir(), "afterglow-no-such-folder");
    await expect(writeRegistry(nowhere, { patients: 1, seed: 1 })).rejects.toThrow("ENOENT");
  });
});

describe("importDemo", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  it.each([1, 2, 3])("passes the import without a problem, seed %d", async (seed) => {
    const receipt = await importDemo(test.database, { patients: 300, seed, dataset: `demo-${seed}` });
    expect(receipt.problems).toEqual([]);
    expect(receipt.written).toBe(true);
    expect(receipt.files.map(({ inserted, rows }) => inserted === rows && rows > 0)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it("changes nothing when it is brought in again", async () => {
    const receipt = await importDemo(test.database, { patients: 300, seed: 1, dataset: "demo-1" });
    expect(receipt.files.map(({ inserted }) => inserted)).toEqual([0, 0, 0, 0]);
    expect(receipt.files.every(({ unchanged, rows }) => unchanged === rows)).toBe(true);
  });
});
