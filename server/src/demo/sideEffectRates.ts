// How often each side effect is found, per patient over an induction with infusions, and how other routes
// differ.
import type { ConditionCode, ModalityCode, SideEffectCode } from "@afterglow/shared";

export interface SideEffectModel {
  readonly code: SideEffectCode;
  /** Share of patients in whom it is ever found. */
  readonly share: number;
  /** Median minutes until it has gone. */
  readonly minutes: number;
  /** Found while the drug acts (minutes from the start), or reported later. */
  readonly acute: boolean;
}

/**
 * Drowsiness, dizziness, dissociation, nausea: Rodrigues NB, et al. Expert Opin Drug Saf 2020;19:1031-1040
 * (infusions). The others have no single source and are chosen within the ranges of Short B, et al. Lancet
 * Psychiatry 2018;5:65-78. Effects peak about 40 minutes after the start and are gone by 90: Acevedo-Diaz
 * EE, et al. J Affect Disord 2020.
 */
export const inInfusions: readonly SideEffectModel[] = [
  { code: "RAISED_BLOOD_PRESSURE", share: 0.18, minutes: 45, acute: true },
  { code: "RAISED_HEART_RATE", share: 0.09, minutes: 40, acute: true },
  { code: "NAUSEA", share: 0.13, minutes: 50, acute: true },
  { code: "VOMITING", share: 0.04, minutes: 20, acute: true },
  { code: "DROWSINESS", share: 0.56, minutes: 70, acute: true },
  { code: "DIZZINESS", share: 0.45, minutes: 50, acute: true },
  { code: "HEADACHE", share: 0.22, minutes: 180, acute: false },
  { code: "INCOORDINATION", share: 0.16, minutes: 50, acute: true },
  { code: "MEMORY_IMPAIRMENT", share: 0.03, minutes: 2880, acute: false },
  { code: "DISSOCIATION", share: 0.36, minutes: 45, acute: true },
  { code: "ANXIETY", share: 0.12, minutes: 35, acute: true },
  { code: "CONFUSION", share: 0.08, minutes: 40, acute: true },
  { code: "AGITATION", share: 0.04, minutes: 30, acute: true },
  { code: "DELIRIUM", share: 0.002, minutes: 60, acute: true },
  { code: "HYPOMANIA_OR_MANIA", share: 0.003, minutes: 5760, acute: false },
  { code: "MOOD_CYCLING", share: 0.006, minutes: 4320, acute: false },
  { code: "CRAVING_OR_MISUSE", share: 0.006, minutes: 4320, acute: false },
  { code: "MUSCLE_ACHE", share: 0.02, minutes: 600, acute: false },
  { code: "OTHER", share: 0.04, minutes: 90, acute: false },
];

type Factors = Partial<Record<SideEffectCode, number>>;

/**
 * Against infusions. ECT: memory, muscle ache and headache instead of dissociation (Anand A, et al. N Engl
 * J Med 2023;388:2315-2325). Esketamine: dissociation and dizziness in about a quarter, nausea in more
 * (Popova V, et al. Am J Psychiatry 2019;176:428-438). The rest is chosen: weaker by mouth and nose.
 */
const ofModality: Partial<Record<ModalityCode, Factors>> = {
  KETAMINE_SC: { DISSOCIATION: 0.8, DIZZINESS: 0.9 },
  KETAMINE_IM: { DISSOCIATION: 1.1, NAUSEA: 1.2 },
  KETAMINE_INTRANASAL: { DISSOCIATION: 0.6, DROWSINESS: 0.7, INCOORDINATION: 0.7 },
  KETAMINE_SUBLINGUAL: { DISSOCIATION: 0.65, DROWSINESS: 0.75, NAUSEA: 1.3, CRAVING_OR_MISUSE: 2.5 },
  ESKETAMINE_INTRANASAL: { DISSOCIATION: 0.74, DIZZINESS: 0.6, DROWSINESS: 0.4, NAUSEA: 2, VOMITING: 2.2 },
  ECT: {
    DISSOCIATION: 0.05,
    DROWSINESS: 0.35,
    DIZZINESS: 0.25,
    NAUSEA: 1.3,
    HEADACHE: 1.7,
    MUSCLE_ACHE: 16,
    MEMORY_IMPAIRMENT: 15,
    CONFUSION: 3,
    DELIRIUM: 10,
    INCOORDINATION: 0.3,
    CRAVING_OR_MISUSE: 0,
  },
};

/**
 * Hypomania in 4.5 % of bipolar patients: Fancy F, et al. Bipolar Disord 2023;25:99-109. The rest is
 * chosen.
 */
const ofCondition: Partial<Record<ConditionCode, Factors>> = {
  BIPOLAR: { HYPOMANIA_OR_MANIA: 15, MOOD_CYCLING: 4 },
  PTSD: { DISSOCIATION: 1.22, ANXIETY: 1.5 },
  PANIC: { ANXIETY: 1.8, RAISED_HEART_RATE: 1.4 },
  GAD: { ANXIETY: 1.25 },
  SOCIAL_ANXIETY: { ANXIETY: 1.3 },
};

export function shareIn(model: SideEffectModel, modality: ModalityCode, condition: ConditionCode): number {
  const factor = (ofModality[modality]?.[model.code] ?? 1) * (ofCondition[condition]?.[model.code] ?? 1);
  return Math.min(0.9, model.share * factor);
}
