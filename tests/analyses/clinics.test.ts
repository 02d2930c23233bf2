// The funnel plot of clinics: its numbers are those of a naive count where nothing is rounded; case mix alone makes no
// clinic stand out once adjusted for; and what stands out under rounding stands out without it.
import { everyone, type ClinicPoint, type Cohort, type Outcome } from "@afterglow/shared";
import { clinics } from "../../server/src/analyses/clinics";
import { policyOf, type ProfileName } from "../../server/src/disclosure/policy";
import { funnelLimits } from "../../server/src/statistics/funnelLimits";
import { wilson } from "../../server/src/statistics/wilson";
import { randomFrom } from "../queries/analysisRows";
import { insertRows } from "../queries/insertRows";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { clinicRows, type PlannedPatients } from "./clinicRows";

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterAll(() => test_.drop());

const outcome: Outcome = {
  measure: "PHQ9",
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "IGNORED",
};

const inserted = new Map<readonly PlannedPatients[], Promise<number>>();

async function funnelOf(
  plans: readonly PlannedPatients[],
  profile: ProfileName,
  of = "RESPONSE",
  cohort: Cohort = everyone,
) {
  const inserting = inserted.get(plans) ?? insertRows(test_.database, clinicRows(plans));
  inserted.set(plans, inserting);
  const releaseId = await inserting;
  const known = [...new Set(plans.map(({ clinic }) => clinic))].filter((clinic) => clinic > 0);
  const context = {
    query: test_.database.query,
    policy: policyOf(profile),
    release: {
      id: "rows.1",
      number: 1,
      publishedOn: "2026-03-02",
      checksum: "0123abcd",
      releaseId,
      measures: ["PHQ9"],
      clinics: known,
      startYears: [2021],
    },
  };
  return (await clinics(context, { cohort, outcome, visit: "W4", of })).result;
}

const near = (value: number): number => expect.closeTo(value, 6) as number;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** In every clinic 7 of 10 with moderate and 3 of 10 with severe depression respond; clinics have more of one or the other. */
const mixes = [
  [20, 100],
  [80, 20],
  [30, 30],
  [150, 20],
  [20, 60],
  [50, 60],
] as const;
const mixedAlone = mixes.flatMap(([moderate, severe], index): PlannedPatients[] => [
  { clinic: index + 1, severity: "MODERATE", patients: moderate, events: moderate * 0.7 },
  { clinic: index + 1, severity: "SEVERE", patients: severe, events: severe * 0.3 },
]);
const totals = mixes.map(([moderate, severe]) => ({
  patients: moderate + severe,
  events: moderate * 0.7 + severe * 0.3,
}));

describe.each(["RESPONSE", "DISSOCIATION"])("%s", (of) => {
  it("counts the clinics as a naive count does, by their size, and adjusts for case mix wholly", async () => {
    const result = await funnelOf(mixedAlone, "internal", of);
    const bySize = totals.toSorted(
      (one, other) => one.patients - other.patients || one.events - other.events,
    );
    expect(
      result.points.map(({ patients, events }) => ({ patients: patients.value, events: events.value })),
    ).toEqual(bySize);
    const overall = sum(totals.map(({ events }) => events)) / sum(totals.map(({ patients }) => patients));
    expect(result.overall.value).toBeCloseTo(overall, 12);
    expect([result.clinics, result.of]).toEqual([6, of]);
    result.points.forEach((point, index) => {
      const { patients, events } = bySize[index] ?? { patients: NaN, events: NaN };
      expect(point.share).toMatchObject({ value: events / patients, lower: wilson(events, patients)?.lower });
      // Seven and three of ten are the model's own chances, so each clinic does as is expected of it.
      expect(point.expected.value).toEqual(near(events / patients));
      expect(point.adjusted.value).toEqual(near(overall));
      expect(point.adjustedPlace).toBe("WITHIN_95");
      const inner = funnelLimits(overall, patients, 0.95);
      expect([point.limit.lower95, point.limit.upper95]).toEqual([inner?.lower, inner?.upper]);
    });
    expect(result.points.some(({ place }) => place === "OUTSIDE_998")).toBe(true);
    expect(result.unadjusted.phi.value ?? 0).toBeGreaterThan(1);
    expect(result.unadjusted.widened).toHaveLength(result.limits.length);
    expect(result.adjusted).toEqual({ phi: expect.objectContaining({ value: 0 }) as unknown, widened: [] });
  });
});

it("finds the clinic in which the same patients fare worse", async () => {
  const worse = mixedAlone.map((plan) =>
    plan.clinic === 6
      ? { ...plan, events: Math.round(plan.patients * (plan.severity === "SEVERE" ? 0.1 : 0.4)) }
      : plan,
  );
  const { points } = await funnelOf(worse, "internal");
  const apart = points.filter(({ adjustedPlace }) => adjustedPlace === "OUTSIDE_998");
  expect(apart.map(({ patients }) => patients.value)).toEqual([110]);
});

it("counts those of no known clinic in all together, and shows no point for them", async () => {
  const {
    points,
    patients,
    clinics: known,
  } = await funnelOf(
    [...mixedAlone, { clinic: 0, severity: "SEVERE", patients: 100, events: 30 }],
    "internal",
  );
  expect(points).toHaveLength(6);
  expect([patients.value, known]).toEqual([sum(totals.map((one) => one.patients)) + 100, 6]);
});

const [ofTwo, ofThree] = [2, 3].map((most) => mixedAlone.filter(({ clinic }) => clinic <= most)) as [
  PlannedPatients[],
  PlannedPatients[],
];
it("names no clinic: none is shown where the cohort names one, nor two beside each other", async () => {
  for (const profile of ["publish", "internal"] as const) {
    const named = await funnelOf(mixedAlone, profile, "RESPONSE", { ...everyone, clinic: ["4"] });
    expect([named.points, named.limits, named.clinics]).toEqual([[], [], 1]);
    const two = await funnelOf(ofTwo, profile);
    expect([two.points, two.unadjusted.phi.value]).toEqual([[], null]);
    const three = await funnelOf(ofThree, profile);
    expect(three.points).toHaveLength(3);
  }
});

it("says that case mix cannot be adjusted for where it tells the event apart", async () => {
  const cell = (clinic: number, severity: PlannedPatients["severity"], sex: 1 | 2, events: number) => ({
    clinic,
    severity,
    sex,
    patients: 40,
    events,
  });
  // All men with moderate and no woman with severe depression responds: the sum of both effects has no end.
  const plans = [1, 2, 3].flatMap((clinic) => [
    cell(clinic, "MODERATE", 1, 40),
    cell(clinic, "SEVERE", 1, 18 + clinic),
    cell(clinic, "MODERATE", 2, 20),
    cell(clinic, "SEVERE", 2, 0),
  ]);
  const { points, adjusted, unadjusted } = await funnelOf(plans, "internal");
  expect(points).toHaveLength(3);
  for (const { expected, adjusted: value, adjustedPlace } of points)
    expect([expected.hidden, value.hidden, adjustedPlace]).toEqual(["NOT_ESTIMABLE", "NOT_ESTIMABLE", null]);
  expect([adjusted.phi.hidden, adjusted.widened]).toEqual(["NOT_ESTIMABLE", []]);
  expect(unadjusted.phi.value).not.toBeNull();
});

it("under rounding, calls no clinic outside that is not outside", async () => {
  const random = randomFrom(17);
  let outside = 0;
  for (let round = 0; round < 4; round++) {
    const plans = Array.from({ length: 9 }, (_, index): PlannedPatients => {
      const patients = 25 + Math.floor(random() ** 2 * 90) + index;
      return {
        clinic: index + 1,
        severity: "SEVERE",
        patients,
        events: Math.round(patients * (0.2 + 0.6 * random())),
      };
    });
    const [rounded, exact] = [await funnelOf(plans, "publish"), await funnelOf(plans, "internal")];
    const overall = exact.overall.value ?? NaN;
    // Points have no name: a rounded one is one of the exact ones that round so.
    const candidates = (point: ClinicPoint) =>
      exact.points.filter(
        ({ patients, events }) =>
          Math.abs((patients.value ?? NaN) - (point.patients.value ?? NaN)) <= 2 &&
          Math.abs((events.value ?? NaN) - (point.events.value ?? NaN)) <= 2,
      );
    for (const point of rounded.points.filter(({ place }) => place !== "WITHIN_95")) {
      outside++;
      // The overall share and the n of the limits are rounded too; that moves the limits by less than a fiftieth.
      const apart = candidates(point).map(({ share, limit }) =>
        (share.value ?? NaN) > overall
          ? (share.value ?? NaN) - limit.upper95
          : limit.lower95 - (share.value ?? NaN),
      );
      expect(Math.max(...apart)).toBeGreaterThan(-0.02);
    }
  }
  expect(outside).toBeGreaterThan(2);
});
