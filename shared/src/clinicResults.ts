/**
 * What the funnel plot of clinics answers: released results, as in results.ts. A clinic is a point without a name; to a
 * clinician their own is marked.
 */
import type { Count, Estimate } from "./estimate";
import type { AnsweredResult } from "./results";

/** Between which limits a clinic lies. Outside only where rounding cannot have put it there. */
export const funnelPlaces = {
  WITHIN_95: "within the 95% limits",
  WITHIN_998: "outside the 95% limits, within the 99.8% limits",
  OUTSIDE_998: "outside the 99.8% limits",
} as const;
export type FunnelPlace = keyof typeof funnelPlaces;

/** Where shares of so many patients lie by chance alone around the overall share. */
export interface FunnelLimit {
  readonly patients: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

export interface ClinicPoint {
  readonly patients: Count;
  readonly events: Count;
  readonly share: Estimate;
  /** The share expected of patients like the clinic's, by all clinics together. */
  readonly expected: Estimate;
  /** Observed over expected, times the overall share. */
  readonly adjusted: Estimate;
  readonly limit: FunnelLimit;
  readonly place: FunnelPlace;
  /** Null where the case mix cannot be adjusted for. */
  readonly adjustedPlace: FunnelPlace | null;
  /** The clinic of the person who asks: for them alone. */
  readonly isOwn: boolean;
}

/** Do clinics differ by more than chance? */
export interface Dispersion {
  /** The mean squared deviation in standard errors, the most extreme tenths drawn in: 1 by chance alone. */
  readonly phi: Estimate;
  /** The limits moved out by its square root; empty where it is not over 1. */
  readonly widened: readonly FunnelLimit[];
}

export interface Clinics extends AnsweredResult {
  /** RESPONSE, or the code of a side effect. */
  readonly of: string;
  /** Code of the visit at which a response is counted. */
  readonly visit: string;
  /** Names of the dimensions that the expected share follows from. */
  readonly caseMix: readonly string[];
  /** Clinics of the release that the cohort allows, shown or not. */
  readonly clinics: number;
  /** All clinics together. */
  readonly patients: Count;
  readonly events: Count;
  readonly overall: Estimate;
  /** The clinics that may be shown, by their number of patients. */
  readonly points: readonly ClinicPoint[];
  /** The limits along the axis; empty where no clinic may be shown. */
  readonly limits: readonly FunnelLimit[];
  readonly unadjusted: Dispersion;
  readonly adjusted: Dispersion;
}
