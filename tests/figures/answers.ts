// Answers of the API made up for the figures' tests, in the size and shape of the demo registry's. Not evidence.
import type { Answered, Count, Estimate, Flow, Group, Provenance, Baseline } from "@afterglow/shared";
import { conditions, visits } from "@afterglow/shared";

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
export function proportion(k: number, n: number): Estimate {
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

/** By the release that was asked, with all of the question applied. */
export const answered: Answered = {
  notApplied: [],
  release: { id: "demo.3", number: 3, publishedOn: "2026-03-02", checksum: "9f2c41d7a0b1c2d3" },
};

const drawn = ["TRD", "BIPOLAR", "PTSD", "OCD", "GAD", "SOCIAL_ANXIETY", "PANIC"];
export const groups: readonly Group[] = drawn.map((code) => {
  const { label, short } = conditions.find((c) => c.code === code) ?? { label: code, short: code };
  return { code, label, short };
});
export const everyoneGroup: Group = { code: "ALL", label: "All patients", short: "All" };

export const exposed = [1240, 285, 310, 130, 240, 140, 0];

export const cases = [1105, 245, 220, 75, 125, 75, 0];
const scoredShare = [0.67, 0.63, 0.61, 0.53, 0.64, 0.6, 0];
export const flow: Flow = {
  answered,
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
  answered,
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
