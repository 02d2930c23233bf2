// Answers at a visit, in subgroups and of side effects, made up for the figures' tests of comparisons. Not evidence.
import {
  sideEffects as vocabulary,
  type Balance,
  type ComparedSideEffects,
  type Contrast,
  type Effects,
  type Letter,
  type Subgroups,
} from "@afterglow/shared";
import { countOf, estimate, hiddenEstimate, proportion, shown } from "./answers";
import { balances, contrast, hiddenContrast, noTest, test, times, without } from "./compareAnswers";

const arm = (letter: Letter, events: number, patients: number) => ({
  letter,
  patients: shown(patients),
  estimate: proportion(events, patients),
});
const mean = (letter: Letter, patients: number, value: number) => ({
  letter,
  patients: shown(patients),
  estimate: estimate(value, value - 0.8, value + 0.8),
});
const shares = (difference: Contrast, ratio: Contrast) => ({ difference, ratio, standardized: null });
const means = (difference: Contrast, standardized: Contrast) => ({ difference, ratio: null, standardized });
const not = without("NOT_COMPARABLE");
export const effects: Effects = {
  visit: "W4",
  unit: "POINTS",
  rows: [
    {
      code: "RESPONSE",
      unadjusted: [arm("A", 195, 385), arm("B", 90, 145), arm("C", 45, 110)],
      adjusted: [arm("A", 195, 385), arm("B", 69, 120)],
      contrasts: [
        {
          letter: "B",
          against: "A",
          unadjusted: shares(contrast(0.114, 0.019, 0.204), contrast(1.23, 1.04, 1.44)),
          adjusted: shares(contrast(0.069, -0.026, 0.162), contrast(1.13, 0.95, 1.35)),
        },
        {
          letter: "C",
          against: "A",
          unadjusted: shares(contrast(-0.097, -0.198, 0.008), contrast(0.81, 0.63, 1.03)),
          adjusted: shares(not, not),
        },
      ],
    },
    {
      code: "REMISSION",
      unadjusted: [arm("A", 95, 385), arm("B", 50, 145), { ...arm("C", 0, 110), estimate: hiddenEstimate }],
      adjusted: [arm("A", 95, 385), arm("B", 40, 120)],
      contrasts: [
        {
          letter: "B",
          against: "A",
          unadjusted: shares(contrast(0.098, 0.013, 0.188), without("ZERO_CELL")),
          adjusted: shares(without("SEPARATION"), without("SEPARATION")),
        },
        {
          letter: "C",
          against: "A",
          unadjusted: shares(hiddenContrast, hiddenContrast),
          adjusted: shares(not, not),
        },
      ],
    },
    {
      code: "CHANGE",
      unadjusted: [mean("A", 385, -7.4), mean("B", 145, -8.8), mean("C", 110, -6.3)],
      adjusted: [mean("A", 385, -7.4), mean("B", 120, -8.3)],
      contrasts: [
        {
          letter: "B",
          against: "A",
          unadjusted: means(contrast(-1.4, -2.6, -0.2), contrast(-0.23, -0.42, -0.04)),
          adjusted: means(contrast(-0.9, -2.2, 0.4), contrast(-0.15, -0.36, 0.07)),
        },
        {
          letter: "C",
          against: "A",
          unadjusted: means(contrast(1.1, -0.2, 2.4), contrast(0.18, -0.03, 0.39)),
          adjusted: means(not, not),
        },
      ],
    },
  ],
  balance: balances,
};

const subgroup = (code: string, label: string, patients: readonly [number, number], points: number) => {
  const small = patients.some((n) => n < 11);
  return {
    code,
    label,
    patients: [countOf(patients[0]), countOf(patients[1])] as const,
    unadjusted: small ? hiddenContrast : contrast(points, points - 0.14, points + 0.14),
    adjusted: small ? hiddenContrast : contrast(points - 0.04, points - 0.2, points + 0.11),
  };
};
const dimension = (name: string, rows: readonly ReturnType<typeof subgroup>[], p = 0.4) => ({
  dimension: name,
  interaction: { unadjusted: test(1.2, p, 1), adjusted: test(0.9, p, Math.min(1, p * 4)) },
  rows,
});
const pairSubgroups = (letter: Letter, shift: number): Subgroups["pairs"][number] => ({
  letter,
  against: "A",
  overall: subgroup("ALL", "All patients", [385, 145], 0.11 + shift),
  dimensions: [
    dimension("sex", [
      subgroup("FEMALE", "Female", [225, 90], 0.13 + shift),
      subgroup("MALE", "Male", [160, 55], 0.07 + shift),
    ]),
    dimension("age", [
      subgroup("AGE_30_39", "30 to 39", [160, 65], 0.13 + shift),
      subgroup("AGE_40_49", "40 to 49", [155, 60], 0.1 + shift),
      subgroup("AGE_70_PLUS", "70 and over", [20, 5], 0),
    ]),
    dimension("severity", [
      subgroup("MODERATE", "Moderate", [110, 50], 0.15 + shift),
      subgroup("MODERATELY_SEVERE", "Moderately severe", [165, 60], 0.09 + shift),
      subgroup("SEVERE", "Severe", [110, 35], 0.09 + shift),
    ]),
  ],
});
export const subgroups: Subgroups = {
  visit: "W4",
  of: "RESPONSE",
  pairs: [pairSubgroups("B", 0), pairSubgroups("C", -0.2)],
};

const differences: readonly [string, number, number, number, number][] = [
  ["severity", 0.25, 0.05, 0.55, 0.12],
  ["age", 0.12, 0.03, 0.8, 0.14],
  ["sex", 0.12, 0.04, 0.08, 0.03],
  ["priorTrials", 0.15, 0.02, 0.42, 0.09],
  ["priorEct", 0.17, 0.04, 0.85, 0.31],
];
export const balance: Balance = {
  visit: "W4",
  pairs: balances.map((pair, at) => ({
    ...pair,
    covariates: differences.map(([name, before, after, other, afterwards]) => ({
      dimension: name,
      before: estimate(at === 0 ? before : other),
      after: estimate(at === 0 ? after : afterwards),
    })),
  })),
};

const exposed = [640, 235, 180];
const letters: readonly Letter[] = ["A", "B", "C"];
export const comparedSideEffects: ComparedSideEffects = {
  exposed: letters.map((letter, at) => ({ letter, patients: shown(exposed[at] ?? 0) })),
  effects: vocabulary.map(({ code }, at) => {
    const rates = letters.map((_, cohort) => Math.max(0, 0.42 - at * 0.027 + (cohort - 1) * 0.05));
    const rare = at > 14;
    const estimateOf = (cohort: number) =>
      rare ? hiddenEstimate : proportion((rates[cohort] ?? 0) * (exposed[cohort] ?? 0), exposed[cohort] ?? 0);
    const differ = (cohort: number) => (rates[cohort] ?? 0) - (rates[0] ?? 0);
    const pair = (letter: Letter, cohort: number) => ({
      letter,
      against: "A" as const,
      unadjusted: {
        difference: rare
          ? hiddenContrast
          : contrast(differ(cohort), differ(cohort) - 0.06, differ(cohort) + 0.06),
        ratio: rare ? hiddenContrast : contrast(1.2, 0.9, 1.5),
        test: rare ? noTest("NO_EVENTS") : test(3 + at, at < 3 ? 0.001 : 0.2, at < 3 ? 0.01 : 0.4),
      },
      adjusted:
        letter === "C" || rare
          ? {
              difference: rare ? hiddenContrast : not,
              ratio: rare ? hiddenContrast : not,
              test: noTest("NOT_COMPARABLE"),
            }
          : {
              difference: contrast(differ(cohort) * 0.7, differ(cohort) - 0.09, differ(cohort) + 0.05),
              ratio: contrast(1.1, 0.8, 1.4),
              test: test(2, at < 2 ? 0.004 : 0.3, at < 2 ? 0.03 : 0.5),
            },
    });
    const arms = letters.map((letter, cohort) => ({
      letter,
      patients: shown(exposed[cohort] ?? 0),
      estimate: estimateOf(cohort),
    }));
    return {
      term: code,
      unadjusted: arms,
      adjusted: arms.slice(0, 2),
      contrasts: [pair("B", 1), pair("C", 2)],
    };
  }),
  balance: balances,
};

export const compareResults = {
  "compare-times": { times },
  "compare-effects": { effects, times },
  "compare-subgroups": { subgroups },
  "compare-balance": { balance },
  "compare-side-effects": { sideEffects: comparedSideEffects },
} as const;
