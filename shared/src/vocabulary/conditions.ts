// The conditions treated, each with its primary instrument, its codes and its place among the series colours.
import { byCode, byNumber, type Entry } from "./entry";
import type { InstrumentCode } from "./instruments";

export interface ConditionEntry extends Entry {
  /** The primary instrument, used when the measure is each condition's own. */
  readonly ownInstrument: InstrumentCode;
  /** ICD-10-CM categories and codes; one that is not billable stands for all codes under it. */
  readonly icd10cm: readonly string[];
  /** Why there is no code, or what to mind with those given. */
  readonly icd10cmNote: string | null;
  /** The series colour and dash, 1 to 8. They belong to the condition and never move. */
  readonly series: number;
}

const icd10 = "ICD-10-CM, National Center for Health Statistics.";

export const conditions = [
  {
    code: "TRD",
    number: 1,
    label: "Treatment-resistant depression",
    short: "TRD",
    definition:
      "Major depressive disorder without adequate response to at least two antidepressants, each of adequate dose and duration, in the current episode.",
    source:
      "European Medicines Agency, EMA/CHMP/185423/2010 Rev. 2; Gaynes BN, et al. Depress Anxiety 2020;37:134-145.",
    ownInstrument: "PHQ9",
    icd10cm: [],
    icd10cmNote: "No single code: it is major depression (F32, F33) with a history of failed treatments.",
    series: 1,
  },
  {
    code: "MDD",
    number: 2,
    label: "Major depressive disorder",
    short: "MDD",
    definition: "Major depressive disorder, single or recurrent, not known to be treatment-resistant.",
    source: `American Psychiatric Association, DSM-5-TR, 2022; ${icd10}`,
    ownInstrument: "PHQ9",
    icd10cm: ["F32", "F33"],
    icd10cmNote: "F32.8 and its subcodes (other depressive episodes) are not meant.",
    series: 7,
  },
  {
    code: "BIPOLAR",
    number: 3,
    label: "Bipolar depression",
    short: "Bipolar",
    definition: "A depressive episode in bipolar I or bipolar II disorder.",
    source: `American Psychiatric Association, DSM-5-TR, 2022; ${icd10}`,
    ownInstrument: "PHQ9",
    icd10cm: ["F31.3", "F31.4", "F31.5", "F31.81"],
    icd10cmNote: "F31.81 (bipolar II) does not say which pole the episode has.",
    series: 2,
  },
  {
    code: "PTSD",
    number: 4,
    label: "Post-traumatic stress disorder",
    short: "PTSD",
    definition: "Post-traumatic stress disorder, acute or chronic.",
    source: `American Psychiatric Association, DSM-5-TR, 2022; ${icd10}`,
    ownInstrument: "PCL5",
    icd10cm: ["F43.1"],
    icd10cmNote: null,
    series: 3,
  },
  {
    code: "OCD",
    number: 5,
    label: "Obsessive-compulsive disorder",
    short: "OCD",
    definition: "Obsessions, compulsions or both that take time or impair.",
    source: `American Psychiatric Association, DSM-5-TR, 2022; ${icd10}`,
    ownInstrument: "YBOCS",
    icd10cm: ["F42.2", "F42.8", "F42.9"],
    icd10cmNote: "F42.3 (hoarding) and F42.4 (excoriation) are other disorders.",
    series: 4,
  },
  {
    code: "GAD",
    number: 6,
    label: "Generalized anxiety disorder",
    short: "GAD",
    definition: "Excessive worry on most days for at least six months, hard to control.",
    source: `American Psychiatric Association, DSM-5-TR, 2022; ${icd10}`,
    ownInstrument: "GAD7",
    icd10cm: ["F41.1"],
    icd10cmNote: null,
    series: 5,
  },
  {
    code: "SOCIAL_ANXIETY",
    number: 7,
    label: "Social anxiety disorder",
    short: "Social",
    definition: "Marked fear or avoidance of situations in which others may judge.",
    source: `American Psychiatric Association, DSM-5-TR, 2022; ${icd10}`,
    ownInstrument: "LSAS",
    icd10cm: ["F40.1"],
    icd10cmNote: null,
    series: 6,
  },
  {
    code: "PANIC",
    number: 8,
    label: "Panic disorder",
    short: "Panic",
    definition:
      "Recurrent unexpected panic attacks with fear of the next or changed behaviour, with or without agoraphobia.",
    source: `American Psychiatric Association, DSM-5-TR, 2022; ${icd10}`,
    ownInstrument: "PDSS_SR",
    icd10cm: ["F41.0", "F40.01"],
    icd10cmNote: null,
    series: 8,
  },
  {
    code: "ILLNESS_ANXIETY",
    number: 9,
    label: "Anxiety with life-threatening illness",
    short: "Illness",
    definition:
      "Clinically important anxiety or distress in a person with a life-threatening illness. Not illness anxiety disorder (hypochondriasis).",
    source:
      "As the entry criteria of trials in cancer: Griffiths RR, et al. J Psychopharmacol 2016;30:1181-1197. No diagnostic manual defines it as one disorder.",
    ownInstrument: "HAM_A",
    icd10cm: [],
    icd10cmNote: "No single code: it is an adjustment or anxiety disorder with the code of the illness.",
    series: 8,
  },
  {
    code: "HEALTHY_CONTROL",
    number: 10,
    label: "Healthy control",
    short: "Healthy",
    definition: "A volunteer in a trial without a psychiatric disorder.",
    source: "The trial's own criteria; no general definition.",
    ownInstrument: "PHQ9",
    icd10cm: [],
    icd10cmNote: "No code: not a condition.",
    series: 8,
  },
] as const satisfies readonly ConditionEntry[];

export type ConditionCode = (typeof conditions)[number]["code"];
export type Condition = ConditionEntry & { readonly code: ConditionCode };
export const conditionByCode = byCode<Condition>(conditions, "condition");
export const conditionByNumber = byNumber<Condition>(conditions, "condition");
