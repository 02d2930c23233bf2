/**
 * What the analyses of the Questions page answer: released results, as in results.ts, which has those of the Explore page.
 */
import type { Count, Estimate } from "./estimate";
import type { MeasuredGroup } from "./results";

/** A number of patients, and the share that they are of their group. */
export interface PatientsAndShare {
  readonly patients: Count;
  readonly share: Estimate;
}

export type WorseningPartCode = "EARLY" | "LATER" | "NEVER" | "UNSEEN";
export interface WorseningPart extends PatientsAndShare {
  readonly part: WorseningPartCode;
}
export interface WorseningGroup extends MeasuredGroup {
  /** Cases with a score at a visit up to `laterUntil`. */
  readonly patients: Count;
  /** Worse at one visit or more, whatever came before or after. */
  readonly worse: PatientsAndShare;
  /** When a response was first seen: the four add up to the patients. */
  readonly parts: readonly WorseningPart[];
}
export interface Worsening {
  /** Codes of the last visit of the usual course, and of the last visit looked at. */
  readonly earlyUntil: string;
  readonly laterUntil: string;
  readonly groups: readonly WorseningGroup[];
}
