// The analyses of the Questions page over seeded rows: what they add up to, and what they say of what is not there.
import { everyone, type Outcome } from "@afterglow/shared";
import type { AnalysisContext } from "../../server/src/analyses/question";
import { sideEffects } from "../../server/src/analyses/sideEffects";
import { suicidality } from "../../server/src/analyses/suicidality";
import { wellbeing } from "../../server/src/analyses/wellbeing";
import { worsening } from "../../server/src/analyses/worsening";
import { policyOf, type ProfileName } from "../../server/src/disclosure/policy";
import { talliedRows, type TalliedRows } from "../queries/talliedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

const outcomeOf = (measure: Outcome["measure"]): Outcome => ({
  measure,
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "IGNORED",
});
const contextOf = (profile: ProfileName, measures = ["PHQ9", "PCL5", "WHO5"]): AnalysisContext => ({
  query: tallied.query,
  policy: policyOf(profile),
  release: {
    id: "rows.1",
    number: 1,
    publishedOn: "2026-03-02",
    checksum: "0123abcd",
    releaseId: tallied.scopeOf(everyone).releaseId,
    clinics: [],
    startYears: [],
    measures,
  },
});

it("counts who is worse and who responds early, later, not at all or unseen as a naive count does", async () => {
  const question = { cohort: everyone, outcome: outcomeOf("PHQ9"), by: null };
  const { result } = await worsening(contextOf("internal"), question);
  const naive = { worse: 0, EARLY: 0, LATER: 0, NEVER: 0, UNSEEN: 0 };
  for (const row of tallied.measuresOf(everyone, question.outcome)) {
    const at = (visits: string[]) => visits.flatMap((visit) => row[`change_${visit}`] ?? []);
    const early = at(["d1", "w1", "w2", "w3", "w4"]);
    const later = at(["w6", "w8", "w12"]);
    if (!row["is_case"] || early.length + later.length === 0) continue;
    if ([...early, ...later].includes(1)) naive.worse++;
    if (early.some((change) => Number(change) > 3)) naive.EARLY++;
    else if (later.some((change) => Number(change) > 3)) naive.LATER++;
    else if (later.length > 0) naive.NEVER++;
    else naive.UNSEEN++;
  }
  const [group] = result.groups;
  const patients = naive.EARLY + naive.LATER + naive.NEVER + naive.UNSEEN;
  expect([group?.patients.value, group?.worse.patients.value]).toEqual([patients, naive.worse]);
  const shown = group?.parts.filter(({ patients: count }) => count.value !== null) ?? [];
  expect(shown.length).toBeGreaterThan(1);
  for (const { part, patients: count, share } of shown) {
    expect(count.value).toBe(naive[part]);
    expect(share.value).toBeCloseTo(naive[part] / patients, 12);
  }
});

it.each([
  ["PHQ9", ["PHQ9", "WHO5"], "PHQ9"],
  ["PCL5", ["PHQ9", "PCL5"], "PHQ9"],
  ["OWN", ["GAD7", "MADRS"], "MADRS"],
  ["PCL5", ["PCL5"], null],
] as const)("asks of %s, with %j in the release, the item of %s", async (measure, measures, instrument) => {
  const context = contextOf("internal", [...measures]);
  const { result } = await suicidality(context, { cohort: everyone, outcome: outcomeOf(measure), by: null });
  expect(result.instrument).toBe(instrument);
  if (instrument === null) expect(result.groups[0]?.patients.hidden).toBe("NOT_ESTIMABLE");
});

it("leaves the rest of a visit's items room where one of them is hidden", async () => {
  const context = contextOf("internal");
  const question = { cohort: everyone, outcome: outcomeOf("PHQ9"), by: "condition" } as const;
  const { result } = await suicidality(context, question);
  const visits = result.groups.flatMap((group) => group.visits.filter(({ visit }) => visit !== "BASELINE"));
  expect(
    visits.some(({ none, worse }) => none.patients.value !== null && worse.patients.value !== null),
  ).toBe(true);
  for (const { scores, none, worse } of visits) {
    if (scores.value === null || none.patients.value === null || worse.patients.value === null) continue;
    const rest = scores.value - none.patients.value - worse.patients.value;
    expect(rest === 0 || rest >= 5).toBe(true);
  }
});

it("says no gain of the baseline, and the share that was well before", async () => {
  const { result } = await wellbeing(contextOf("internal"), { cohort: everyone, by: null });
  const [baseline, ...later] = result.groups[0]?.visits ?? [];
  expect(baseline?.gained.share.hidden).toBe("NOT_ESTIMABLE");
  expect(baseline?.well.share.value).toBeGreaterThan(0);
  expect(later[0]?.gained.share.value).toBeGreaterThan(0);
});

it("takes some groups as one: their sizes add up, and the others stay as they are", async () => {
  const question = { cohort: everyone, by: "condition", per: "PATIENT" } as const;
  const sizes = async (together: string[]) => {
    const { result } = await sideEffects(contextOf("internal"), { ...question, together });
    return new Map(result.groups.map(({ group, exposed }) => [group.code, exposed.value]));
  };
  const [apart, one] = [await sizes([]), await sizes(["TRD", "MDD"])];
  expect(one.get("TRD+MDD")).toBe((apart.get("TRD") ?? NaN) + (apart.get("MDD") ?? NaN));
  expect([one.has("TRD"), one.has("MDD")]).toEqual([false, false]);
  expect(one.get("BIPOLAR")).toBe(apart.get("BIPOLAR"));
});

it.each([
  [["TRD", "GOUT"], '"GOUT" is none of the groups'],
  [["TRD"], "takes two categories or more, each once"],
  [["TRD", "TRD"], "takes two categories or more, each once"],
])("refuses %j as one group", async (together, rule) => {
  const question = { cohort: everyone, by: "condition", per: "PATIENT", together } as const;
  await expect(sideEffects(contextOf("publish"), question)).rejects.toThrow(`together: ${rule}`);
});

it("says of a release before the item was derived that there is none, not that nobody has any", async () => {
  await tallied.query("update release set definitions = '1'");
  const question = { cohort: everyone, outcome: outcomeOf("PHQ9"), by: "condition" } as const;
  const { result } = await suicidality(contextOf("internal"), question);
  for (const { patients, visits } of result.groups) {
    expect(patients).toEqual({ value: null, hidden: "NOT_ESTIMABLE" });
    for (const { scores, mean } of visits)
      expect([scores.hidden, mean.hidden]).toEqual(["NOT_ESTIMABLE", "NOT_ESTIMABLE"]);
  }
});
