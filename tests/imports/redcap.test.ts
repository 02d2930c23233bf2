// REDCap: the samples of samples/redcap, each brought in by the recipe that the command makes from its dictionary and a
// steward completes; the rows are those that a reader of the files would write down.
import { accountedFor, type Receipt } from "@afterglow/shared";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importWithRecipe } from "../../server/src/imports/importWithRecipe";
import { recipeFromRedcap } from "../../server/src/imports/recipeFromRedcap";
import { recipeSchema } from "../../server/src/imports/recipeSchema";
import { receiptText } from "../../server/src/imports/receipt";

const samples = join(__dirname, "../../samples/redcap");
let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(() => place.drop());

type Words = { [word: string]: Words };
const facts = { licence: "CC0-1.0", citation: "Made for this sample; these patients do not exist" };
/** What a steward fills in: the recipe cannot know it. */
const completed: Readonly<Record<string, (recipe: Words) => unknown>> = {
  classic: (recipe) =>
    Object.assign(recipe["dataset"] ?? {}, {
      ...facts,
      title: "Synthetic: a classic REDCap project",
      kind: "SYNTHETIC",
    }),
  longitudinal: (recipe) => {
    Object.assign(recipe["dataset"] ?? {}, {
      ...facts,
      title: "Synthetic: a longitudinal REDCap project",
      kind: "SYNTHETIC",
    });
    const rows = recipe["tables"]?.["score"]?.["each"]?.["rows"] as unknown as Words[];
    Object.assign(rows[0]?.["total"] ?? {}, { conflict: "items" });
  },
  "label-export": (recipe) => {
    Object.assign(recipe["dataset"] ?? {}, {
      ...facts,
      title: "Synthetic: a label export",
      kind: "SYNTHETIC",
    });
    Object.assign(recipe["tables"]?.["course"]?.["columns"]?.["modality"] ?? {}, { constant: "KETAMINE_IV" });
  },
};

async function bring(name: string): Promise<Receipt> {
  const folder = join(samples, name);
  const { recipe } = await recipeFromRedcap(join(folder, "dictionary.csv"), undefined);
  const made = JSON.parse(JSON.stringify({ $schema: "../../recipe.schema.json", ...recipe })) as Words;
  completed[name]?.(made);
  expect(JSON.parse(readFileSync(join(folder, "recipe.json"), "utf8"))).toEqual(made);
  const validate = new Ajv().compile(recipeSchema());
  expect([validate(made), validate.errors]).toEqual([true, null]);
  const receipt = await importWithRecipe(place.database, folder, { recipe: join(folder, "recipe.json") });
  expect(receipt.problems).toEqual([]);
  for (const file of receipt.files) expect(file.rows).toBe(accountedFor(file));
  // The ids are random, and any digits may stand in them.
  const kept = JSON.stringify([receipt, receiptText(receipt)]).replaceAll(/p[0-9a-f]{24}/g, "id");
  expect(kept).not.toMatch(/Example|00481|@|2024-|2023-/);
  return receipt;
}

const counts = ({ files }: Receipt) =>
  files.map(({ table, rows, inserted, leftOut }) => [table, rows, inserted, leftOut]);
async function rows(name: string, columns: string, table: string): Promise<string[]> {
  const from = table === "course" ? table : `${table} join course using (dataset_id, patient, course)`;
  const found = await place.database.query<Record<string, string | null>>(
    `select ${columns} from ${from} where dataset_id = (select id from dataset where name = '${name}')`,
  );
  return found.map((row) => Object.values(row).join(" ")).sort();
}

test("classic: sessions and visits by the names of fields, boxes, -99, mg by weight, a birth date", async () => {
  expect(counts(await bring("classic"))).toEqual([
    ["course", 4, 3, 1],
    ["session", 12, 6, 6],
    ["score", 16, 8, 8],
    ["side_effect", 36, 3, 33],
  ]);
  expect(await rows("classic", "condition, modality, sex, age_years, prior_ect", "course")).toEqual([
    "MDD KETAMINE_IM  24 ",
    "PTSD KETAMINE_IV MALE 90 true",
    "TRD KETAMINE_IV FEMALE 43 false",
  ]);
  expect(
    await rows(
      "classic",
      "condition, number, day, dose_mg_per_kg, systolic_before, systolic_peak",
      "session",
    ),
  ).toEqual([
    "MDD 1 0  118 130",
    ...["PTSD 1 0 0.5 140 155", "PTSD 2 2   "],
    ...["TRD 1 0 0.5 128 141", "TRD 2 3 0.5  150", "TRD 3 7 0.6 126 139"],
  ]);
  expect(await rows("classic", "condition, instrument, day, total, suicidality", "score")).toEqual([
    ...["MDD MADRS 28 30 ", "MDD PHQ9 0 27 3"],
    ...["PTSD MADRS 0 28 ", "PTSD PHQ9 0 18 2"],
    ...["TRD MADRS 0 34 ", "TRD MADRS 28 12 ", "TRD PHQ9 0 20 1", "TRD PHQ9 28 8 0"],
  ]);
  expect(await rows("classic", "condition, session, term", "side_effect")).toEqual([
    "PTSD 1 DIZZINESS",
    "TRD 1 DISSOCIATION",
    "TRD 1 NAUSEA",
  ]);
});

test("longitudinal: events, a form that repeats, access groups, a total that its items contradict", async () => {
  expect(counts(await bring("longitudinal"))).toEqual([
    ["course", 14, 3, 11],
    ["session", 14, 6, 8],
    ["score", 28, 12, 16],
    ["side_effect", 70, 7, 63],
  ]);
  expect(
    await rows(
      "longitudinal",
      "condition, clinic, modality, sex, age_years, benzodiazepine, prior_trials",
      "course",
    ),
  ).toEqual([
    "BIPOLAR river ESKETAMINE_INTRANASAL OTHER 31 false 2",
    "PTSD harbour KETAMINE_IM MALE 90 false ",
    "TRD harbour KETAMINE_IV FEMALE 44 true 4",
  ]);
  expect(
    await rows(
      "longitudinal",
      "condition, number, day, dose_mg_per_kg, duration_min, systolic_before, systolic_peak, vitals_monitored",
      "session",
    ),
  ).toEqual([
    ...["BIPOLAR 1 0  40 118  true", "BIPOLAR 2 2  40 120 132 true", "PTSD 1 0 0.8 30 150 171 false"],
    ...["TRD 1 0 0.5 40 128 150 true", "TRD 2 3 0.5 40 125  true", "TRD 3 7 0.75 45 124 149 true"],
  ]);
  expect(await rows("longitudinal", "condition, instrument, day, total, suicidality", "score")).toEqual([
    ...["BIPOLAR GAD7 -2 10 ", "BIPOLAR GAD7 29 3 ", "BIPOLAR PHQ9 -2 14 0", "BIPOLAR PHQ9 29 2 0"],
    ...["PTSD GAD7 0 21 ", "PTSD GAD7 7 18 ", "PTSD PHQ9 0 27 3"],
    ...["TRD GAD7 -2 14 ", "TRD GAD7 7 9 ", "TRD PHQ9 -2 19 2", "TRD PHQ9 28 4 0", "TRD PHQ9 7 12 1"],
  ]);
  expect(await rows("longitudinal", "condition, session, term, severity", "side_effect")).toEqual([
    ...["BIPOLAR 1 DIZZINESS ", "BIPOLAR 1 VOMITING ", "PTSD 1 RAISED_BLOOD_PRESSURE "],
    ...[
      "TRD 1 DISSOCIATION MODERATE",
      "TRD 1 NAUSEA ",
      "TRD 3 DISSOCIATION MILD",
      "TRD 3 RAISED_BLOOD_PRESSURE ",
    ],
  ]);
});

test("label-export: labels for codes, headers that stand twice, answers from 1, pounds of another row", async () => {
  expect(counts(await bring("label-export"))).toEqual([
    ["course", 9, 3, 6],
    ["session", 9, 4, 5],
    ["score", 27, 11, 16],
    ["side_effect", 27, 3, 24],
  ]);
  expect(await rows("label-export", "condition, sex, age_years", "course")).toEqual([
    "GAD FEMALE 27",
    "MDD MALE 61",
    "OCD FEMALE 38",
  ]);
  expect(await rows("label-export", "condition, number, day, dose_mg_per_kg, cost_usd", "session")).toEqual([
    "GAD 1 0  600",
    "MDD 1 0 0.5 ",
    "OCD 1 0 0.5 450",
    "OCD 2 5 0.5 450.5",
  ]);
  expect(await rows("label-export", "condition, instrument, day, total, suicidality", "score")).toEqual([
    ...["GAD WHO5 -1 44 ", "GAD YBOCS -1 12 "],
    ...["MDD QIDS_SR16 -2 24 2", "MDD QIDS_SR16 28 9 1", "MDD WHO5 28 48 "],
    ...["OCD QIDS_SR16 -2 10 1", "OCD QIDS_SR16 28 0 0", "OCD WHO5 -2 32 ", "OCD WHO5 28 60 "],
    ...["OCD YBOCS -2 29 ", "OCD YBOCS 29 17 "],
  ]);
  expect(await rows("label-export", "condition, session, term", "side_effect")).toEqual([
    "GAD 1 HEADACHE",
    "OCD 1 DROWSINESS",
    "OCD 1 NAUSEA",
  ]);
});
