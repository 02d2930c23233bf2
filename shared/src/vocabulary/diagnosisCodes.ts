// From codes in a record to conditions and side effects. The ICD-10-CM codes of a condition stand with it in
// conditions.ts; treatment-resistant depression and anxiety with life-threatening illness have none.
import { bySystemCode, type CodeSystemCode, type SystemCode } from "./codeSystems";
import { conditions, type ConditionCode } from "./conditions";
import type { SideEffectCode } from "./sideEffects";

/** Under a category of a condition, and not that condition. */
const NOT_MEANT = ["F32.8"];

/** A code or category stands for all codes under it; dots may be missing. undefined: no condition of the vocabulary. */
export function conditionOfIcd10cm(code: string): ConditionCode | undefined {
  const isUnder = (category: string) => plain(code).startsWith(plain(category));
  if (NOT_MEANT.some(isUnder)) return undefined;
  return conditions.find(({ icd10cm }) => icd10cm.some(isUnder))?.code;
}

/**
 * Each means its condition by itself; what lies below it in SNOMED CT is not known here. Left out are bipolar disorders: the
 * code of none says that the episode is a depression. Source: SNOMED CT (disorders).
 */
export const conditionCodes = [
  { system: "SNOMED", code: "370143000", means: "MDD" },
  { system: "SNOMED", code: "36923009", means: "MDD" },
  { system: "SNOMED", code: "66344007", means: "MDD" },
  { system: "SNOMED", code: "47505003", means: "PTSD" },
  { system: "SNOMED", code: "191736004", means: "OCD" },
  { system: "SNOMED", code: "21897009", means: "GAD" },
  { system: "SNOMED", code: "25501002", means: "SOCIAL_ANXIETY" },
  { system: "SNOMED", code: "371631005", means: "PANIC" },
] as const satisfies readonly (SystemCode & { readonly means: ConditionCode })[];
const knownConditions = bySystemCode<ConditionCode>(conditionCodes);

/** undefined: no condition of the vocabulary. */
export const conditionOf = (system: CodeSystemCode, code: string): ConditionCode | undefined =>
  system === "ICD10CM" ? conditionOfIcd10cm(code) : knownConditions(system, code);

const plain = (code: string): string => code.replace(".", "").toUpperCase();

/**
 * Sources: SNOMED CT (findings); ICD-10-CM, chapter 18, National Center for Health Statistics. The other side effects
 * have no code here, because none that means just them was found.
 */
export const sideEffectCodes = [
  { system: "SNOMED", code: "422587007", means: "NAUSEA" },
  { system: "SNOMED", code: "422400008", means: "VOMITING" },
  { system: "SNOMED", code: "271782001", means: "DROWSINESS" },
  { system: "SNOMED", code: "404640003", means: "DIZZINESS" },
  { system: "SNOMED", code: "25064002", means: "HEADACHE" },
  { system: "SNOMED", code: "24199005", means: "AGITATION" },
  { system: "SNOMED", code: "48694002", means: "ANXIETY" },
  { system: "ICD10CM", code: "R03.0", means: "RAISED_BLOOD_PRESSURE" },
  { system: "ICD10CM", code: "R00.0", means: "RAISED_HEART_RATE" },
  { system: "ICD10CM", code: "R11.0", means: "NAUSEA" },
  { system: "ICD10CM", code: "R11.10", means: "VOMITING" },
  { system: "ICD10CM", code: "R40.0", means: "DROWSINESS" },
  { system: "ICD10CM", code: "R41.0", means: "CONFUSION" },
  { system: "ICD10CM", code: "R41.3", means: "MEMORY_IMPAIRMENT" },
  { system: "ICD10CM", code: "R42", means: "DIZZINESS" },
  { system: "ICD10CM", code: "R45.1", means: "AGITATION" },
] as const satisfies readonly (SystemCode & { readonly means: SideEffectCode })[];
const known = bySystemCode<SideEffectCode>(sideEffectCodes);

/** undefined: a code that has no term here; whoever reads it decides what that means. */
export const sideEffectOf = (system: CodeSystemCode, code: string): SideEffectCode | undefined =>
  known(system, code);
