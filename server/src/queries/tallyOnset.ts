// Time to the first response, confirmed response or remission, of the cases with a later score: in days, or in
// sessions before it. Who never got there is censored at the last score in days 1 to 42 (0 where there is none).
import type { DimensionName, Outcome } from "@afterglow/shared";
import { column, sql, type Query } from "./sql";
import { tallyTimes, type Times, type TimesTally } from "./tallyTimes";
import { whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

const columns = {
  RESPONSE: "response",
  CONFIRMED_RESPONSE: "confirmed",
  REMISSION: "remission",
} as const;

export function tallyOnset(
  query: Query,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
  of: keyof typeof columns,
  clock: "DAY" | "SESSION",
): Promise<TimesTally> {
  return tallyTimes(query, { by, ...onsetTimes(scope, outcome, of, clock) });
}

/** Whom it is about, when and what their event is. */
export function onsetTimes(
  scope: Scope | null,
  outcome: Outcome,
  of: keyof typeof columns,
  clock: "DAY" | "SESSION",
): Omit<Times, "by"> {
  const unit = clock === "DAY" ? "day" : "sessions";
  const event = column(`${columns[of]}_${unit}`);
  return {
    where: sql`${whereCohort(scope)} and ${whereMeasure(outcome)} and onset_last_day is not null`,
    time: sql`coalesce(${event}, ${column(`onset_last_${unit}`)})`,
    isEvent: sql`${event} is not null`,
    gap: column("onset_gap_days"),
  };
}
