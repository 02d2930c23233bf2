// What a comparison is asked: cohorts as they are applied, under their letters, the first the reference; what to adjust
// for and towards whom.
import type { DimensionName, Outcome, Target } from "@afterglow/shared";
import type { OnsetEvent } from "../question";
import type { ComparedArm } from "./decideArms";

export interface ComparisonQuestion {
  readonly cohorts: readonly ComparedArm[];
  /** Without the dimensions that define the cohorts. */
  readonly covariates: readonly DimensionName[];
  readonly target: Target;
}
export interface TimesQuestion extends ComparisonQuestion {
  readonly outcome: Outcome;
  readonly times: "ONSET" | "DURABILITY";
  readonly of: OnsetEvent;
}
export interface VisitQuestion extends ComparisonQuestion {
  readonly outcome: Outcome;
  /** Code of the visit: D1, W1 … */
  readonly visit: string;
}
export interface SubgroupsQuestion extends VisitQuestion {
  readonly of: "RESPONSE" | "REMISSION";
}
