// Onset, durability and trajectory by each condition's own measure, in sessions too: where nothing is rounded, what is
// released agrees with a naive recomputation from the same rows.
import { everyone, type DimensionName, type Outcome } from "@afterglow/shared";
import { durability } from "../../server/src/analyses/durability";
import { onset } from "../../server/src/analyses/onset";
import type { AnalysisContext } from "../../server/src/analyses/question";
import { trajectory } from "../../server/src/analyses/trajectory";
import { policyOf } from "../../server/src/disclosure/policy";
import type { Row } from "../queries/analysisRows";
import { momentsOf, valueOf } from "../queries/oracle";
import { talliedRows, type TalliedRows } from "../queries/talliedRows";

const internal = policyOf("internal");
const k = internal.smallestCount;
const own: Outcome = {
  measure: "OWN",
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "CENSORED",
};

let tallied: TalliedRows;
let context: AnalysisContext;
beforeAll(async () => {
  tallied = await talliedRows();
  context = {
    query: tallied.query,
    policy: internal,
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
  };
});
afterAll(() => tallied.drop());

interface Time {
  readonly time: number;
  readonly event: boolean;
}

/** The product limit, one patient after the other. */
function survivalOf(times: readonly Time[], at: number): number {
  const days = [...new Set(times.filter(({ event, time }) => event && time <= at).map(({ time }) => time))];
  return days.reduce((survival, day) => {
    const atRisk = times.filter(({ time }) => time >= day).length;
    const events = times.filter(({ event, time }) => event && time === day).length;
    return survival * (1 - events / atRisk);
  }, 1);
}

/** Steps of at least k events: at a step's time no more than one step of k, and what joined the last, is not yet drawn. */
function expectNear(
  curve: readonly { time: number; share: number }[],
  times: readonly Time[],
  shareOf: (survival: number) => number,
  endTime: number,
): void {
  const errors = Array.from({ length: endTime }, (_, index) => {
    const drawn = curve.findLast(({ time }) => time <= index + 1)?.share ?? NaN;
    return Math.abs(drawn - shareOf(survivalOf(times, index + 1)));
  });
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  expect(mean).toBeLessThan((2 * k) / times.length);
}

const onsetTime =
  (unit: "day" | "sessions", horizon: number) =>
  (row: Row): Time => {
    const event = valueOf(row, `response_${unit}`);
    const time = event ?? Number(row[`onset_last_${unit}`]);
    return { time: Math.min(time, horizon), event: event !== null && event <= horizon };
  };

function durabilityTime(row: Row): Time {
  const last = Number(row["durability_last_days"]);
  const loss = valueOf(row, "loss_days");
  const maintenance = valueOf(row, "maintenance_days") ?? Infinity;
  const time = Math.min(loss ?? Infinity, last, maintenance);
  return { time, event: loss !== null && loss <= maintenance };
}

it.each([
  ["DAY", "day", 42, 14],
  ["SESSION", "sessions", 12, 3],
] as const)("agrees on onset by %s with each condition's own measure", async (clock, unit, horizon, tick) => {
  const { result } = await onset(context, {
    cohort: everyone,
    outcome: own,
    by: null,
    of: "RESPONSE",
    clock,
  });
  expect(result).toMatchObject({ clock, horizon });
  const rows = tallied.measuresOf(everyone, own).filter((row) => row["onset_last_day"] !== null);
  const times = rows.map(onsetTime(unit, horizon));
  const [group] = result.groups;
  expect(group?.instrument).toBeNull();
  expect(group?.patients.value).toBe(times.length);
  // Where a hundred respond, the merged tally still holds every one of them.
  expect(group?.events.value).toBe(times.filter(({ event }) => event).length);
  expectNear(group?.curve ?? [], times, (survival) => 1 - survival, group?.endTime ?? 0);
  const row = group?.rows.find(({ time }) => time === tick);
  const atRisk = times.filter(({ time }) => time >= tick).length;
  // Up to k - 1 events and as many losses wait for their step.
  expect(Math.abs((row?.atRisk.value ?? NaN) - atRisk)).toBeLessThan(4 * k);
});

it("agrees on durability with each condition's own measure", async () => {
  const { result } = await durability(context, { cohort: everyone, outcome: own, by: null });
  const rows = tallied.measuresOf(everyone, own).filter((row) => row["durability_zero_day"] !== null);
  const times = rows.map(durabilityTime);
  const [group] = result.groups;
  expect(group?.patients.value).toBe(times.length);
  expectNear(group?.curve ?? [], times, (survival) => survival, group?.endTime ?? 0);
});

it.each(["condition", "sex"] as const)(
  "agrees on the trajectory of groups by %s",
  async (by: DimensionName) => {
    const { result } = await trajectory(context, { cohort: everyone, outcome: own, by });
    const rows = tallied
      .measuresOf(everyone, own)
      .filter((row) => row["is_case"] && Number(row["baseline"]) > 0);
    expect(result.unit).toBe("PERCENT_OF_BASELINE");
    // The largest group holds the vocabulary's first category: these rows make low numbers common.
    const [group] = result.groups;
    const inGroup = rows.filter((row) => row[by] === 1);
    expect(group?.patients.value).toBe(inGroup.length);
    expect(group?.instrument).toBe(by === "condition" ? "PHQ9" : null);
    const percents = inGroup.flatMap((row) => {
      const score = valueOf(row, "score_w2");
      return score === null ? [] : [Math.round((10_000 * score) / Number(row["baseline"])) / 100];
    });
    const { n, sum } = momentsOf(percents);
    const visit = group?.visits.find((each) => each.visit === "W2");
    expect(visit?.scores.value).toBe(n);
    expect(visit?.mean.value).toBeCloseTo(sum / n, 6);
    expect(visit?.change.value).toBeCloseTo(sum / n - 100, 6);
  },
);

it("shows of groups no counts from which a single small one follows", async () => {
  const { result } = await onset(context, {
    cohort: everyone,
    outcome: own,
    by: "condition",
    of: "RESPONSE",
    clock: "DAY",
  });
  const all = tallied.measuresOf(everyone, own).filter((row) => row["onset_last_day"] !== null).length;
  const shown = result.groups.reduce((sum, { patients }) => sum + (patients.value ?? 0), 0);
  const left = all - shown;
  expect(left === 0 || left >= k).toBe(true);
  for (const { patients, rows, curve, landmarks, events } of result.groups) {
    if (patients.value !== null) continue;
    const within = [
      ...rows.flatMap((row) => [row.atRisk, row.events]),
      ...landmarks.map(({ share }) => share),
    ];
    expect([curve.length, events.value, ...within.map(({ value }) => value)]).toEqual([
      0,
      null,
      ...within.map(() => null),
    ]);
  }
});
