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
import type { Count } from "./counting";
import {
  and,
  atMost,
  caseOf,
  cell,
  coalesce,
  isKnown,
  isNull,
  least,
  less,
  minus,
  number,
  or,
  plus,
  type Expression,
} from "./expression";
import { tallyTimes, type Times, type TimesTally } from "./tallyTimes";
import type { Scope } from "./whereCohort";
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
  count: Count,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
  ways: DurabilityWays = plainly,
): Promise<TimesTally> {
  return tallyTimes(count, { by, ...durabilityTimes(scope, outcome, ways) });
}

/** Whom it is about, when and what their event is. */
export function durabilityTimes(
  scope: Scope | null,
  outcome: Outcome,
  { dropouts, fromDay, byMaintained }: DurabilityWays = plainly,
): Omit<Times, "by"> {
  const event = cell(columns[outcome.relapse]);
  // Days of the rows are from time zero; a clock that starts later takes them from there.
  const later = (days: Expression): Expression => (fromDay === 0 ? days : minus(days, number(fromDay)));
  const { time, isEvent, isMaintained } = firstOf(
    event,
    dropouts === "RELAPSED" ? missedVisit(event) : null,
    outcome.maintenance,
    fromDay,
  );
  const hadMaintenance = caseOf([[atMost(cell("maintenance_days"), number(fromDay)), number(1)]], number(0));
  return {
    ...(byMaintained ? { group: hadMaintenance } : {}),
    scope,
    rows: whereMeasure(outcome),
    where: [isKnown(cell("durability_zero_day")), ...(fromDay === 0 ? [] : [isWellOn(fromDay, event)])],
    time: later(time),
    isEvent,
    gap: cell("durability_gap_days"),
    ...(isMaintained && { isMaintained }),
  };
}

const lastDays = cell("durability_last_days");

/** In response and under observation on a day: seen on it or later, and not yet lost. */
const isWellOn = (day: number, event: Expression): Expression =>
  and(atMost(number(day), lastDays), or(isNull(event), less(number(day), event)));

interface First {
  readonly time: Expression;
  readonly isEvent: Expression;
  /** Where maintenance competes. */
  readonly isMaintained?: Expression;
}

/** What comes first of an event, a missed visit that counts as one, maintenance, and the last score. */
function firstOf(loss: Expression, missed: Expression | null, rule: MaintenanceRule, fromDay: number): First {
  const event = missed === null ? loss : coalesce(loss, missed);
  const last = missed === null ? lastDays : coalesce(missed, lastDays);
  if (rule === "IGNORED") return { time: coalesce(loss, last), isEvent: isKnown(event) };
  // Sessions before a clock that starts later are past; nothing is known of those after the first.
  const days = cell("maintenance_days");
  const maintenance = fromDay === 0 ? days : caseOf([[less(number(fromDay), days), days]]);
  return {
    time: least(loss, last, maintenance),
    isEvent: and(isKnown(event), or(isNull(maintenance), atMost(event, maintenance))),
    // A session after the last score is not seen to come before an event: the patient is censored at that score.
    ...(rule === "COMPETING" && { isMaintained: and(isKnown(maintenance), atMost(maintenance, last)) }),
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
function missedVisit(event: Expression): Expression {
  const zero = cell("durability_zero_day");
  const lastDay = plus(zero, lastDays);
  const target = caseOf(
    nextVisits.map(({ lastDay: to, next }) => [
      atMost(lastDay, number(to)),
      caseOf([[atMost(number(next.to), cell("expected_to_day")), number(next.target)]]),
    ]),
  );
  return caseOf([[isNull(event), minus(target, zero)]]);
}
