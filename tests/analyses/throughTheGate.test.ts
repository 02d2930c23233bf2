// Every analysis over seeded rows, in both profiles: it passes the last lock, says the same in the same bytes, and its
// numbers are those of a naive recomputation where nothing is rounded.
import { everyone, type Cohort, type DimensionName, type Outcome } from "@afterglow/shared";
import { baseline } from "../../server/src/analyses/baseline";
import { BitmapStore } from "../../server/src/analyses/bitmapStore";
import { choices } from "../../server/src/analyses/choices";
import { clinics } from "../../server/src/analyses/clinics";
import { cohortPatients } from "../../server/src/analyses/cohortPatients";
import { cost } from "../../server/src/analyses/cost";
import { durability } from "../../server/src/analyses/durability";
import { flow } from "../../server/src/analyses/flow";
import { missingData } from "../../server/src/analyses/missingData";
import { onset } from "../../server/src/analyses/onset";
import type { AnalysisContext } from "../../server/src/analyses/question";
import { sessionProfile } from "../../server/src/analyses/sessionProfile";
import { sideEffects } from "../../server/src/analyses/sideEffects";
import { suicidality } from "../../server/src/analyses/suicidality";
import { trajectory } from "../../server/src/analyses/trajectory";
import { wellbeing } from "../../server/src/analyses/wellbeing";
import { worsening } from "../../server/src/analyses/worsening";
import { policyOf, profiles, type ProfileName } from "../../server/src/disclosure/policy";
import { isReleased } from "../../server/src/disclosure/release";
import { talliedRows, type TalliedRows } from "../queries/talliedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

const phq9: Outcome = {
  measure: "PHQ9",
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "IGNORED",
};
const own: Outcome = { measure: "OWN", response: "HALF", relapse: "RELAPSE", maintenance: "CENSORED" };
const tiny: Cohort = { clinic: ["7"], sex: ["OTHER"], age: ["AGE_70_PLUS"], courseNumber: ["THIRD"] };

const bitmaps = new BitmapStore();
const contextOf = (profile: ProfileName): AnalysisContext => ({
  query: tallied.query,
  bitmaps,
  policy: policyOf(profile),
  release: {
    id: "rows.1",
    number: 1,
    publishedOn: "2026-03-02",
    checksum: "0123abcd",
    releaseId: tallied.scopeOf(everyone).releaseId,
    clinics: [1, 2, 7],
    startYears: [2021, 2022, 2023],
    measures: ["PHQ9", "PCL5", "WHO5"],
  },
});

/** One after the other: no more is waiting for the database at once than one analysis asks. */
async function everyAnalysis(
  context: AnalysisContext,
  cohort: Cohort,
  outcome: Outcome,
  by: DimensionName | null,
) {
  const analyses = [
    () => cohortPatients(context, { cohort }),
    () => choices(context, { cohort }),
    () => flow(context, { cohort, outcome, by, visit: "W4" }),
    () => onset(context, { cohort, outcome, by, of: "RESPONSE", clock: "DAY" }),
    () => onset(context, { cohort, outcome, by, of: "REMISSION", clock: "SESSION" }),
    () => durability(context, { cohort, outcome, by }),
    () => durability(context, { cohort, outcome: { ...outcome, maintenance: "COMPETING" }, by }),
    () => durability(context, { cohort, outcome, by, dropouts: "RELAPSED" }),
    () => durability(context, { cohort, outcome, by: "maintenance" }),
    () => trajectory(context, { cohort, outcome, by }),
    () => worsening(context, { cohort, outcome, by }),
    () => suicidality(context, { cohort, outcome, by }),
    () => missingData(context, { cohort, outcome, by, visit: "W4" }),
    () => missingData(context, { cohort, outcome, by, visit: "W52" }),
    () => wellbeing(context, { cohort, by }),
    () => clinics(context, { cohort, outcome, visit: "W4", of: "RESPONSE" }),
    () => clinics(context, { cohort, outcome, visit: "W4", of: "NAUSEA" }),
    () => sideEffects(context, { cohort, by, per: "PATIENT" }),
    () => sideEffects(context, { cohort, by, per: "SESSION" }),
    () => baseline(context, { cohort, outcome, by }),
    () => sessionProfile(context, { cohort, by }),
    () => cost(context, { cohort, outcome, by }),
  ];
  const answers: Awaited<ReturnType<(typeof analyses)[number]>>[] = [];
  for (const ask of analyses) answers.push(await ask());
  return answers;
}

it.each(profiles)("releases every analysis under %s, the same in the same bytes", async (profile) => {
  for (const [outcome, by] of [
    [phq9, "condition"],
    [own, "clinic"],
    [own, null],
  ] as const) {
    const once = await everyAnalysis(contextOf(profile), everyone, outcome, by);
    for (const each of once) expect(isReleased(each)).toBe(true);
    const again = await everyAnalysis(contextOf(profile), everyone, outcome, by);
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
  }
});

/** Every number of patients, and every estimate, anywhere in an answer. */
function numbersIn(thing: unknown): number[] {
  if (typeof thing !== "object" || thing === null) return [];
  if ("hidden" in thing && "value" in thing) return typeof thing.value === "number" ? [thing.value] : [];
  return Object.values(thing).flatMap(numbersIn);
}

it.each(profiles)(
  "shows nothing at all of a cohort of too few under %s, nor of an empty one",
  async (profile) => {
    const answers = await everyAnalysis(contextOf(profile), tiny, phq9, "condition");
    // The choices are other cohorts, some of them large.
    answers.splice(1, 1);
    expect(answers.map(({ result }) => numbersIn(result))).toEqual(answers.map(() => []));
  },
);

it("counts the cohort and the flow as a naive count does", async () => {
  const context = contextOf("internal");
  const { result: patients } = await cohortPatients(context, { cohort: everyone });
  expect(patients.value).toBe(tallied.coursesOf(everyone).length);
  const { result } = await flow(context, { cohort: everyone, outcome: phq9, by: null, visit: "W4" });
  const measured = tallied.measuresOf(everyone, phq9);
  const cases = measured.filter((row) => row["is_case"]);
  const scored = cases.filter((row) => row["score_w4"] !== null);
  const [group] = result.groups;
  expect([group?.cases.value, group?.scored.value]).toEqual([cases.length, scored.length]);
  expect(group?.share.value).toBeCloseTo(scored.length / cases.length, 12);
});

it("computes a mean as a naive mean, exact where nothing is rounded", async () => {
  const { result } = await trajectory(contextOf("internal"), { cohort: everyone, outcome: phq9, by: null });
  const cases = tallied
    .measuresOf(everyone, phq9)
    .filter((row) => row["is_case"] && row["score_w1"] !== null);
  const changes = cases.map((row) => Number(row["score_w1"]) - Number(row["baseline"]));
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const shown = result.groups[0]?.visits.find(({ visit }) => visit === "W1");
  expect(shown?.scores.value).toBe(changes.length);
  expect(shown?.change.value).toBeCloseTo(mean, 12);
});

it("says percent of baseline for each condition's own measure, and no instrument for a mixture", async () => {
  const { result } = await trajectory(contextOf("internal"), { cohort: everyone, outcome: own, by: null });
  expect(result.unit).toBe("PERCENT_OF_BASELINE");
  expect(result.groups[0]?.instrument).toBeNull();
  expect(result.groups[0]?.visits[0]?.mean.value).toBe(100);
});
