/**
 * What each analysis answers: released results, as the API gives them and as the figures read them.
 * The server's GraphQL types implement these interfaces; the web's generated types are assignable to them.
 * Not here: anything about how a number was counted, or an unreleased tally.
 */
import type { Count, Estimate } from "./estimate";
import type { DropoutRule } from "./outcome";

/** One curve, row or column: a category of the dimension grouped by, or everyone (`code` ALL). */
export interface Group {
  readonly code: string;
  readonly label: string;
  readonly short: string;
}

/** The instrument by which a group is measured: one for all, or, with measure OWN, each condition's own. */
export interface MeasuredGroup {
  readonly group: Group;
  /** Instrument code; null where the group mixes instruments (measure OWN, not grouped by condition). */
  readonly instrument: string | null;
}

/** Of whom an answer is: what of the question was not applied, and the release that it comes from. */
export interface Answered {
  readonly notApplied: readonly { readonly dimension: string; readonly sentence: string }[];
  /** An older one than was asked for, where too few of the patients are new in that. */
  readonly release: Pick<ReleaseSummary, "id" | "number" | "publishedOn" | "checksum">;
}
/** What every result of a cohort says beside its numbers. */
export interface AnsweredResult {
  readonly answered: Answered;
}

/** What every figure and file says of its origin. */
export interface Provenance {
  readonly sentence: string;
  readonly patients: Count;
  readonly notApplied: readonly { readonly dimension: string; readonly sentence: string }[];
  readonly release: ReleaseSummary;
  readonly disclosure: DisclosureSummary;
}
export interface ReleaseSummary {
  readonly id: string;
  readonly number: number;
  /** ISO date, such as 2026-03-02. */
  readonly publishedOn: string;
  readonly checksum: string;
  readonly dataset: {
    readonly name: string;
    readonly title: string;
    readonly kind: string;
    readonly licence: string;
    readonly citation: string;
  };
}
export interface DisclosureSummary {
  readonly profile: string;
  readonly smallestCount: number;
  /** 1 = not rounded. */
  readonly roundedTo: number;
  readonly sentence: string;
}

export type FlowStepCode = "TREATED" | "BASELINE" | "CASE" | "LATER_SCORE" | "VISIT";
export interface Flow extends AnsweredResult {
  readonly visit: string;
  readonly steps: readonly { readonly step: FlowStepCode; readonly patients: Count; readonly lost: Count }[];
  /** Cases at baseline with a score at the visit, of all cases at baseline. */
  readonly groups: readonly (MeasuredGroup & {
    readonly cases: Count;
    readonly scored: Count;
    readonly share: Estimate;
  })[];
  readonly assessments: readonly {
    readonly visit: string;
    readonly expected: Count;
    readonly received: Count;
    readonly share: Estimate;
  }[];
}

/** Onset (cumulative response, 1 - S, as `share`) or durability (staying in response, S, as `share`). */
export interface TimeToEvent extends TimeToEventCurves, AnsweredResult {}
/** Curves, of one cohort's groups or of compared cohorts. */
export interface TimeToEventCurves {
  /** DAY, or SESSION for infusions-to-response. Curve times are in this unit. */
  readonly clock: "DAY" | "SESSION";
  readonly horizon: number;
  /** AALEN_JOHANSEN: `share` is the cumulative incidence of the event, before maintenance. Kaplan-Meier if not said. */
  readonly method?: TimeToEventMethod;
  /** Days after time zero at which the clock starts; 0 if not said. */
  readonly fromDay?: number;
  /** CENSORED if not said. */
  readonly dropouts?: DropoutRule;
  readonly groups: readonly TimeToEventGroup[];
}
export type TimeToEventMethod = "KAPLAN_MEIER" | "AALEN_JOHANSEN";
export interface TimeToEventGroup extends MeasuredGroup {
  readonly patients: Count;
  readonly events: Count;
  /** Steps of the released (merged) curve; the first is time 0. Empty where the whole group is hidden. */
  readonly curve: readonly {
    readonly time: number;
    readonly share: number;
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
  /** Where the curve stops because fewer than k are at risk; null where the group is hidden. */
  readonly endTime: number | null;
  /** Rows under the axis, cumulative, at the fixed ticks of the figure (days or sessions). */
  readonly rows: readonly {
    readonly time: number;
    readonly atRisk: Count;
    readonly censored: Count;
    readonly events: Count;
  }[];
  readonly median: Estimate;
  readonly landmarks: readonly { readonly time: number; readonly share: Estimate }[];
  /** Median over patients of each one's median gap between assessments, days. */
  readonly medianGapDays: Estimate;
  /** With Aalen-Johansen: those whose maintenance came before the event. */
  readonly maintenanceFirst?: MaintenanceFirst | null;
  /** Where drop-outs count as having the event: the landmarks with them censored, to hold beside. */
  readonly landmarksCensored?: TimeToEventGroup["landmarks"] | null;
}
export interface MaintenanceFirst {
  readonly events: Count;
  readonly curve: TimeToEventGroup["curve"];
  readonly rows: readonly { readonly time: number; readonly events: Count }[];
  readonly landmarks: TimeToEventGroup["landmarks"];
}

export interface Trajectory extends AnsweredResult {
  readonly unit: "POINTS" | "PERCENT_OF_BASELINE";
  readonly groups: readonly (MeasuredGroup & {
    readonly patients: Count;
    readonly visits: readonly TrajectoryVisit[];
  })[];
}
export interface TrajectoryVisit {
  /** BASELINE, D1, W1 … */
  readonly visit: string;
  readonly scores: Count;
  readonly mean: Estimate;
  /** Change from baseline in the same unit; not estimable at BASELINE. */
  readonly change: Estimate;
  readonly categories: readonly {
    readonly category: string;
    readonly patients: Count;
    readonly share: Estimate;
  }[];
}

export interface SideEffects extends AnsweredResult {
  readonly per: "PATIENT" | "SESSION";
  readonly groups: readonly SideEffectsGroup[];
}
export interface SideEffectsGroup {
  readonly group: Group;
  readonly exposed: Count;
  readonly sessions: Count;
  /** Share of exposed patients with side effects recorded whose clinic asked by checklist. */
  readonly byChecklist: Estimate;
  readonly effects: readonly {
    readonly term: string;
    readonly occurrences: Count;
    readonly rate: Estimate;
    /** Worst severity per patient (or severity per session): MILD, MODERATE, SEVERE. */
    readonly severities: readonly {
      readonly severity: string;
      readonly occurrences: Count;
      readonly rate: Estimate;
    }[];
    /** Median minutes to resolution, with quartiles as lower and upper. The figure asks for it in its own view alone. */
    readonly resolutionMinutes: Estimate;
  }[];
  readonly vitals: readonly {
    readonly sign: "SYSTOLIC" | "DIASTOLIC" | "HEART_RATE";
    readonly patients: Count;
    readonly rise: Estimate;
  }[];
  /** Per infusion number 1..6: patients who had that session, and the rate of each effect in it. Asked for likewise. */
  readonly infusions: readonly {
    readonly number: number;
    readonly exposed: Count;
    readonly rates: readonly { readonly term: string; readonly rate: Estimate }[];
  }[];
}

export interface Baseline extends AnsweredResult {
  readonly groups: readonly { readonly group: Group; readonly patients: Count }[];
  readonly rows: readonly BaselineRow[];
}
export interface BaselineRow {
  /** A dimension and its category (SEX:FEMALE), or AGE_YEARS, SCORE, INDUCTION_SESSIONS. */
  readonly code: string;
  readonly label: string;
  readonly kind: "SHARE" | "MEAN";
  /** One cell a group, in the order of `groups`. SHARE fills patients and share; MEAN fills mean and standardDeviation. */
  readonly cells: readonly {
    readonly patients: Count;
    readonly share: Estimate | null;
    readonly mean: Estimate | null;
    readonly standardDeviation: Estimate | null;
  }[];
}

/** The live counts of the cohort panel. */
export interface DimensionChoices {
  /** Dimension name as in the URL. */
  readonly dimension: string;
  readonly choices: readonly {
    readonly code: string;
    readonly label: string;
    /** Of the cohort with this category chosen alone in its dimension, and all other filters as they are. */
    readonly patients: Count;
    /** Whether choosing it, beside what is chosen already, would change the cohort: else it would be dropped. */
    readonly isApplied: boolean;
  }[];
}
