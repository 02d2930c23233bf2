/**
 * What a comparison answers: two to four cohorts of one release, each against the reference (the first, A), unadjusted
 * beside adjusted by inverse-probability weights. Released results, as results.ts has them for one cohort.
 * The state of the Compare page is in compare.ts; nothing is computed here.
 */
import type { Count, Estimate } from "./estimate";
import type { Answered, DisclosureSummary, ReleaseSummary, TimeToEventGroup } from "./results";

export const letters = ["A", "B", "C", "D"] as const;
export type Letter = (typeof letters)[number];

/** To whom the weighted cohorts are made alike. Those of all and of the overlap are for two cohorts alone. */
export const targets = {
  REFERENCE: "patients like those of the reference cohort",
  EVERYONE: "patients like those of both cohorts together",
  OVERLAP: "patients as often found in one cohort as in the other",
} as const;
export type Target = keyof typeof targets;

/** Why a contrast has no number, where the gate alone is not the reason. */
export const contrastReasons = {
  NO_PATIENTS: "no patients to compare",
  NO_EVENTS: "no events to compare",
  NO_VARIANCE: "nothing varies, so nothing can be tested",
  ZERO_CELL: "nobody, or everybody, has the event in one cohort: a ratio has no estimate",
  SEPARATION: "separation: what sets the cohorts apart determines the outcome or the cohort",
  FOLLOW_UP_TOO_SHORT: "the follow-up of one cohort is too short",
  NOT_CONVERGED: "the estimate did not settle",
  OVERLAPPING: "the cohorts overlap: patients may be in both",
  NOT_ADJUSTED: "nothing is adjusted for",
  NOT_COMPARABLE: "not comparable, even after adjustment",
} as const;
export type ContrastReason = keyof typeof contrastReasons;

/** A difference or ratio against the reference. `why` is set only where `hidden` is NOT_ESTIMABLE. */
export interface Contrast extends Estimate {
  readonly why: ContrastReason | null;
}

/** A test never travels without its statistic; `adjustedP` is corrected for the tests of the same figure (Holm). */
export interface TestResult {
  readonly statistic: "CHI_SQUARE" | "T";
  readonly value: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly adjustedP: number | null;
  readonly why: ContrastReason | null;
}

/** What every figure and file of a comparison says of its origin. */
export interface ComparisonProvenance {
  /** That answers: all cohorts from one. */
  readonly release: ReleaseSummary;
  /** Number of the release that was asked for. */
  readonly releaseAsked: number;
  readonly disclosure: DisclosureSummary;
  readonly cohorts: readonly ComparedCohort[];
  readonly adjustment: Adjustment;
}
export interface ComparedCohort {
  readonly letter: Letter;
  readonly name: string;
  /** The cohort in words, without its number. */
  readonly sentence: string;
  /** The cohort as it is applied, in the form that it has in an address. */
  readonly applied: string;
  readonly notApplied: Answered["notApplied"];
  readonly patients: Count;
  /** Letters of the cohorts that can share patients with this one, by what was chosen. */
  readonly overlaps: readonly Letter[];
}
export interface Adjustment {
  readonly target: Target;
  /** Dimension names (as in addresses) in use, in the vocabulary's order. */
  readonly covariates: readonly string[];
  /** Covariates asked for and left out, since the cohorts are defined by them. */
  readonly definedBy: readonly string[];
  /** The cohorts differ by maintenance, which is known only later: compared as if given at the start. */
  readonly byMaintenance: boolean;
}

/** One pair: a cohort against the reference, in the patients of one figure. */
export interface Pair {
  readonly letter: Letter;
  readonly against: Letter;
}
export interface PairBalance extends Pair {
  /** False: a standardized difference over 0.1 after weighting, an effective number under half, or no adjustment possible. */
  readonly comparable: boolean;
  /** Why not, in codes; empty where comparable. */
  readonly reasons: readonly IncomparableReason[];
  /** Largest standardized difference after weighting; its covariate's dimension name. */
  readonly worst: { readonly dimension: string; readonly difference: Estimate } | null;
  readonly effective: readonly EffectiveNumber[];
}
export const incomparableReasons = {
  IMBALANCE: "a standardized difference stays over 0.1 after weighting",
  FEW_EFFECTIVE: "weighting keeps the information of fewer than half of the patients",
  NOT_ADJUSTABLE: "a characteristic that is found in one cohort is found in too few of the other",
  SEPARATION: "characteristics tell the cohorts apart completely",
  OVERLAPPING: "the cohorts overlap",
  TOO_FEW: "too few patients",
} as const;
export type IncomparableReason = keyof typeof incomparableReasons;
export interface EffectiveNumber {
  readonly letter: Letter;
  readonly patients: Count;
  readonly effective: Count;
}

/** One cohort's curve: the group's code is its letter. Adjusted: every count is of effective patients. */
export interface ComparedCurve extends TimeToEventGroup {
  /** Mean time free of the event (durability), or till it (onset), up to `tau`, days. */
  readonly restrictedMean: Estimate;
}
export interface TimeContrast {
  readonly logRank: TestResult;
  readonly hazardRatio: Contrast;
  /** Difference of restricted means, days. */
  readonly restrictedMean: Contrast;
  readonly landmarks: readonly { readonly time: number; readonly difference: Contrast }[];
}
export interface ComparedTimes {
  readonly clock: "DAY";
  readonly horizon: number;
  /** To where the restricted mean is taken: the shortest shown follow-up among the cohorts, at most the horizon, days. */
  readonly tau: number | null;
  readonly unadjusted: readonly ComparedCurve[];
  /** Empty where nothing is adjusted for; a cohort that is not comparable has a hidden curve. */
  readonly adjusted: readonly ComparedCurve[];
  readonly contrasts: readonly (Pair & {
    readonly unadjusted: TimeContrast;
    readonly adjusted: TimeContrast;
  })[];
  readonly balance: readonly PairBalance[];
}

export const effectCodes = ["RESPONSE", "REMISSION", "CHANGE"] as const;
export type EffectCode = (typeof effectCodes)[number];
/** One row of the effect table. Shares are from 0 to 1; a change is in points of the score (percent of baseline with OWN). */
export interface EffectRow {
  readonly code: EffectCode;
  readonly unadjusted: readonly EffectArm[];
  readonly adjusted: readonly EffectArm[];
  readonly contrasts: readonly (Pair & {
    readonly unadjusted: EffectContrast;
    readonly adjusted: EffectContrast;
  })[];
}
export interface EffectArm {
  readonly letter: Letter;
  /** Patients with a score at the visit; effective patients where adjusted. */
  readonly patients: Count;
  readonly estimate: Estimate;
}
export interface EffectContrast {
  readonly difference: Contrast;
  /** Risk ratio of a share; null for a mean. */
  readonly ratio: Contrast | null;
  /** Hedges' g of a mean; null for a share. */
  readonly standardized: Contrast | null;
}
export interface Effects {
  readonly visit: string;
  readonly unit: "POINTS" | "PERCENT_OF_BASELINE";
  readonly rows: readonly EffectRow[];
  readonly balance: readonly PairBalance[];
}

/** The difference in response or remission at a visit, within the categories of some dimensions. */
export interface Subgroups {
  readonly visit: string;
  readonly of: "RESPONSE" | "REMISSION";
  readonly pairs: readonly (Pair & {
    readonly overall: SubgroupRow;
    readonly dimensions: readonly {
      /** Dimension name as in addresses. */
      readonly dimension: string;
      /** Does the difference vary over the categories? Cochran's Q over those shown. */
      readonly interaction: { readonly unadjusted: TestResult; readonly adjusted: TestResult };
      readonly rows: readonly SubgroupRow[];
    }[];
  })[];
}
export interface SubgroupRow {
  readonly code: string;
  readonly label: string;
  /** Patients of the reference and of the other cohort. */
  readonly patients: readonly [Count, Count];
  readonly unadjusted: Contrast;
  readonly adjusted: Contrast;
}

/** Are the cohorts alike at baseline? Of the patients with a score at the visit. */
export interface Balance {
  readonly visit: string;
  readonly pairs: readonly (PairBalance & {
    readonly covariates: readonly {
      /** Dimension name as in addresses. */
      readonly dimension: string;
      /** Largest absolute standardized difference over its categories. Hidden: a category is too rare in a cohort. */
      readonly before: Estimate;
      readonly after: Estimate;
    }[];
  })[];
}

export interface ComparedSideEffects {
  readonly exposed: readonly { readonly letter: Letter; readonly patients: Count }[];
  readonly effects: readonly {
    readonly term: string;
    readonly unadjusted: readonly EffectArm[];
    readonly adjusted: readonly EffectArm[];
    readonly contrasts: readonly (Pair & {
      readonly unadjusted: SideEffectContrast;
      readonly adjusted: SideEffectContrast;
    })[];
  }[];
  readonly balance: readonly PairBalance[];
}
export interface SideEffectContrast {
  readonly difference: Contrast;
  readonly ratio: Contrast;
  /** Chi-square of the two shown shares; P corrected for all effects of the pair (Benjamini-Hochberg). */
  readonly test: TestResult;
}
