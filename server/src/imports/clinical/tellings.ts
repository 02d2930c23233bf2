// What single entries of an export say, whatever its form, before it is known whose and of which course it is. A Refusal
// stands where something is needed and does not hold; it becomes a problem of the row.
import {
  itemScorings,
  type ConditionCode,
  type InstrumentCode,
  type ModalityCode,
  type SexCode,
  type SideEffectCode,
  type Treatment,
} from "@afterglow/shared";
import { Refusal } from "../checkCell";
import type { When } from "./dates";

export interface Place {
  /** Of the whole export: exportFiles.ts tells file and row. */
  readonly row: number;
  /** What kind of entry stands there: a resource's type, or a table. */
  readonly type: string;
}

export interface ToldPatient {
  readonly row: number;
  readonly keys: readonly string[];
  readonly sex: SexCode | "";
  /** YYYY, YYYY-MM or YYYY-MM-DD; "" where nothing stands. */
  readonly birth: string;
  readonly clinic: string;
}

export interface ToldSession extends Place {
  readonly keys: readonly string[];
  readonly subject: string;
  readonly modality: ModalityCode | Refusal;
  readonly when: When | Refusal;
  readonly doseMgPerKg: number | null;
  readonly minutes: number | null;
  readonly reasons: readonly (ConditionCode | { readonly of: string })[];
  /** A dose in another unit than mg/kg. */
  readonly hasOtherDose: boolean;
}

export interface ToldSideEffect extends Place {
  readonly subject: string;
  readonly when: When | null;
  /** The treatment that is suspected. */
  readonly of: readonly string[];
  readonly term: SideEffectCode;
  readonly severity: string;
  readonly serious: boolean | null;
}

/** Where and when something was assessed. */
export interface ToldPlace extends Place {
  readonly subject: string;
  readonly when: When | null;
}

export type Answers = readonly (number | null)[];
export interface Assessment {
  readonly instrument: InstrumentCode;
  /** null: only items are told. */
  readonly total: string | Refusal | null;
  /** The number stands with the code of the whole questionnaire. */
  readonly ofPanel: boolean;
  readonly answers: Answers | Refusal | null;
}
export interface ToldItem {
  readonly instrument: InstrumentCode;
  readonly item: number;
  readonly answer: number | null | Refusal;
}
export type Told =
  | { readonly leftOut: string }
  | { readonly item: ToldItem }
  | { readonly assessments: readonly Assessment[] };

export const NO_DAY = new Refusal("Has no date that tells the day.");
export const NO_NUMBER = new Refusal("Is not a number.");
const NO_ROUTE = new Refusal(
  "Ketamine is given IV, IM, SC, nasally or under the tongue; no such route is told.",
);

export const NO_CONDITION = "Of a course without a condition of the vocabulary";
export const OTHER_TREATMENT = "Another treatment, or none that the export holds";
export const ANOTHER = "Another code than those of the questionnaires that are read";

export function modalityOf(treatment: Treatment, route: ModalityCode | undefined): ModalityCode | Refusal {
  if (treatment === "ECT") return "ECT";
  return treatment === "ESKETAMINE" ? "ESKETAMINE_INTRANASAL" : (route ?? NO_ROUTE);
}

export function minutesBetween(start: When | Refusal, end: When | null): number | null {
  if (start instanceof Refusal || start.moment === null || end === null || end.moment === null) return null;
  const minutes = Math.round((end.moment - start.moment) / 60_000);
  return minutes > 0 ? minutes : null;
}

export function itemAnswer(
  instrument: InstrumentCode,
  item: number,
  number: number | string,
): number | Refusal {
  const [lowest, highest] = itemScorings[instrument].answers[item - 1] ?? [0, 0];
  const answer = Number(number);
  if (Number.isInteger(answer) && answer >= lowest && answer <= highest) return answer;
  return new Refusal(`Item ${item} is a whole number from ${lowest} to ${highest}.`);
}
