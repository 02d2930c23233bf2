/**
 * What the analyses of sessions answer, those of the Questions page: what sessions were like, and what treatment cost.
 */
import type { Count, Estimate } from "./estimate";
import type { AnsweredResult, Group, MeasuredGroup } from "./results";

export type SessionTimeCode = "SESSION" | "PSYCHOTHERAPY" | "RECOVERY";
export interface SessionProfileGroup {
  readonly group: Group;
  /** Patients with at least one session. */
  readonly patients: Count;
  /** Mean over patients of the mean over their sessions. */
  readonly times: readonly {
    readonly time: SessionTimeCode;
    readonly patients: Count;
    readonly minutes: Estimate;
  }[];
  /** The same of readings, over sessions with both. */
  readonly vitals: readonly {
    readonly sign: "SYSTOLIC" | "DIASTOLIC" | "HEART_RATE";
    readonly patients: Count;
    readonly before: Estimate;
    readonly peak: Estimate;
  }[];
  /** Share of the sessions where it is recorded whether it was done; `patients` had such a session. */
  readonly monitoring: readonly {
    readonly what: "ECG" | "VITALS";
    readonly patients: Count;
    readonly share: Estimate;
  }[];
  /** Share of the patients of whom the setting is recorded, which is `patients`. */
  readonly settings: readonly {
    readonly setting: "CLINIC" | "HOME";
    readonly patients: Count;
    readonly share: Estimate;
  }[];
  /** Median minutes until a side effect had gone, quartiles as lower and upper. */
  readonly resolution: readonly { readonly term: string; readonly minutes: Estimate }[];
}
export interface SessionProfile extends AnsweredResult {
  /** False of a release that was published before sessions were described in releases. */
  readonly derived: boolean;
  readonly groups: readonly SessionProfileGroup[];
}

export type CostTimeCode = "INDUCTION" | "HALF_YEAR" | "YEAR";
export interface CostGroup extends MeasuredGroup {
  /** Patients with a cost in any session. */
  readonly patients: Count;
  readonly perSession: Estimate;
  readonly perCourse: readonly {
    readonly time: CostTimeCode;
    readonly patients: Count;
    readonly dollars: Estimate;
  }[];
  readonly perResponder: {
    /** Cases at baseline with a later score and a cost. */
    readonly patients: Count;
    readonly responders: Count;
    readonly dollars: Estimate;
  };
  readonly perResponderMonth: {
    readonly patients: Count;
    readonly responders: Count;
    /** Mean months in response of a responder, within half a year. */
    readonly months: Estimate;
    readonly dollars: Estimate;
  };
}
/** In US dollars, as the clinics gave them. */
export interface Cost extends AnsweredResult {
  readonly derived: boolean;
  /** Which cost is divided by months in response: that of maintenance with it, unless maintenance ends what is seen. */
  readonly monthsCostOf: CostTimeCode;
  readonly groups: readonly CostGroup[];
}
