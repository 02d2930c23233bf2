// The columns of the analysis tables, in the order in which they are written and hashed.
// What each means stands in the database as its comment. Not here: release_id and dataset_id, which name the place
// of a row and say nothing of a patient.
import { dimensions, sideEffects, visits } from "@afterglow/shared";

const snake = (text: string): string => text.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The same columns lead both tables, so that one WHERE fits both. */
export const dimensionColumns: readonly string[] = dimensions.map(({ name }) => snake(name));

export const termColumns = [...sideEffects]
  .sort((a, b) => a.number - b.number)
  .map(({ code, number }) => ({ number, name: code.toLowerCase() }));

export const visitColumns = visits
  .filter(({ code }) => code !== "BASELINE")
  .map(({ code, number }) => ({ number, name: code.toLowerCase() }));

export const courseColumns: readonly string[] = [
  "patient",
  "course",
  ...dimensionColumns,
  "age_years",
  "sessions",
  "induction_sessions",
  "ascertained",
  "systolic_rise",
  "diastolic_rise",
  "heart_rate_rise",
  ...termColumns.map(({ name }) => `worst_${name}`),
  ...termColumns.map(({ name }) => `sessions_${name}`),
];

export const sideEffectColumns: readonly string[] = [
  "patient",
  "course",
  "session",
  "term",
  "severity",
  "duration_min",
];

export const measureColumns: readonly string[] = [
  "patient",
  "course",
  "instrument",
  "rule",
  "own",
  ...dimensionColumns,
  "baseline",
  "is_case",
  "later_score",
  "expected_to_day",
  "onset_last_day",
  "onset_last_sessions",
  "onset_gap_days",
  "response_day",
  "response_sessions",
  "confirmed_day",
  "confirmed_sessions",
  "remission_day",
  "remission_sessions",
  "durability_zero_day",
  "durability_last_days",
  "durability_gap_days",
  "loss_days",
  "confirmed_loss_days",
  "relapse_days",
  "confirmed_relapse_days",
  "maintenance_days",
  ...visitColumns.map(({ name }) => `score_${name}`),
  ...visitColumns.map(({ name }) => `change_${name}`),
];
