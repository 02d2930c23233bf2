// `npm run recipe -- redcap`: what it guesses and says, what it writes, and what the import asks for afterwards.
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importWithRecipe } from "../../server/src/imports/importWithRecipe";
import { recipeFromRedcap } from "../../server/src/imports/recipeFromRedcap";

const samples = join(__dirname, "../../samples/redcap");
const tmp = mkdtempSync(join(tmpdir(), "redcap-"));
let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(async () => {
  rmSync(tmp, { recursive: true });
  await place.drop();
});

test("what is guessed and what is not is said; a field that goes further than its instrument is not taken", async () => {
  const { guessed, unknown } = await recipeFromRedcap(
    join(samples, "longitudinal/dictionary.csv"),
    undefined,
  );
  expect(guessed).toEqual(
    expect.arrayContaining([
      "condition: primary_dx (1 = MDD, 2 = TRD, 3 = BIPOLAR, 4 = PTSD)",
      "PHQ-9: the items phq9_1 to phq9_10, held against phq9_score",
    ]),
  );
  expect(unknown).toEqual(
    expect.arrayContaining([
      "primary_dx: what condition the choice 8 is. Its rows are refused until the recipe says.",
      "phq8_total: goes to 24, where PHQ-9 goes to 27. It is left behind.",
    ]),
  );
});

test("without an export the dictionary alone gives a recipe for a classic one, and what is missing is said", async () => {
  copyFileSync(join(samples, "classic/dictionary.csv"), join(tmp, "dictionary.csv"));
  const { recipe, unknown } = await recipeFromRedcap(join(tmp, "dictionary.csv"), undefined);
  expect(unknown[0]).toMatch(/^Events and repeating forms: put the export beside the dictionary/);
  const dataset = { name: "alone", title: "Alone", kind: "SYNTHETIC", licence: "CC0-1.0", citation: "None" };
  writeFileSync(join(tmp, "alone.json"), JSON.stringify({ ...recipe, dataset }));
  copyFileSync(join(samples, "classic/export.csv"), join(tmp, "export.csv"));
  const { problems } = await importWithRecipe(place.database, tmp, {
    recipe: join(tmp, "alone.json"),
    dryRun: true,
  });
  // Marks of missing values stand in the export alone: the row of the blood pressure, and of two totals.
  expect(problems.map(({ row, column }) => [row, column]).sort()).toEqual([
    [1, "inf2_sbp_pre"],
    [2, "inf2_sbp_pre"],
    [2, "madrs_total_w4"],
    [3, "madrs_total_bl"],
  ]);
});

test("the command writes the recipe, says so, and writes over none; as it is, the import asks for the rest", async () => {
  const out = join(tmp, "recipe.json");
  const first = await run(["redcap", join(samples, "label-export/dictionary.csv"), "--out", out]);
  expect({ code: first.code, error: first.error }).toEqual({ code: 0, error: "" });
  expect(first.out).toMatch(/Not known, to be filled in:\n {2}modality: no field was found/);
  const again = await run(["redcap", join(samples, "label-export/dictionary.csv"), "--out", out]);
  expect(again).toMatchObject({ code: 1, error: expect.stringContaining("exists already") as string });
  const receipt = await importWithRecipe(place.database, join(samples, "label-export"), { recipe: out });
  expect(receipt.written).toBe(false);
  expect(receipt.problems.map(({ column }) => column).sort()).toEqual([
    ...["dataset.citation", "dataset.licence", "dataset.title", "tables.course.columns.modality"],
  ]);
});

function run(words: string[]): Promise<{ code: number; out: string; error: string }> {
  const command = join(__dirname, "../../server/src/cli/recipe.ts");
  const hook = join(__dirname, "../runTypeScript.cjs");
  return new Promise((done) => {
    const child = execFile(process.execPath, ["-r", hook, command, ...words], (_, out, error) =>
      done({ code: child.exitCode ?? -1, out, error }),
    );
  });
}
