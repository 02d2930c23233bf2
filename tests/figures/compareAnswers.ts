// Answers to comparisons made up for the figures' tests: A and B comparable, C not, as in the design. Not evidence.
import {
  cohortToSearch,
  defaultCompareOptions,
  defaultCovariates,
  lettered,
  type ComparedCurve,
  type ComparedTimes,
  type CompareOptions,
  type CompareState,
  type ComparisonProvenance,
  type Contrast,
  type ContrastReason,
  type Letter,
  type PairBalance,
  type TestResult,
  type TimeContrast,
} from "@afterglow/shared";
import { estimate, hiddenEstimate, notEstimable, provenance, shown } from "./answers";
import { curveGroup } from "./curveAnswers";

const trd = { condition: ["TRD"], courseNumber: ["FIRST"] } as const;
const standard = { ...trd, modality: ["KETAMINE_IV"], protocol: ["STANDARD"] } as const;
export const pins = lettered([
  { name: "Standard six", cohort: { ...standard, psychotherapy: ["NONE"] } },
  { name: "Standard six, assisted", cohort: { ...standard, psychotherapy: ["ASSISTED"] } },
  { name: "ECT course", cohort: { ...trd, modality: ["ECT"], protocol: ["ECT_COURSE"] } },
]);

export function compareState(options: Partial<CompareOptions> = {}): CompareState {
  return {
    dataset: "demo",
    release: 3,
    outcome: { measure: "PHQ9", response: "INSTRUMENT", relapse: "LOSS_OF_RESPONSE", maintenance: "IGNORED" },
    cohorts: pins,
    covariates: defaultCovariates,
    target: "REFERENCE",
    options: { ...defaultCompareOptions, ...options },
  };
}

export const comparison: ComparisonProvenance = {
  release: provenance.release,
  releaseAsked: provenance.release.number,
  disclosure: provenance.disclosure,
  cohorts: pins.map(({ letter, name, cohort }, at) => ({
    letter,
    name,
    sentence: "Patients with treatment-resistant depression, first course",
    applied: new URLSearchParams(cohortToSearch(cohort)).toString(),
    notApplied: [],
    patients: shown([640, 235, 180][at] ?? 0),
    overlaps: [],
  })),
  adjustment: {
    target: "REFERENCE",
    covariates: ["severity", "age", "sex", "priorTrials", "priorEct"],
    definedBy: [],
    byMaintenance: false,
  },
};

export const contrast = (value: number, lower: number, upper: number): Contrast => ({
  ...estimate(value, lower, upper),
  why: null,
});
export const without = (why: ContrastReason): Contrast => ({ ...notEstimable, why });
export const hiddenContrast: Contrast = { ...hiddenEstimate, why: null };
export const test = (value: number, p: number, adjustedP: number | null = null): TestResult => ({
  statistic: "CHI_SQUARE",
  value,
  df: 1,
  p,
  adjustedP,
  why: null,
});
export const noTest = (why: ContrastReason): TestResult => ({
  statistic: "CHI_SQUARE",
  value: null,
  df: null,
  p: null,
  adjustedP: null,
  why,
});

const effective = (letter: Letter, patients: number, kept: number) => ({
  letter,
  patients: shown(patients),
  effective: shown(kept),
});
export const balances: readonly PairBalance[] = [
  {
    letter: "B",
    against: "A",
    comparable: true,
    reasons: [],
    worst: { dimension: "startYear", difference: estimate(0.08) },
    effective: [effective("A", 385, 385), effective("B", 145, 120)],
  },
  {
    letter: "C",
    against: "A",
    comparable: false,
    reasons: ["IMBALANCE", "FEW_EFFECTIVE"],
    worst: { dimension: "priorEct", difference: estimate(0.31) },
    effective: [effective("A", 385, 385), effective("C", 110, 40)],
  },
];

const ticks = [0, 4, 8, 12, 16, 20, 26, 39, 52].map((week) => week * 7);
function curve(letter: Letter, patients: number, share: number): ComparedCurve {
  const group = { code: letter, label: letter, short: letter };
  const landmarks = [28, 56, 84, 182];
  const plan = { days: 365, share, ticks, rises: false, gap: 14, landmarks };
  return { ...curveGroup(group, patients, plan), restrictedMean: estimate(87 * (1.6 - share), 80, 95) };
}
const incomparable = (letter: Letter): ComparedCurve => ({
  ...curve(letter, 0, 0),
  patients: shown(30),
  restrictedMean: notEstimable,
});

const timeContrast = (points: number, chiSquare: number): TimeContrast => ({
  logRank: test(chiSquare, chiSquare > 4 ? 0.003 : 0.07, chiSquare > 4 ? 0.006 : 0.07),
  hazardRatio: contrast(0.78, 0.62, 0.98),
  restrictedMean: contrast(26.6, 14, 39.2),
  landmarks: [28, 56, 84].map((time) => ({ time, difference: contrast(points, points - 0.1, points + 0.1) })),
});
const noTimeContrast = (why: ContrastReason): TimeContrast => ({
  logRank: noTest(why),
  hazardRatio: without(why),
  restrictedMean: without(why),
  landmarks: [28, 56, 84].map((time) => ({ time, difference: without(why) })),
});
export const times: ComparedTimes = {
  clock: "DAY",
  horizon: 365,
  tau: 182,
  unadjusted: [curve("A", 330, 0.88), curve("B", 150, 0.75), curve("C", 75, 0.8)],
  adjusted: [curve("A", 325, 0.86), curve("B", 120, 0.8), incomparable("C")],
  contrasts: [
    { letter: "B", against: "A", unadjusted: timeContrast(0.13, 9.1), adjusted: timeContrast(0.08, 3.4) },
    {
      letter: "C",
      against: "A",
      unadjusted: timeContrast(-0.04, 3.9),
      adjusted: noTimeContrast("NOT_COMPARABLE"),
    },
  ],
  balance: balances,
};
