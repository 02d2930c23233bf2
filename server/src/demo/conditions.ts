// What the synthetic registry holds of each condition: its share, its people, its baselines, and how its
// own response to ketamine differs from that of treatment-resistant depression. Shares and baselines are
// plausible, not published, unless a source stands beside them.
import type { ConditionCode, InstrumentCode } from "@afterglow/shared";
import type { Weighted } from "./random";

/** Baseline of an instrument: mean and standard deviation. */
type Baseline = readonly [number, number];

export interface ConditionModel {
  readonly code: ConditionCode;
  readonly female: number;
  readonly age: readonly [mean: number, sd: number];
  readonly baselines: Partial<Record<InstrumentCode, Baseline>>;
  /** Added to the latent benefit, in standard deviations, for all instruments. */
  readonly benefit: number;
  /** Added besides for the condition's own instrument. */
  readonly ownBenefit: number;
  /** Weibull scale of loss of response as a multiple of that in depression. */
  readonly durability: number;
  readonly comorbid: Weighted<ConditionCode>;
}

/** Half of the registry is treatment-resistant; panic and illness anxiety are few, as their evidence is. */
export const conditionShares: Weighted<ConditionCode> = [
  ["TRD", 0.49],
  ["MDD", 0.22],
  ["BIPOLAR", 0.09],
  ["PTSD", 0.085],
  ["GAD", 0.058],
  ["SOCIAL_ANXIETY", 0.03],
  ["OCD", 0.022],
  ["PANIC", 0.003],
  ["ILLNESS_ANXIETY", 0.002],
];

/** The probability of each comorbid condition. */
const comorbidInDepression: Weighted<ConditionCode> = [
  ["GAD", 0.3],
  ["PTSD", 0.14],
  ["SOCIAL_ANXIETY", 0.1],
  ["PANIC", 0.06],
  ["OCD", 0.04],
];
const comorbidInAnxiety: Weighted<ConditionCode> = [
  ["MDD", 0.45],
  ["GAD", 0.25],
  ["SOCIAL_ANXIETY", 0.1],
  ["PANIC", 0.08],
];

type ModelOf = Omit<ConditionModel, "code">;

const models: Partial<Record<ConditionCode, ModelOf>> = {
  TRD: {
    female: 0.6,
    age: [46, 13.5],
    baselines: { PHQ9: [18.2, 4.2], GAD7: [12, 4.8], MADRS: [32, 6], QIDS_SR16: [18, 3.6] },
    benefit: 0,
    ownBenefit: 0,
    durability: 1,
    comorbid: comorbidInDepression,
  },
  MDD: {
    female: 0.61,
    age: [43, 13.5],
    baselines: { PHQ9: [16.4, 4.4], GAD7: [11, 4.8], MADRS: [29, 6], QIDS_SR16: [16.5, 3.6] },
    benefit: 0.1,
    ownBenefit: 0,
    durability: 1.05,
    comorbid: comorbidInDepression,
  },
  // Response 35 %: Fancy F, et al. Bipolar Disord 2023;25:99-109 (repeated infusions in resistant bipolar
  // depression).
  BIPOLAR: {
    female: 0.58,
    age: [43, 13],
    baselines: { PHQ9: [17.4, 4.4], GAD7: [11.4, 4.8], YMRS: [3, 2.4] },
    benefit: -0.3,
    ownBenefit: 0,
    durability: 0.85,
    comorbid: comorbidInDepression,
  },
  // Median loss of response 27.5 days: Feder A, et al. Am J Psychiatry 2021;178:193-202.
  PTSD: {
    female: 0.57,
    age: [42, 13],
    baselines: { PHQ9: [15.4, 5], GAD7: [13, 4.6], PCL5: [50, 11] },
    benefit: 0,
    ownBenefit: 0,
    durability: 0.37,
    comorbid: comorbidInAnxiety,
  },
  // Response about a third to a half, on few patients: Rodriguez CI, et al. Neuropsychopharmacology
  // 2013;38:2475-2483.
  OCD: {
    female: 0.52,
    age: [36, 12],
    baselines: { PHQ9: [12.6, 5.2], GAD7: [12, 4.6], YBOCS: [27, 4.6] },
    benefit: -0.2,
    ownBenefit: -0.05,
    durability: 0.35,
    comorbid: comorbidInAnxiety,
  },
  // Generalized and social anxiety: small ascending-dose and open studies, Glue P, et al. J Psychopharmacol
  // 2017;31:1302-1305; Taylor JH, et al. Neuropsychopharmacology 2018;43:325-333. No published durability
  // to hold to.
  GAD: {
    female: 0.65,
    age: [40, 13],
    baselines: { PHQ9: [11.6, 4.8], GAD7: [15, 3.6] },
    benefit: 0.05,
    ownBenefit: 0.05,
    durability: 0.9,
    comorbid: comorbidInAnxiety,
  },
  SOCIAL_ANXIETY: {
    female: 0.5,
    age: [34, 11],
    baselines: { PHQ9: [11, 4.8], GAD7: [12.4, 4.4], LSAS: [82, 20] },
    benefit: -0.2,
    ownBenefit: -0.1,
    durability: 0.6,
    comorbid: comorbidInAnxiety,
  },
  // Almost no published evidence: few patients, and numbers chosen to be unremarkable.
  PANIC: {
    female: 0.65,
    age: [38, 12],
    baselines: { PHQ9: [11, 4.8], GAD7: [13, 4.4], PDSS_SR: [16, 4.5] },
    benefit: -0.15,
    ownBenefit: 0,
    durability: 0.6,
    comorbid: comorbidInAnxiety,
  },
  ILLNESS_ANXIETY: {
    female: 0.55,
    age: [58, 12],
    baselines: { PHQ9: [12, 4.8], GAD7: [12.6, 4.4], HAM_A: [24, 6] },
    benefit: 0,
    ownBenefit: 0.1,
    durability: 0.6,
    comorbid: [["MDD", 0.4]],
  },
};

export function conditionModel(code: ConditionCode): ConditionModel {
  const model = models[code];
  if (model === undefined) throw new RangeError("The synthetic registry has no model of this condition.");
  return { code, ...model };
}

export const isDepression = (code: ConditionCode): boolean =>
  code === "TRD" || code === "MDD" || code === "BIPOLAR";
