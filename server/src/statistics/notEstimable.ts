// Why a statistic has no answer: the reasons that stand in the place of a number. Not the reasons why a number may
// not be shown, which are the gate's.

/**
 * NO_PATIENTS: a group is empty. NO_EVENTS: nobody had the event. NO_VARIANCE: the data cannot differ from what is
 * expected. ZERO_CELL: a ratio or its error would divide by a count of none. SEPARATION: the groups or covariates
 * tell the event apart entirely, and the estimate runs off to infinity. FOLLOW_UP_TOO_SHORT: nobody is followed as
 * far as is asked. NOT_CONVERGED: an iterated fit found no place to rest.
 */
export type NotEstimableReason =
  | "NO_PATIENTS"
  | "NO_EVENTS"
  | "NO_VARIANCE"
  | "ZERO_CELL"
  | "SEPARATION"
  | "FOLLOW_UP_TOO_SHORT"
  | "NOT_CONVERGED";

/** What stands in the place of a result. */
export interface NotEstimable {
  readonly notEstimable: NotEstimableReason;
}
