// The small tables of a dataset, a course and a session that need no file of their own.
import { byCode, byNumber, type Entry } from "./entry";

const own = "Category of this registry's import format; no outside definition.";

function entry<const Code extends string>(code: Code, number: number, label: string, definition: string) {
  return { code, number, label, short: label, definition, source: own };
}

export const sexes = [
  entry("FEMALE", 1, "Female", "Sex recorded as female."),
  entry("MALE", 2, "Male", "Sex recorded as male."),
  entry("OTHER", 3, "Other", "Sex recorded as anything else, such as intersex."),
] as const satisfies readonly Entry[];

export const settings = [
  entry("CLINIC", 1, "Clinic", "Sessions in a clinic or hospital."),
  entry("HOME", 2, "Home", "Sessions at home, with or without someone watching from afar."),
] as const satisfies readonly Entry[];

export const endReasons = [
  entry("COMPLETED", 1, "Completed", "The course was finished as planned."),
  entry("ONGOING", 2, "Ongoing", "Still under treatment when the data were sent."),
  {
    ...entry(
      "LOST_TO_FOLLOW_UP",
      3,
      "Lost to follow-up",
      "The patient stopped coming, with no reason known.",
    ),
    short: "Lost",
  },
  entry("SIDE_EFFECT", 4, "Side effect", "Ended because of a side effect."),
  entry("LACK_OF_EFFECT", 5, "Lack of effect", "Ended because it did not help enough."),
  entry("COST", 6, "Cost", "Ended because of its price or of the insurer's refusal."),
  entry("OTHER", 7, "Other", "Ended for any other known reason."),
] as const satisfies readonly Entry[];

export const datasetKinds = [
  entry("REGISTRY", 1, "Registry", "Patients as clinics treated them; no allocation."),
  entry("TRIAL", 2, "Trial", "Patients of a trial, treated by its protocol."),
  entry("SYNTHETIC", 3, "Synthetic", "Made-up patients, to show how the tool works. Not evidence."),
] as const satisfies readonly Entry[];

export const phases = [
  entry("INDUCTION", 1, "Induction", "Sessions up to the first gap of more than 14 days, at most 12."),
  entry("MAINTENANCE", 2, "Maintenance", "Every session after the induction."),
] as const satisfies readonly Entry[];

/** The numbers of a yes or no in the analysis tables; a missing answer is UNKNOWN, 0. */
export const answers = [
  entry("NO", 1, "No", "Recorded as absent."),
  entry("YES", 2, "Yes", "Recorded as present."),
] as const satisfies readonly Entry[];

export type SexCode = (typeof sexes)[number]["code"];
export type SettingCode = (typeof settings)[number]["code"];
export type EndReasonCode = (typeof endReasons)[number]["code"];
export type DatasetKindCode = (typeof datasetKinds)[number]["code"];
export type PhaseCode = (typeof phases)[number]["code"];
export type AnswerCode = (typeof answers)[number]["code"];

type Of<Code extends string> = Entry & { readonly code: Code };
export const sexByCode = byCode<Of<SexCode>>(sexes, "sex");
export const sexByNumber = byNumber<Of<SexCode>>(sexes, "sex");
export const settingByCode = byCode<Of<SettingCode>>(settings, "setting");
export const settingByNumber = byNumber<Of<SettingCode>>(settings, "setting");
export const endReasonByCode = byCode<Of<EndReasonCode>>(endReasons, "end reason");
export const endReasonByNumber = byNumber<Of<EndReasonCode>>(endReasons, "end reason");
export const datasetKindByCode = byCode<Of<DatasetKindCode>>(datasetKinds, "dataset kind");
export const datasetKindByNumber = byNumber<Of<DatasetKindCode>>(datasetKinds, "dataset kind");
export const phaseByCode = byCode<Of<PhaseCode>>(phases, "phase");
export const phaseByNumber = byNumber<Of<PhaseCode>>(phases, "phase");
export const answerByCode = byCode<Of<AnswerCode>>(answers, "answer");
export const answerByNumber = byNumber<Of<AnswerCode>>(answers, "answer");
