// Answers of the API made up for the figures' tests, in the size and shape of the demo registry's. Not evidence.
import type {
  Baseline,
  Count,
  Estimate,
  Flow,
  Group,
  Provenance,
  SideEffects,
  TimeToEvent,
  TimeToEventGroup,
  Trajectory,
} from "@afterglow/shared";
import { changeCategories, conditions, sideEffects, visits } from "@afterglow/shared";

export const shown = (value: number): Count => ({ value, hidden: null });
export const tooFew: Count = { value: null, hidden: "TOO_FEW" };
export const countOf = (value: number): Count =>
  value === 0 || value >= 11 ? shown(Math.round(value / 5) * 5) : tooFew;

export function estimate(value: number, lower: number | null = null, upper: number | null = null): Estimate {
  return { value, lower, upper, hidden: null, bound: null };
}
export const hiddenEstimate: Estimate = {
  value: null,
  lower: null,
  upper: null,
  hidden: "TOO_FEW",
  bound: null,
};
export const notReached: Estimate = {
  value: null,
  lower: null,
  upper: null,
  hidden: "NOT_REACHED",
  bound: null,
};
export const notEstimable: Estimate = { ...notReached, hidden: "NOT_ESTIMABLE" };

/** Wilson, near enough for a picture. */
function proportion(k: number, n: number): Estimate {
  if (n < 11 || k < 11 || n - k < 11) return hiddenEstimate;
  const p = k / n;
  const half = 1.96 * Math.sqrt((p * (1 - p)) / n);
  return estimate(p, Math.max(0, p - half), Math.min(1, p + half));
}

export const provenance: Provenance = {
  sentence:
    "2,345 patients with one of seven conditions, given ketamine IV under the standard protocol, first course",
  patients: shown(2345),
  notApplied: [],
  release: {
    id: "demo.3",
    number: 3,
    publishedOn: "2026-03-02",
    checksum: "9f2c41d7a0b1c2d3",
    dataset: {
      name: "demo",
      title: "Demo registry",
      kind: "SYNTHETIC",
      licence: "CC0-1.0",
      citation: "Afterglow demo registry, synthetic patients",
    },
  },
  disclosure: {
    profile: "publish",
    smallestCount: 11,
    roundedTo: 5,
    sentence:
      "Counts under 11 hidden, others to the nearest 5; curve steps merged to hold at least 11 events.",
  },
};

const drawn = ["TRD", "BIPOLAR", "PTSD", "OCD", "GAD", "SOCIAL_ANXIETY", "PANIC"];
export const groups: readonly Group[] = drawn.map((code) => {
  const { label, short } = conditions.find((c) => c.code === code) ?? { label: code, short: code };
  return { code, label, short };
});
export const everyoneGroup: Group = { code: "ALL", label: "All patients", short: "All" };
const sizes = [1005, 220, 195, 60, 110, 60, 0];

/** One group's curve out of an exponential, merged so that a step holds at least 11 events. */
function curveGroup(
  group: Group,
  n: number,
  plan: {
    days: number;
    share: number;
    ticks: readonly number[];
    rises: boolean;
    gap: number;
    landmarks: readonly number[];
  },
): TimeToEventGroup {
  const { days, share, ticks, rises, gap, landmarks } = plan;
  if (n < 11) {
    return {
      group,
      instrument: "PHQ9",
      patients: tooFew,
      events: tooFew,
      curve: [],
      endTime: null,
      rows: ticks.map((time) => ({ time, atRisk: tooFew, censored: tooFew, events: tooFew })),
      median: hiddenEstimate,
      landmarks: landmarks.map((time) => ({ time, share: hiddenEstimate })),
      medianGapDays: hiddenEstimate,
    };
  }
  const eventsBy = (t: number) => share * (1 - Math.exp((-3 * t) / days));
  const censoredBy = (t: number) => 0.25 * (t / days) ** 2;
  const atRiskAt = (t: number) => n * Math.max(0, 1 - eventsBy(t) - censoredBy(t));
  const steps: { time: number; share: number; lower: number | null; upper: number | null }[] = [];
  const at = (t: number, events: number) => {
    const s = rises ? events / n : 1 - events / n;
    const half = 1.96 * Math.sqrt(Math.max(1e-9, (s * (1 - s)) / n)) * (1 + t / days);
    const whole = s === 0 || s === 1;
    return {
      time: t,
      share: s,
      lower: whole ? null : Math.max(0, s - half),
      upper: whole ? null : Math.min(1, s + half),
    };
  };
  steps.push(at(0, 0));
  let last = 0;
  let end = days;
  for (let t = 3; t <= days; t += 1) {
    if (atRiskAt(t) < 11) {
      end = t;
      break;
    }
    const events = n * eventsBy(t);
    if (events - last >= 11) {
      steps.push(at(t, events));
      last = events;
    }
  }
  const median = steps.find((s) => (rises ? s.share >= 0.5 : s.share <= 0.5));
  return {
    group,
    instrument: "PHQ9",
    patients: countOf(n),
    events: countOf(n * eventsBy(end)),
    curve: steps,
    endTime: end,
    rows: ticks.map((time) => ({
      time,
      atRisk: time > end ? tooFew : countOf(atRiskAt(time)),
      censored: time > end ? tooFew : countOf(time === 0 ? 0 : n * censoredBy(time)),
      events: time > end ? tooFew : countOf(time === 0 ? 0 : n * eventsBy(time)),
    })),
    median:
      median === undefined
        ? notReached
        : estimate(median.time, median.time - 2, median.time > days / 2 ? null : median.time + 4),
    landmarks: landmarks.map((time) => {
      const step = steps.filter((s) => s.time <= time).at(-1);
      return {
        time,
        share:
          step === undefined || time > end ? hiddenEstimate : estimate(step.share, step.lower, step.upper),
      };
    }),
    medianGapDays: estimate(gap),
  };
}

const onsetTicks = [0, 7, 14, 21, 28, 35, 42];
const onsetShare = [0.64, 0.54, 0.6, 0.4, 0.66, 0.38, 0];
export const onset: TimeToEvent = {
  clock: "DAY",
  horizon: 42,
  groups: groups.map((group, i) =>
    curveGroup(group, sizes[i] ?? 0, {
      days: 42,
      share: onsetShare[i] ?? 0,
      ticks: onsetTicks,
      rises: true,
      gap: 5,
      landmarks: [28],
    }),
  ),
};
export const onsetOfAll: TimeToEvent = {
  clock: "DAY",
  horizon: 42,
  groups: [
    curveGroup(everyoneGroup, 1650, {
      days: 42,
      share: 0.6,
      ticks: onsetTicks,
      rises: true,
      gap: 5,
      landmarks: [28],
    }),
  ],
};
export const onsetHidden: TimeToEvent = {
  clock: "DAY",
  horizon: 42,
  groups: groups.map((group) =>
    curveGroup(group, 0, { days: 42, share: 0, ticks: onsetTicks, rises: true, gap: 5, landmarks: [28] }),
  ),
};

const durabilityTicks = [0, 4, 8, 12, 16, 20, 26, 39, 52].map((week) => week * 7);
const responders = [515, 95, 95, 30, 65, 30, 0];
const losing = [0.88, 0.92, 0.95, 0.7, 0.75, 0.6, 0];
export const durability: TimeToEvent = {
  clock: "DAY",
  horizon: 365,
  groups: groups.map((group, i) =>
    curveGroup(group, responders[i] ?? 0, {
      days: 365,
      share: losing[i] ?? 0,
      ticks: durabilityTicks,
      rises: false,
      gap: 14,
      landmarks: [28, 56, 84, 182],
    }),
  ),
};

const cases = [1105, 245, 220, 75, 125, 75, 0];
const scoredShare = [0.67, 0.63, 0.61, 0.53, 0.64, 0.6, 0];
export const flow: Flow = {
  visit: "W4",
  steps: [
    { step: "TREATED", patients: shown(2345), lost: shown(0) },
    { step: "BASELINE", patients: shown(2190), lost: shown(155) },
    { step: "CASE", patients: shown(1845), lost: shown(345) },
    { step: "LATER_SCORE", patients: shown(1650), lost: shown(195) },
    { step: "VISIT", patients: shown(1200), lost: shown(450) },
  ],
  groups: groups.map((group, i) => {
    const n = cases[i] ?? 0;
    const k = n * (scoredShare[i] ?? 0);
    return {
      group,
      instrument: "PHQ9",
      cases: countOf(n || 5),
      scored: countOf(k || 5),
      share: proportion(k, n),
    };
  }),
  assessments: visits
    .filter((v) => v.code !== "BASELINE")
    .map((visit, i) => {
      const expected = 1845 - i * 45;
      const received = Math.round(expected * (0.82 - i * 0.053));
      return {
        visit: visit.code,
        expected: countOf(expected),
        received: countOf(received),
        share: proportion(received, expected),
      };
    }),
};

const trajectoryVisits = visits.map((v) => v.code);
export const trajectory: Trajectory = {
  unit: "POINTS",
  groups: groups.map((group, i) => ({
    group,
    instrument: "PHQ9",
    patients: countOf(cases[i] || 5),
    visits: trajectoryVisits.map((visit, v) => {
      const n = Math.round((cases[i] ?? 0) * Math.max(0.05, 1 - 0.085 * v));
      const base = 18 - i * 0.6;
      const mean = base - 7.5 * (1 - Math.exp(-v / 1.5)) + 0.35 * Math.max(0, v - 5);
      const half = 11 / Math.sqrt(Math.max(n, 1));
      const hide = n < 11;
      const shares = [0.09, 0.3 - v * 0.004, 0.18, 0.25, 0.18 + v * 0.004];
      return {
        visit,
        scores: hide ? tooFew : countOf(n),
        mean: hide ? hiddenEstimate : estimate(mean, mean - half, mean + half),
        change:
          visit === "BASELINE"
            ? notEstimable
            : hide
              ? hiddenEstimate
              : estimate(mean - base, mean - base - half, mean - base + half),
        categories:
          visit === "BASELINE"
            ? []
            : changeCategories.map((category, c) => {
                const k = n * (shares[c] ?? 0);
                return {
                  category: category.code,
                  patients: hide ? tooFew : countOf(k),
                  share: proportion(k, n),
                };
              }),
      };
    }),
  })),
};

const exposed = [1240, 285, 310, 130, 240, 140, 0];
const baseRates: Readonly<Record<string, number>> = {
  RAISED_BLOOD_PRESSURE: 0.18,
  NAUSEA: 0.13,
  DROWSINESS: 0.56,
  DIZZINESS: 0.45,
  HEADACHE: 0.22,
  DISSOCIATION: 0.36,
  ANXIETY: 0.1,
};
const rateOf = (code: string, i: number) => (baseRates[code] ?? 0.05) * (1 + 0.06 * ((i * 7) % 5) - 0.1);
export const sideEffectsAnswer: SideEffects = {
  per: "PATIENT",
  groups: groups.map((group, i) => {
    const n = exposed[i] ?? 0;
    return {
      group,
      exposed: countOf(n || 5),
      sessions: countOf(n * 6 || 5),
      byChecklist: n === 0 ? hiddenEstimate : estimate(0.78),
      effects: sideEffects.map(({ code }) => {
        const k = n * rateOf(code, i);
        return {
          term: code,
          occurrences: countOf(k || 5),
          rate: proportion(k, n),
          severities: ["MILD", "MODERATE", "SEVERE"].map((severity, s) => ({
            severity,
            occurrences: countOf(k * [0.6, 0.3, 0.1][s]! || 5),
            rate: proportion(k * [0.6, 0.3, 0.1][s]!, n),
          })),
          resolutionMinutes: k < 11 ? hiddenEstimate : estimate(60 + i * 5, 35, 95),
        };
      }),
      vitals: (["SYSTOLIC", "DIASTOLIC", "HEART_RATE"] as const).map((sign, s) => ({
        sign,
        patients: countOf(n || 5),
        rise:
          n === 0
            ? hiddenEstimate
            : estimate(
                [12.6, 8.5, 4.1][s]! + i / 3,
                [12.2, 8.2, 3.7][s]! + i / 3,
                [13, 8.8, 4.5][s]! + i / 3,
              ),
      })),
      infusions: [1, 2, 3, 4, 5, 6].map((number) => ({
        number,
        exposed: countOf(n * (1 - 0.03 * number) || 5),
        rates: sideEffects.map(({ code }) => ({
          term: code,
          rate: proportion(n * rateOf(code, i) * 0.6 * (1 - 0.08 * number), n),
        })),
      })),
    };
  }),
};

const share = (k: number, n: number) => ({
  patients: countOf(k || 5),
  share: proportion(k, n),
  mean: null,
  standardDeviation: null,
});
const mean = (value: number, sd: number, n: number) => ({
  patients: countOf(n || 5),
  share: null,
  mean: n === 0 ? hiddenEstimate : estimate(value),
  standardDeviation: n === 0 ? hiddenEstimate : estimate(sd),
});
const shareRows: readonly [string, string, number][] = [
  ["SEX:FEMALE", "Female", 0.59],
  ["PRIOR_TRIALS:THREE_OR_FOUR", "Three or four prior trials", 0.45],
  ["PRIOR_ECT:YES", "Prior ECT", 0.07],
  ["ANTIDEPRESSANT:YES", "Antidepressant", 0.65],
  ["BENZODIAZEPINE:YES", "Benzodiazepine", 0.23],
];
export const baseline: Baseline = {
  groups: groups.map((group, i) => ({ group, patients: countOf(exposed[i] || 5) })),
  rows: [
    {
      code: "AGE_YEARS",
      label: "Age, years",
      kind: "MEAN",
      cells: exposed.map((n, i) => mean(45 + i, 13.9, n)),
    },
    { code: "SCORE", label: "PHQ-9 score", kind: "MEAN", cells: exposed.map((n, i) => mean(17 - i, 5.1, n)) },
    ...shareRows.map(([code, label, p]) => ({
      code,
      label,
      kind: "SHARE" as const,
      cells: exposed.map((n) => share(n * p, n)),
    })),
    {
      code: "INDUCTION_SESSIONS",
      label: "Induction sessions",
      kind: "MEAN",
      cells: exposed.map((n) => mean(5.4, 1.1, n)),
    },
  ],
};
