// The real trial, all the way: recipe, release, analyses. What its authors' data says must come out under `internal`,
// and under `publish` what is small must not.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { everyone, type Cohort, type Outcome } from "@afterglow/shared";
import { baseline } from "../../server/src/analyses/baseline";
import { cohortPatients } from "../../server/src/analyses/cohortPatients";
import { effects } from "../../server/src/analyses/comparison/effects";
import { times } from "../../server/src/analyses/comparison/times";
import { onset } from "../../server/src/analyses/onset";
import type { AnalysisContext } from "../../server/src/analyses/question";
import { trajectory } from "../../server/src/analyses/trajectory";
import { policyOf, type ProfileName } from "../../server/src/disclosure/policy";
import { importWithRecipe } from "../../server/src/imports/importWithRecipe";
import { findRelease } from "../../server/src/releases/listReleases";
import { publish } from "../../server/src/releases/publish";
import golden from "../statistics/fixtures/means_two_groups.json";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { arm } from "./comparedRows";

const trial = join(__dirname, "../../samples/nimh-ketamine");
const recipe = join(trial, "recipe.json");
let test: TestDatabase;
let folder: string;
let contextOf: (profile: ProfileName) => AnalysisContext;
let wholeTrial: AnalysisContext;

/**
 * Without its two patients with bipolar depression: they are so few that no cohort stands which tells them from those with
 * treatment-resistant depression, of whom R's numbers are. And without the healthy, who would be told apart by severity.
 */
async function depressedAlone(): Promise<void> {
  await cp(trial, folder, { recursive: true });
  const [head = "", ...lines] = (await readFile(join(trial, "participants.tsv"), "utf8"))
    .trimEnd()
    .split("\n");
  const group = head.split("\t").indexOf("group");
  const kept = lines.filter((line) => line.split("\t")[group] === "MDD");
  const ids = new Set(kept.map((line) => line.split("\t")[0]));
  await writeFile(join(folder, "participants.tsv"), [head, ...kept, ""].join("\n"));
  const [scores = "", ...rows] = (await readFile(join(trial, "phenotype.tsv"), "utf8")).trimEnd().split("\n");
  const theirs = rows.filter((line) => ids.has(line.split("\t")[0]));
  await writeFile(join(folder, "phenotype.tsv"), [scores, ...theirs, ""].join("\n"));
}

async function released(from: string, dataset: string): Promise<AnalysisContext> {
  const receipt = await importWithRecipe(test.database, from, { dataset, recipe });
  if (!receipt.written) throw new Error("The trial was not imported");
  const { id } = await publish(test.database, { dataset });
  const release = await findRelease(test.database.query, id);
  if (release === null) throw new Error("The release is not there");
  return { query: test.database.query, policy: policyOf("internal"), release };
}

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "afterglow-trial-"));
  await depressedAlone();
  const context = await released(folder, "depressed");
  wholeTrial = await released(trial, "nimh-ketamine");
  contextOf = (profile) => ({ ...context, policy: policyOf(profile) });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await test.drop();
});

const trd: Cohort = { condition: ["TRD"], courseNumber: ["FIRST"] };
const madrs: Outcome = {
  measure: "MADRS",
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "IGNORED",
};
const byModality = { outcome: madrs, by: "modality" } as const;

it("has 17 patients on ketamine and 14 on placebo in period 1", async () => {
  const sizes = await Promise.all(
    ["KETAMINE_IV", "PLACEBO"].map(async (code) => {
      const { result } = await cohortPatients(contextOf("internal"), {
        cohort: { ...trd, modality: [code] },
      });
      return result.value;
    }),
  );
  expect(sizes).toEqual([17, 14]);
});

it("tells nobody apart by condition where two patients have another one", async () => {
  const cohort = { ...trd, modality: ["KETAMINE_IV"] };
  const { result } = await cohortPatients(wholeTrial, { cohort });
  expect(result).toEqual({ value: null, hidden: "TOO_FEW" });
  const { result: curve } = await onset(wholeTrial, {
    cohort: trd,
    ...byModality,
    of: "RESPONSE",
    clock: "DAY",
  });
  expect(curve.answered.notApplied).toEqual([
    {
      dimension: "condition",
      sentence: "Condition was not applied: it would set apart fewer than 5 patients.",
    },
  ]);
});

it("has 6 responders on ketamine and none on placebo", async () => {
  const { result } = await onset(contextOf("internal"), {
    cohort: trd,
    ...byModality,
    of: "RESPONSE",
    clock: "DAY",
  });
  const arm = (code: string) => result.groups.find(({ group }) => group.code === code);
  expect(arm("KETAMINE_IV")?.events).toEqual({ value: 6, hidden: null });
  // None is not too few where counts are not rounded.
  expect(arm("PLACEBO")?.events).toEqual({ value: 0, hidden: null });
});

it("gives the change at day 1 as R does", async () => {
  const { result } = await trajectory(contextOf("internal"), { cohort: trd, ...byModality });
  const [first] = golden.cases;
  const change = (code: string) =>
    result.groups.find(({ group }) => group.code === code)?.visits.find(({ visit }) => visit === "D1");
  for (const [code, expected] of [
    ["KETAMINE_IV", first?.x],
    ["PLACEBO", first?.y],
  ] as const) {
    const found = change(code);
    expect(found?.scores.value).toBe(expected?.n);
    expect(found?.change.value).toBeCloseTo(expected?.mean ?? NaN, 9);
    expect(found?.change.lower).toBeCloseTo(expected?.lower ?? NaN, 9);
    expect(found?.change.upper).toBeCloseTo(expected?.upper ?? NaN, 9);
  }
});

describe("ketamine against placebo", () => {
  const arms = [arm("A", { ...trd, modality: ["PLACEBO"] }), arm("B", { ...trd, modality: ["KETAMINE_IV"] })];
  const question = { cohorts: arms, covariates: [], target: "REFERENCE" as const, outcome: madrs };

  it("gives Welch's difference and Hedges' g of the change at day 1 as R does", async () => {
    const { result } = await effects(contextOf("internal"), { ...question, visit: "D1" });
    const [expected] = golden.cases;
    const change = result.rows.find(({ code }) => code === "CHANGE")?.contrasts[0]?.unadjusted;
    expect(change?.difference.value).toBeCloseTo(expected?.welch?.diff ?? NaN, 9);
    expect(change?.difference.lower).toBeCloseTo(expected?.welch?.ci[0] ?? NaN, 9);
    expect(change?.difference.upper).toBeCloseTo(expected?.welch?.ci[1] ?? NaN, 9);
    expect(change?.standardized?.value).toBeCloseTo(expected?.hedgesG?.g_gammaExactJ ?? NaN, 9);
  });

  it("says separation and zero cell where nobody responds, never a ratio", async () => {
    const onsets = await times(contextOf("internal"), { ...question, times: "ONSET", of: "RESPONSE" });
    const [curves] = onsets.result.contrasts;
    expect(curves?.unadjusted.hazardRatio).toMatchObject({ value: null, why: "SEPARATION" });
    // The test of the curves needs no ratio.
    expect(curves?.unadjusted.logRank.p).toBeLessThan(0.05);
    const { result } = await effects(contextOf("internal"), { ...question, visit: "W1" });
    const response = result.rows.find(({ code }) => code === "RESPONSE");
    expect(response?.unadjusted[0]?.estimate).toMatchObject({ value: 0, hidden: null });
    for (const { unadjusted } of response?.contrasts ?? [])
      expect([unadjusted.ratio?.value, unadjusted.ratio?.why ?? unadjusted.ratio?.hidden]).toEqual([
        null,
        expect.stringMatching(/ZERO_CELL|TOO_FEW/),
      ]);
  });

  it("hides its few responders under publish", async () => {
    const { result } = await effects(contextOf("publish"), { ...question, visit: "D1" });
    for (const { code, contrasts } of result.rows) {
      if (code === "CHANGE") continue;
      expect(contrasts[0]?.unadjusted.difference).toMatchObject({ value: null, hidden: "TOO_FEW" });
    }
  });
});

it("hides the small cells under publish", async () => {
  const context = contextOf("publish");
  const { result } = await onset(context, { cohort: trd, ...byModality, of: "RESPONSE", clock: "DAY" });
  for (const group of result.groups) expect(group.events.value).toBeNull();
  const table = await baseline(context, { cohort: everyone, ...byModality });
  const shown = table.result.rows.flatMap(({ cells }) => cells.map(({ patients }) => patients.value));
  expect(shown.filter((value) => value !== null && value !== 0 && value < 10)).toEqual([]);
});
