/**
 * The only shapes in which a number about patients travels: a count or an estimate, shown or hidden with its reason.
 * Hidden is never 0, never null alone, never an empty bar. Only the server's gate decides what is hidden.
 */

/** Why a number is not shown. "None" and "too few" share one reason on purpose: they may not be told apart. */
export const hiddenReasons = {
  TOO_FEW: "fewer than the smallest number of patients or events that may be shown",
  PROTECTS_ANOTHER: "hidden, because it would reveal another hidden number by subtraction",
  NOT_ESTIMABLE: "not estimable from these patients",
  NOT_REACHED: "not reached during follow-up",
} as const;

export type HiddenReason = keyof typeof hiddenReasons;

/** A number of patients, sessions or events: after the gate, so rounded where the profile rounds. */
export interface Count {
  readonly value: number | null;
  readonly hidden: HiddenReason | null;
}

/**
 * A number with its 95 % interval, computed from counts that may be shown.
 * `lower` and `upper` are null where no interval exists (S = 0 or 1; a standard deviation); for a median they are
 * null where the band does not cross. `bound`: the true share lies under or over `value`, which is shown instead of
 * an exact 0 or 1 on a small denominator.
 */
export interface Estimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly hidden: HiddenReason | null;
  readonly bound: Bound | null;
}

export type Bound = "UNDER" | "OVER";
