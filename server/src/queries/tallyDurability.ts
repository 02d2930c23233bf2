// Time from the end of induction to the loss of response or relapse, of those in response then. Maintenance sessions
// are ignored, or end what is seen of a patient, and may then be counted apart; on the same day the score came before
// the session. Who drops out is censored at the last score, or has the event at the next visit that was due.
import {
  visits,
  type DimensionName,
  type DropoutRule,
  type MaintenanceRule,
  type Outcome,
} from "@afterglow/shared";
import { column, sql, whole, type Query, type Sql } from "./sql";
import { tallyTimes, type Times, type TimesTally } from "./tallyTimes";
import { whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

const columns = {
  LOSS_OF_RESPONSE: "loss_days",
  CONFIRMED_LOSS: "confirmed_loss_days",
  RELAPSE: "relapse_days",
  CONFIRMED_RELAPSE: "confirmed_relapse_days",
} as const;

export interface DurabilityWays {
  readonly dropouts: DropoutRule;
  /** Day after time zero at which the clock starts, with those well and still seen then; 0 = at time zero. */
  readonly fromDay: number;
  /** Group by whether maintenance had begun by that day (1) or not (0), in place of a dimension. */
  readonly byMaintained: boolean;
}

const plainly: DurabilityWays = { dropouts: "CENSORED", fromDay: 0, byMaintained: false };

export function tallyDurability(
  query: Query,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
  ways: DurabilityWays = plainly,
): Promise<TimesTally> {
  return tallyTimes(query, { by, ...durabilityTimes(scope, outcome, ways) });
}

/** Whom it is about, when and what their event is. */
export function durabilityTimes(
  scope: Scope | null,
  outcome: Outcome,
  { dropouts, fromDay, byMaintained }: DurabilityWays = plainly,
): Omit<Times, "by"> {
  const seen = sql`${whereCohort(scope)} and ${whereMeasure(outcome)} and durability_zero_day is not null`;
  const event = column(columns[outcome.relapse]);
  // Days of the rows are from time zero; a clock that starts later takes them from there.
  const later = (days: Sql): Sql => (fromDay === 0 ? days : sql`${days} - ${whole(fromDay)}`);
  const { time, isEvent, isMaintained } = firstOf(
    event,
    dropouts === "RELAPSED" ? missedVisit(event) : null,
    outcome.maintenance,
    fromDay,
  );
  return {
    ...(byMaintained ? { group: sql`coalesce(maintenance_days <= ${whole(fromDay)}, false)::integer` } : {}),
    where: fromDay === 0 ? seen : sql`${seen} and ${isWellOn(fromDay, event)}`,
    time: later(time),
    isEvent,
    gap: column("durability_gap_days"),
    ...(outcome.maintenance === "COMPETING" ? { isMaintained } : {}),
  };
}

/** In response and under observation on a day: seen on it or later, and not yet lost. */
const isWellOn = (day: number, event: Sql): Sql =>
  sql`durability_last_days >= ${whole(day)} and (${event} is null or ${event} > ${whole(day)})`;

interface First {
  readonly time: Sql;
  readonly isEvent: Sql;
  readonly isMaintained: Sql;
}

/** What comes first of an event, a missed visit that counts as one, maintenance, and the last score. */
function firstOf(loss: Sql, missed: Sql | null, rule: MaintenanceRule, fromDay: number): First {
  const event = missed === null ? loss : sql`coalesce(${loss}, ${missed})`;
  const last = missed === null ? sql`durability_last_days` : sql`coalesce(${missed}, durability_last_days)`;
  if (rule === "IGNORED") {
    const time = sql`coalesce(${loss}, ${last})`;
    return { time, isEvent: sql`${event} is not null`, isMaintained: sql`false` };
  }
  // Sessions before a clock that starts later are past; nothing is known of those after the first.
  const maintenance =
    fromDay === 0
      ? sql`maintenance_days`
      : sql`case when maintenance_days > ${whole(fromDay)} then maintenance_days end`;
  return {
    // least() passes over nulls.
    time: sql`least(${loss}, ${last}, ${maintenance})`,
    isEvent: sql`(${event} is not null and coalesce(${event} <= ${maintenance}, true))`,
    // A session after the last score is not seen to come before an event: the patient is censored at that score.
    isMaintained: sql`coalesce(${maintenance} <= ${last}, false)`,
  };
}

/** The visit after that of each day, in whose window a later score would lie. */
const nextVisits = visits.flatMap(({ to }, at) => {
  const next = visits[at + 1];
  return next === undefined ? [] : [{ lastDay: to, next }];
});

/**
 * Days from time zero to the visit that a drop-out missed, on its target day; null where none was missed. Missed is the
 * visit after the last score, once its window has closed within the days for which assessments were due (to the
 * last contact of an ongoing course). Its target is the first day on which an event would have been seen; at the last
 * score itself the patient was seen without.
 */
function missedVisit(event: Sql): Sql {
  const lastDay = sql`durability_zero_day + durability_last_days`;
  const cases = nextVisits.map(
    ({ lastDay: to, next }) =>
      sql`when ${lastDay} <= ${whole(to)} then case when expected_to_day >= ${whole(next.to)} then ${whole(next.target)} end`,
  );
  const target = cases.reduce((all, each) => sql`${all} ${each}`);
  return sql`case when ${event} is null then (case ${target} end) - durability_zero_day end`;
}
