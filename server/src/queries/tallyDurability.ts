// Time from the end of induction to the loss of response or relapse, of those in response then. Maintenance sessions
// are ignored, or end what is seen of a patient; on the same day the score came before the session.
import type { DimensionName, Outcome } from "@afterglow/shared";
import { column, sql, type Query } from "./sql";
import { tallyTimes, type Times, type TimesTally } from "./tallyTimes";
import { whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

const columns = {
  LOSS_OF_RESPONSE: "loss_days",
  CONFIRMED_LOSS: "confirmed_loss_days",
  RELAPSE: "relapse_days",
  CONFIRMED_RELAPSE: "confirmed_relapse_days",
} as const;

export function tallyDurability(
  query: Query,
  scope: Scope,
  outcome: Outcome,
  by: DimensionName | null,
): Promise<TimesTally> {
  return tallyTimes(query, { by, ...durabilityTimes(scope, outcome) });
}

/** Whom it is about, when and what their event is. */
export function durabilityTimes(scope: Scope, outcome: Outcome): Omit<Times, "by"> {
  const event = column(columns[outcome.relapse]);
  const isCensored = outcome.maintenance === "CENSORED";
  return {
    where: sql`${whereCohort(scope)} and ${whereMeasure(outcome)} and durability_zero_day is not null`,
    // least() passes over nulls.
    time: isCensored
      ? sql`least(${event}, durability_last_days, maintenance_days)`
      : sql`coalesce(${event}, durability_last_days)`,
    isEvent: isCensored
      ? sql`${event} is not null and (maintenance_days is null or ${event} <= maintenance_days)`
      : sql`${event} is not null`,
    gap: column("durability_gap_days"),
  };
}
