// Session profile and cost: where nothing is rounded, what is released agrees with a naive recomputation from the same
// rows; where it is, with what the shown counts allow; and of an older release nothing is claimed.
import { everyone, type Outcome } from "@afterglow/shared";
import { cost } from "../../server/src/analyses/cost";
import { durability } from "../../server/src/analyses/durability";
import type { AnalysisContext } from "../../server/src/analyses/question";
import { sessionProfile } from "../../server/src/analyses/sessionProfile";
import { sideEffects } from "../../server/src/analyses/sideEffects";
import { policyOf, type ProfileName } from "../../server/src/disclosure/policy";
import { studentTQuantile } from "../../server/src/statistics/distributions";
import type { Row } from "../queries/analysisRows";
import { momentsOf, numbersOf, valueOf } from "../queries/oracle";
import { talliedRows, type TalliedRows } from "../queries/talliedRows";

const phq9: Outcome = {
  measure: "PHQ9",
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "IGNORED",
};
const censored: Outcome = { ...phq9, maintenance: "CENSORED" };

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

const contextOf = (profile: ProfileName): AnalysisContext => ({
  query: tallied.query,
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
const costOf = async (profile: ProfileName, outcome: Outcome) => {
  const { result } = await cost(contextOf(profile), { cohort: everyone, outcome, by: null });
  const [group] = result.groups;
  if (group === undefined) throw new Error("No group");
  return { ...result, group };
};
const near = (value: number): number => expect.closeTo(value, 9) as number;
const meanOf = (values: readonly number[]): number => momentsOf(values).sum / values.length;

/** Cost of each who could respond, and 1 if in response at the end of induction. */
function responderPairs(outcome: Outcome, column: string): { x: number; y: number }[] {
  const profiles = new Map(
    tallied.profilesOf(everyone).map((row) => [`${row["patient"]} ${row["course"]}`, row]),
  );
  return tallied.measuresOf(everyone, outcome).flatMap((row) => {
    const profile: Row = profiles.get(`${row["patient"]} ${row["course"]}`) ?? {};
    const x = valueOf(profile, column);
    if (!row["is_case"] || !row["later_score"] || x === null) return [];
    return [{ x, y: row["durability_zero_day"] === null ? 0 : 1 }];
  });
}

/** How many errors the mean of x - R y is from 0. */
function errorsFromZero(pairs: readonly { x: number; y: number }[], ratio: number): number {
  const rest = pairs.map(({ x, y }) => x - ratio * y);
  const mean = meanOf(rest);
  const variance = rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rest.length - 1);
  return Math.abs(mean) / Math.sqrt(variance / rest.length);
}

it("gives the naive means of times and readings, exact where nothing is rounded", async () => {
  const { result } = await sessionProfile(contextOf("internal"), { cohort: everyone, by: "sex" });
  const [first] = result.groups;
  const rows = tallied.profilesOf(everyone).filter((row) => row["sex"] === 1);
  const mean = (column: string) => meanOf(numbersOf(rows, (row) => valueOf(row, column))) / 10;
  expect(first?.patients.value).toBe(rows.length);
  expect(first?.times.map(({ minutes }) => minutes.value)).toEqual([
    near(mean("duration")),
    near(mean("psychotherapy_time")),
    near(mean("recovery")),
  ]);
  expect(first?.vitals.map(({ before, peak }) => [before.value, peak.value])).toEqual(
    ["systolic", "diastolic", "heart_rate"].map((sign) => [
      near(mean(`${sign}_before`)),
      near(mean(`${sign}_peak`)),
    ]),
  );
});

it("gives shares of sessions, patients being what varies", async () => {
  const { result } = await sessionProfile(contextOf("internal"), { cohort: everyone, by: null });
  const rows = tallied.profilesOf(everyone).filter((row) => Number(row["ecg_known"]) > 0);
  const pairs = rows.map((row) => ({ x: Number(row["ecg_done"]), y: Number(row["ecg_known"]) }));
  const ecg = result.groups[0]?.monitoring.find(({ what }) => what === "ECG");
  const share = meanOf(pairs.map(({ x }) => x)) / meanOf(pairs.map(({ y }) => y));
  expect(ecg?.patients.value).toBe(rows.length);
  expect(ecg?.share.value).toBeCloseTo(share, 12);
  const t = studentTQuantile(0.975, rows.length - 1);
  expect(errorsFromZero(pairs, ecg?.share.lower ?? NaN)).toBeCloseTo(t, 6);
  expect(errorsFromZero(pairs, ecg?.share.upper ?? NaN)).toBeCloseTo(t, 6);
});

it("gives the share at home of the patients whose setting is recorded", async () => {
  const { result } = await sessionProfile(contextOf("internal"), { cohort: everyone, by: null });
  const recorded = tallied.profilesOf(everyone).filter((row) => row["setting"] !== 0);
  const share = (setting: number) =>
    recorded.filter((row) => row["setting"] === setting).length / recorded.length;
  expect(
    result.groups[0]?.settings.map((each) => [each.setting, each.patients.value, each.share.value]),
  ).toEqual([
    ["CLINIC", recorded.length, near(share(1))],
    ["HOME", recorded.length, near(share(2))],
  ]);
});

it("says of side effects what their own figure says", async () => {
  const [profile, harms] = await Promise.all([
    sessionProfile(contextOf("publish"), { cohort: everyone, by: "condition" }),
    sideEffects(contextOf("publish"), { cohort: everyone, by: "condition", per: "PATIENT" }),
  ]);
  const own = harms.result.groups.map(({ effects }) =>
    effects.map(({ term, resolutionMinutes }) => ({ term, minutes: resolutionMinutes })),
  );
  expect(profile.result.groups.map(({ resolution }) => resolution)).toEqual(own);
  expect(own.flat().some(({ minutes }) => minutes.value !== null)).toBe(true);
});

it("gives the naive cost of a session, a course and a responder, exact where nothing is rounded", async () => {
  const { group } = await costOf("internal", phq9);
  const rows = tallied.profilesOf(everyone);
  const values = (column: string) => numbersOf(rows, (row) => valueOf(row, column));
  const sessions = numbersOf(rows, (row) =>
    valueOf(row, "cost") === null ? null : valueOf(row, "priced_sessions"),
  );
  expect(group.perSession.value).toBeCloseTo(momentsOf(values("cost")).sum / momentsOf(sessions).sum, 9);
  expect(group.perCourse.map(({ time, patients, dollars }) => [time, patients.value, dollars.value])).toEqual(
    [
      ["INDUCTION", "induction_cost"],
      ["HALF_YEAR", "half_year_cost"],
      ["YEAR", "year_cost"],
    ].map(([time, column = ""]) => [time, values(column).length, near(meanOf(values(column)))]),
  );
  const pairs = responderPairs(phq9, "induction_cost");
  const responders = pairs.filter(({ y }) => y === 1).length;
  const { dollars } = group.perResponder;
  expect([group.perResponder.patients.value, group.perResponder.responders.value]).toEqual([
    pairs.length,
    responders,
  ]);
  expect(dollars.value).toBeCloseTo(momentsOf(pairs.map(({ x }) => x)).sum / responders, 6);
  const t = studentTQuantile(0.975, pairs.length - 1);
  expect(errorsFromZero(pairs, dollars.lower ?? NaN)).toBeCloseTo(t, 6);
  expect(errorsFromZero(pairs, dollars.upper ?? NaN)).toBeCloseTo(t, 6);
});

it.each([
  ["HALF_YEAR", "half_year_cost", phq9],
  ["INDUCTION", "induction_cost", censored],
] as const)(
  "divides the cost of %s by the area under the curve that durability shows",
  async (time, column, outcome) => {
    const { monthsCostOf, group } = await costOf("internal", outcome);
    expect(monthsCostOf).toBe(time);
    const { result } = await durability(contextOf("internal"), { cohort: everyone, outcome, by: null });
    const curve = result.groups[0]?.curve ?? [];
    // Steps: each share holds until the next, up to day 182.
    const area = curve.reduce((sum, { time: from, share }, index) => {
      const to = Math.min(182, curve[index + 1]?.time ?? 182);
      return sum + share * Math.max(0, to - from);
    }, 0);
    const months = area / (365.25 / 12);
    const { perResponderMonth } = group;
    expect(perResponderMonth.months.value).toBeCloseTo(months, 9);
    const pairs = responderPairs(outcome, column);
    const responders = pairs.filter(({ y }) => y === 1).length;
    expect(perResponderMonth.dollars.value).toBeCloseTo(
      momentsOf(pairs.map(({ x }) => x)).sum / responders / months,
      6,
    );
    // The months are uncertain too: wider, as a share of the cost, than the cost of a responder would be.
    const t = studentTQuantile(0.975, pairs.length - 1);
    const { lower, upper } = perResponderMonth.dollars;
    expect(errorsFromZero(pairs, (lower ?? NaN) * months)).toBeGreaterThan(t);
    expect(errorsFromZero(pairs, (upper ?? NaN) * months)).toBeGreaterThan(t);
  },
);

it("under publish, computes from the counts that it shows, in the digits that they allow", async () => {
  const { group } = await costOf("publish", phq9);
  const { patients, responders, dollars } = group.perResponder;
  const mean = meanOf(responderPairs(phq9, "induction_cost").map(({ x }) => x));
  const [n, r] = [patients.value ?? NaN, responders.value ?? NaN];
  expect([n % 5, r % 5]).toEqual([0, 0]);
  const step = (count: number) => (count < 100 ? 100 : 10);
  const shownMean = Math.round(mean / step(n)) * step(n);
  expect(dollars.value).toBe(Math.round((shownMean * n) / r / step(r)) * step(r));
  for (const limit of [dollars.lower, dollars.upper]) expect((limit ?? NaN) % step(r)).toBe(0);
});

it("claims nothing of a release that was published before sessions were described", async () => {
  const { releaseId } = tallied.scopeOf(everyone);
  await tallied.query("update release set definitions = '1' where id = $1", [releaseId]);
  const context = contextOf("publish");
  const answers = await Promise.all([
    sessionProfile(context, { cohort: everyone, by: "condition" }),
    cost(context, { cohort: everyone, outcome: phq9, by: "condition" }),
  ]);
  await tallied.query("update release set definitions = '2' where id = $1", [releaseId]);
  for (const { result } of answers) {
    expect(result.derived).toBe(false);
    const reasons = new Set(JSON.stringify(result).match(/"hidden":[^,}]+/g));
    expect([...reasons]).toEqual(['"hidden":"NOT_ESTIMABLE"']);
  }
});
