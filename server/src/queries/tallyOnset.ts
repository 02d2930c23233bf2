// Time to the first response, confirmed response or remission, of the cases with a later score: in days, or in
// sessions before it. Who never got there is censored at the last score in days 1 to 42 (0 where there is none).
import type { DimensionName, Outcome } from "@afterglow/shared";
import type { Count } from "./counting";
import { cell, coalesce, isKnown } from "./expression";
import { tallyTimes, type Times, type TimesTally } from "./tallyTimes";
import type { Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

const columns = {
  RESPONSE: "response",
  CONFIRMED_RESPONSE: "confirmed",
  REMISSION: "remission",
} as const;

export function tallyOnset(
  count: Count,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
  of: keyof typeof columns,
  clock: "DAY" | "SESSION",
): Promise<TimesTally> {
  return tallyTimes(count, { by, ...onsetTimes(scope, outcome, of, clock) });
}

/** Whom it is about, when and what their event is. */
export function onsetTimes(
  scope: Scope | null,
  outcome: Outcome,
  of: keyof typeof columns,
  clock: "DAY" | "SESSION",
): Omit<Times, "by"> {
  const unit = clock === "DAY" ? "day" : "sessions";
  const event = cell(`${columns[of]}_${unit}`);
  return {
    scope,
    rows: whereMeasure(outcome),
    where: [isKnown(cell("onset_last_day"))],
    time: coalesce(event, cell(`onset_last_${unit}`)),
    isEvent: isKnown(event),
    gap: cell("onset_gap_days"),
  };
}
