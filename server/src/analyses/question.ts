// What an analysis is asked, and with what it answers: the types that the door and the analyses share.
// A question names a cohort and an outcome already checked by shared's own rules.
import type { Cohort, DimensionName, DropoutRule, MaintainedRule, Outcome } from "@afterglow/shared";
import type { ColumnStore } from "../columns/columnStore";
import type { Policy } from "../disclosure/policy";
import type { Query } from "../queries/sql";
import type { BitmapStore } from "./bitmapStore";

/** What the analyses need to know of a release; the releases' own record has it, and more. */
export interface AnalysedRelease {
  /** As in addresses: `demo.1`. */
  readonly id: string;
  readonly number: number;
  /** The day, such as 2026-03-02. */
  readonly publishedOn: string;
  readonly checksum: string;
  /** The number of the release in this database, as the analysis tables carry it. */
  readonly releaseId: number;
  readonly clinics: readonly number[];
  readonly startYears: readonly number[];
  /** Codes of the instruments that have scores in it. */
  readonly measures: readonly string[];
}

export interface AnalysisContext {
  readonly query: Query;
  readonly policy: Policy;
  readonly release: AnalysedRelease;
  /** Keeps bitmaps from one question to the next; without one, each question reads its own. */
  readonly bitmaps?: BitmapStore;
  /** Columns to count over in memory; without them, Postgres counts. */
  readonly columns?: ColumnStore;
  /** Given when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface CohortQuestion {
  readonly cohort: Cohort;
}
export interface GroupedQuestion extends CohortQuestion {
  /** Dimension grouped by; null = everyone together. */
  readonly by: DimensionName | null;
}
export interface OutcomeQuestion extends GroupedQuestion {
  readonly outcome: Outcome;
}

export type OnsetEvent = "RESPONSE" | "CONFIRMED_RESPONSE" | "REMISSION";
export type OnsetClock = "DAY" | "SESSION";
export type ExposureUnit = "PATIENT" | "SESSION";

export interface FlowQuestion extends OutcomeQuestion {
  /** Code of the visit of the last step: D1, W1 … */
  readonly visit: string;
}
export interface OnsetQuestion extends OutcomeQuestion {
  readonly of: OnsetEvent;
  readonly clock: OnsetClock;
}
export interface DurabilityQuestion extends OutcomeQuestion {
  /** CENSORED where it is not said. */
  readonly dropouts?: DropoutRule;
  /** How grouping by maintenance is meant; BY_WEEK_6 where it is not said. */
  readonly maintained?: MaintainedRule;
}
export interface MissingDataQuestion extends OutcomeQuestion {
  /** Code of the visit at which a response is counted. */
  readonly visit: string;
}
export type TrajectoryQuestion = OutcomeQuestion;
export type WorseningQuestion = OutcomeQuestion;
export type CostQuestion = OutcomeQuestion;
export type SuicidalityQuestion = OutcomeQuestion;
export interface SideEffectsQuestion extends GroupedQuestion {
  readonly per: ExposureUnit;
  /** Codes of categories that are counted as one group. */
  readonly together?: readonly string[];
}
/** The outcome names the instrument of the row of baseline scores. */
export type BaselineQuestion = OutcomeQuestion;
export interface ClinicsQuestion extends CohortQuestion {
  readonly outcome: Outcome;
  /** Code of the visit at which a response is counted. */
  readonly visit: string;
  /** RESPONSE, or the code of a side effect. */
  readonly of: string;
  /** Number of the clinic that is the asking person's own; none where it is not said. */
  readonly ownClinic?: number | null;
}
