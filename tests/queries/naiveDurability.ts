// Durability once more, naively: of one patient's row, what comes first and on which day.
import { visits, type DropoutRule, type Outcome } from "@afterglow/shared";
import type { Row } from "./analysisRows";
import { valueOf } from "./oracle";

const columns = {
  LOSS_OF_RESPONSE: "loss_days",
  CONFIRMED_LOSS: "confirmed_loss_days",
  RELAPSE: "relapse_days",
  CONFIRMED_RELAPSE: "confirmed_relapse_days",
};

const lossOf = (row: Row, { relapse }: Outcome): number => valueOf(row, columns[relapse]) ?? Infinity;
const lastOf = (row: Row): number => Number(row["durability_last_days"]);

/** In response and under observation on a day after time zero. */
export const isWellOn = (row: Row, outcome: Outcome, day: number): boolean =>
  day === 0 || (lastOf(row) >= day && lossOf(row, outcome) > day);

/** Days from time zero to the target of the visit after the last score, if its window closed while visits were due. */
export function missedVisit(row: Row): number | null {
  const zero = Number(row["durability_zero_day"]);
  const lastScore = zero + lastOf(row);
  const here = visits.findIndex(({ from, to }) => lastScore >= from && lastScore <= to);
  const next = here < 0 ? undefined : visits[here + 1];
  return next === undefined || Number(row["expected_to_day"]) < next.to ? null : next.target - zero;
}

export interface First {
  readonly day: number;
  readonly is: "LOSS" | "MAINTENANCE" | "LAST_SCORE";
}

/** Days count from time zero; only sessions after `fromDay` can come first. */
export function firstOf(row: Row, outcome: Outcome, dropouts: DropoutRule, fromDay = 0): First {
  const missed = lossOf(row, outcome) === Infinity && dropouts === "RELAPSED" ? missedVisit(row) : null;
  const loss = missed ?? lossOf(row, outcome);
  const session = valueOf(row, "maintenance_days") ?? Infinity;
  const maintenance = outcome.maintenance === "IGNORED" || session <= fromDay ? Infinity : session;
  // On one day the score comes before the session.
  if (loss < Infinity && loss <= maintenance) return { day: loss, is: "LOSS" };
  const end = missed ?? lastOf(row);
  return maintenance <= end ? { day: maintenance, is: "MAINTENANCE" } : { day: end, is: "LAST_SCORE" };
}
