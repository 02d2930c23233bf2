// What a code of a vocabulary means here, by vocabulary_id and concept_code. No concept id stands anywhere: they come out
// of the CONCEPT file that the extract brings along.
import {
  codeSystemOfOmop,
  conditionOf,
  isNotGivenInOmop,
  ketamineRouteOf,
  loincAnswers,
  loincMeaning,
  sexOfOmop,
  sideEffectOf,
  treatmentOf,
  type ConditionCode,
  type LoincMeaning,
  type ModalityCode,
  type SexCode,
  type SideEffectCode,
  type Treatment,
} from "@afterglow/shared";

/** Exactly one of these. */
export interface Meaning {
  readonly treatment?: Treatment;
  readonly route?: ModalityCode;
  readonly condition?: ConditionCode;
  readonly sideEffect?: SideEffectCode;
  readonly questionnaire?: LoincMeaning;
  readonly answer?: number;
  readonly sex?: SexCode;
  /** A type of record that says that nothing was given. */
  readonly notGiven?: true;
}

export function meaningOfCode(vocabularyId: string, code: string): Meaning | undefined {
  if (vocabularyId === "Gender") return some("sex", sexOfOmop(code));
  if (vocabularyId === "Type Concept") return isNotGivenInOmop(code) ? { notGiven: true } : undefined;
  const system = codeSystemOfOmop(vocabularyId);
  if (system === undefined) return undefined;
  return (
    some("treatment", treatmentOf(system, code)) ??
    some("route", ketamineRouteOf(system, code)) ??
    some("sideEffect", sideEffectOf(system, code)) ??
    some("condition", conditionOf(system, code)) ??
    (system === "LOINC" ? some("questionnaire", loincMeaning(code)) : undefined) ??
    (system === "LOINC" ? some("answer", loincAnswers.get(code)) : undefined)
  );
}

function some<Name extends keyof Meaning>(name: Name, value: Meaning[Name]): Meaning | undefined {
  return value === undefined ? undefined : { [name]: value };
}
