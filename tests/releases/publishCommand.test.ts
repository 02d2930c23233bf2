// `npm run publish`, as a process: what it prints, and how it ends.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { addDataset, addRows, bareCourse, noRows } from "./sourceRows";

let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase();
  const datasetId = await addDataset(place.database, "small");
  await addRows(place.database, datasetId, { ...noRows(), courses: [bareCourse("p1")] });
});
afterAll(() => place.drop());

const command = join(__dirname, "../../server/src/cli/publish.ts");
const hook = join(__dirname, "../runTypeScript.cjs");

function run(words: string[], url = place.url): Promise<{ code: number; out: string; error: string }> {
  const env = { ...process.env, DATABASE_URL: url };
  return new Promise((done) => {
    const child = execFile(process.execPath, ["-r", hook, command, ...words], { env }, (_, out, error) =>
      done({ code: child.exitCode ?? -1, out, error }),
    );
  });
}

it("publishes, with a note, and says what", async () => {
  expect(await run(["--dataset", "small", "--note", "First cut"])).toEqual({
    code: 0,
    out: "Published small.1.\n",
    error: "",
  });
  expect(await place.database.query("select note from release")).toEqual([{ note: "First cut" }]);
});

it.each([
  [[], "--dataset has to name the dataset to publish."],
  [["--dataset"], "An option lacks its value, or a word stands alone."],
  [["small"], "An option lacks its value, or a word stands alone."],
  [["--dataset", "small", "--secret", "x"], "There is no such option."],
  [["--dataset", "other"], "There is no dataset of this name. The datasets here are: small."],
])("refuses %j in a line", async (words, message) => {
  const { code, out, error } = await run(words);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(error.split("\n")[0]).toBe(message);
  expect(error).not.toMatch(/\n\s+at /);
});

it("says so where there is no database", async () => {
  const { code, out, error } = await run(["--dataset", "small"], "postgres://nobody@127.0.0.1:1/none");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(error).toBe("The database cannot be reached (is it running? check DATABASE_URL).\n");
});
