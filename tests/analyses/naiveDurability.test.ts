// Durability by its other rules: where nothing is rounded, what is released agrees with a naive recomputation from the
// same rows: maintenance as a competing event, drop-outs as losses, and the clock that starts at a landmark.
import { dimensionByName, everyone, type DropoutRule, type Outcome } from "@afterglow/shared";
import { durability } from "../../server/src/analyses/durability";
import type { AnalysisContext, DurabilityQuestion } from "../../server/src/analyses/question";
import { policyOf } from "../../server/src/disclosure/policy";
import { analysisRows } from "../queries/analysisRows";
import { insertRows } from "../queries/insertRows";
import { firstOf, isWellOn, missedVisit, type First } from "../queries/naiveDurability";
import { passes } from "../queries/oracle";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

const internal = policyOf("internal");
const k = internal.smallestCount;
const LANDMARK = 42;
const own: Outcome = {
  measure: "OWN",
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "IGNORED",
};
const competing: Outcome = { ...own, maintenance: "COMPETING" };

/** Responders by their own instrument alone: enough of the few who start maintenance soon and are well weeks later. */
const rows = analysisRows(7, 1500);
const measures = rows.measures.filter(
  (row) => row["own"] === true && row["rule"] === 0 && row["durability_zero_day"] !== null,
);
let test_: TestDatabase;
let context: AnalysisContext;
beforeAll(async () => {
  test_ = await createTestDatabase();
  const releaseId = await insertRows(test_.database, { ...rows, measures, effects: [], profiles: [] });
  context = {
    query: test_.database.query,
    policy: internal,
    release: {
      id: "rows.1",
      number: 1,
      publishedOn: "2026-03-02",
      checksum: "0123abcd",
      releaseId,
      clinics: [1, 2, 7],
      startYears: [2021, 2022, 2023],
      measures: ["PHQ9", "PCL5", "WHO5"],
    },
  };
});
afterAll(() => test_.drop());

const responders = measures.filter((row) => passes(row, everyone));

async function groupsOf(question: Omit<DurabilityQuestion, "cohort">) {
  const { result } = await durability(context, { cohort: everyone, ...question });
  return result;
}

/** The share who had one thing first by a day, patient by patient: S just before, times those who go of those at risk. */
function incidenceOf(firsts: readonly First[], is: First["is"], by: number): number {
  const days = [...new Set(firsts.map(({ day }) => day))].sort((one, other) => one - other);
  let free = 1;
  let incidence = 0;
  for (const day of days.filter((each) => each <= by)) {
    const atRisk = firsts.filter((first) => first.day >= day).length;
    const gone = (what: First["is"]) =>
      firsts.filter((first) => first.day === day && first.is === what).length / atRisk;
    incidence += free * gone(is);
    free *= 1 - gone("LOSS") - gone("MAINTENANCE");
  }
  return incidence;
}

const shareAt = (landmarks: readonly { time: number; share: { value: number | null } }[], time: number) =>
  landmarks.find((each) => each.time === time)?.share.value ?? NaN;

it("agrees on both incidences where maintenance competes, within the steps of k", async () => {
  const result = await groupsOf({ outcome: competing, by: null });
  expect(result).toMatchObject({ method: "AALEN_JOHANSEN", fromDay: 0, dropouts: "CENSORED" });
  const firsts = responders.map((row) => firstOf(row, competing, "CENSORED"));
  const [group] = result.groups;
  expect(group?.patients.value).toBe(firsts.length);
  const near = (2 * k) / firsts.length;
  for (const time of [28, 56]) {
    const lost = shareAt(group?.landmarks ?? [], time);
    const maintained = shareAt(group?.maintenanceFirst?.landmarks ?? [], time);
    expect(Math.abs(lost - incidenceOf(firsts, "LOSS", time))).toBeLessThan(near);
    expect(Math.abs(maintained - incidenceOf(firsts, "MAINTENANCE", time))).toBeLessThan(near);
    expect(lost + maintained).toBeLessThanOrEqual(1);
  }
  for (const { time, atRisk, events, censored } of group?.rows ?? []) {
    const maintained = group?.maintenanceFirst?.rows.find((row) => row.time === time)?.events;
    if (atRisk.value === null) continue;
    const counts = [events, censored, maintained].map((count) => count?.value ?? 0);
    expect(counts.reduce((sum, count) => sum + count, atRisk.value)).toBe(firsts.length);
  }
});

it("gives the losses of the rule that censors, and never its 1 minus Kaplan-Meier", async () => {
  const censored = await groupsOf({ outcome: { ...own, maintenance: "CENSORED" }, by: null });
  const [competed] = (await groupsOf({ outcome: competing, by: null })).groups;
  const [kaplan] = censored.groups;
  expect(censored.method).toBe("KAPLAN_MEIER");
  expect(kaplan?.maintenanceFirst ?? null).toBeNull();
  const steps = (curve: readonly { time: number }[] = []) => curve.map(({ time }) => time);
  expect(steps(competed?.curve)).toEqual(steps(kaplan?.curve).slice(0, competed?.curve.length));
  const overstated = 1 - shareAt(kaplan?.landmarks ?? [], 56);
  expect(shareAt(competed?.landmarks ?? [], 56)).toBeLessThan(overstated);
});

it.each<[Outcome["maintenance"]]>([["IGNORED"], ["CENSORED"]])(
  "counts drop-outs as losses on the day that they missed, with both landmarks (%s)",
  async (maintenance) => {
    const outcome = { ...own, maintenance };
    const ask = (dropouts: DropoutRule) => groupsOf({ outcome, by: null, dropouts });
    const [[group], [usual]] = [(await ask("RELAPSED")).groups, (await ask("CENSORED")).groups];
    const rows = responders;
    expect(
      rows.filter((row) => row["loss_days"] === null && missedVisit(row) !== null).length,
    ).toBeGreaterThan(k);
    const firsts = rows.map((row) => firstOf(row, outcome, "RELAPSED"));
    const near = (2 * k) / firsts.length;
    for (const time of [28, 56, 84])
      expect(
        Math.abs(1 - shareAt(group?.landmarks ?? [], time) - incidenceOf(lossesOnly(firsts), "LOSS", time)),
      ).toBeLessThan(near);
    expect(group?.landmarksCensored).toEqual(usual?.landmarks);
    expect(usual?.landmarksCensored ?? null).toBeNull();
  },
);

/** As Kaplan-Meier has it: maintenance censors. */
const lossesOnly = (firsts: readonly First[]): First[] =>
  firsts.map((first) => (first.is === "MAINTENANCE" ? { ...first, is: "LAST_SCORE" } : first));

it("starts the clock of groups by maintenance at the landmark, with those well and seen then", async () => {
  const result = await groupsOf({ outcome: own, by: "maintenance" });
  expect(result).toMatchObject({ fromDay: LANDMARK, horizon: 365 - LANDMARK });
  const seen = responders.filter((row) => isWellOn(row, own, LANDMARK));
  const begun = seen.filter((row) => Number(row["maintenance_days"] ?? Infinity) <= LANDMARK);
  expect(result.groups.map(({ group, patients }) => [group.code, patients.value])).toEqual([
    ["NOT_BY_WEEK_6", seen.length - begun.length],
    ["BY_WEEK_6", begun.length],
  ]);
  const firsts = seen
    .filter((row) => !begun.includes(row))
    .map((row) => {
      const first = firstOf(row, own, "CENSORED", LANDMARK);
      return { ...first, day: first.day - LANDMARK };
    });
  const [group] = result.groups;
  for (const time of [28, 56])
    expect(
      Math.abs(1 - shareAt(group?.landmarks ?? [], time) - incidenceOf(firsts, "LOSS", time)),
    ).toBeLessThan((2 * k) / firsts.length);
});

it("groups by the whole later course where that is asked for, from time zero", async () => {
  const result = await groupsOf({ outcome: own, by: "maintenance", maintained: "WHOLE_COURSE" });
  expect(result).toMatchObject({ fromDay: 0, horizon: 365 });
  expect(result.groups.map(({ group }) => group.code)).toContain("EVERY_4_TO_6_WEEKS");
});

const numberOf = (code: string): number =>
  dimensionByName("condition").categories?.find((category) => category.code === code)?.number ?? 0;

it("gives no answer with drop-outs as losses where they are few, so that they do not follow from both", async () => {
  const all = await groupsOf({ outcome: own, by: "condition", dropouts: "RELAPSED" });
  const hidden = all.groups.filter(({ group, endTime }) => {
    const rows = responders.filter((row) => row["condition"] === numberOf(group.code));
    const more = rows.filter((row) => row["loss_days"] === null && missedVisit(row) !== null).length;
    if (more === 0 || more >= k) return false;
    expect(endTime).toBeNull();
    return true;
  });
  expect(hidden.length).toBeGreaterThan(0);
});
