/**
 * What the analyses of the Questions page answer: released results, as in results.ts, which has those of the Explore page.
 */
import type { Count, Estimate } from "./estimate";
import type { AnsweredResult, Group, MeasuredGroup } from "./results";

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
export interface Worsening extends AnsweredResult {
  /** Codes of the last visit of the usual course, and of the last visit looked at. */
  readonly earlyUntil: string;
  readonly laterUntil: string;
  readonly groups: readonly WorseningGroup[];
}

/** Response (or remission) at one visit by three ways with those who are missing. */
export interface MissingDataGroup extends MeasuredGroup {
  /** Cases whose assessment was expected; where too few were not due to be shown, they count as due. */
  readonly patients: Count;
  /** Those with a score, of those expected. */
  readonly received: PatientsAndShare;
  /** In response at the visit: the same in both shares. */
  readonly responders: Count;
  /** Observed cases: of those with a score. */
  readonly observed: Estimate;
  /** Non-response imputation: of all expected. */
  readonly nonResponse: Estimate;
  /** Last observation carried forward: in response at the last score up to the visit, of all expected. */
  readonly carried: PatientsAndShare;
}
export interface MissingData extends AnsweredResult {
  readonly visit: string;
  readonly groups: readonly MissingDataGroup[];
}

/** The suicidality item of one instrument, in those with any at baseline. Not an assessment of anybody's risk. */
export interface Suicidality extends AnsweredResult {
  /** The instrument asked, the place of the item in it, and the item's highest score; null where the release has none. */
  readonly instrument: string | null;
  readonly item: number | null;
  readonly highest: number | null;
  readonly groups: readonly {
    readonly group: Group;
    /** Patients with an item of 1 or more at baseline. */
    readonly patients: Count;
    readonly visits: readonly SuicidalityVisit[];
  }[];
}
export interface SuicidalityVisit {
  readonly visit: string;
  readonly scores: Count;
  readonly mean: Estimate;
  /** With an item of 0; with a higher one than at baseline. Not estimable at BASELINE. */
  readonly none: PatientsAndShare;
  readonly worse: PatientsAndShare;
}

/** The WHO-5 of all who have one at baseline, cases or not. */
export interface Wellbeing extends AnsweredResult {
  readonly groups: readonly {
    readonly group: Group;
    /** Patients with a WHO-5 at baseline. */
    readonly patients: Count;
    readonly visits: readonly WellbeingVisit[];
  }[];
}
export interface WellbeingVisit {
  readonly visit: string;
  readonly scores: Count;
  readonly mean: Estimate;
  /** Higher than at baseline by the smallest important change or more; not estimable at BASELINE. */
  readonly gained: PatientsAndShare;
  /** Over the cut-off of low well-being. */
  readonly well: PatientsAndShare;
}
