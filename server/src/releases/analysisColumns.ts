// The columns of the analysis tables, in the order in which they are written and hashed, and which version of the
// endpoint definitions brought each. What each means stands in the database as its comment. Not here: release_id and
// dataset_id, which name the place of a row and say nothing of a patient.
import { dimensions, sideEffects, visits } from "@afterglow/shared";
import { ENDPOINT_DEFINITIONS } from "./endpointDefinitions";

type TableName =
  | "analysis_course"
  | "analysis_side_effect"
  | "analysis_course_side_effect"
  | "analysis_measure"
  | "analysis_session_profile";

/**
 * Columns that came after version 1, one line each, in the order of hashing. A release is hashed with the columns that
 * its own version knew: a version that a release was published under is closed, and what is new belongs to the newest.
 * In the table such a column is nullable, and null in older releases.
 */
const added: readonly { readonly version: number; readonly table: TableName; readonly column: string }[] = [
  { version: 2, table: "analysis_measure", column: "item_baseline" },
  { version: 2, table: "analysis_measure", column: "item_d1" },
  { version: 2, table: "analysis_measure", column: "item_w1" },
  { version: 2, table: "analysis_measure", column: "item_w2" },
  { version: 2, table: "analysis_measure", column: "item_w3" },
  { version: 2, table: "analysis_measure", column: "item_w4" },
  { version: 2, table: "analysis_measure", column: "item_w6" },
  { version: 2, table: "analysis_measure", column: "item_w8" },
  { version: 2, table: "analysis_measure", column: "item_w12" },
  { version: 2, table: "analysis_measure", column: "item_w16" },
  { version: 2, table: "analysis_measure", column: "item_w20" },
  { version: 2, table: "analysis_measure", column: "item_w26" },
  { version: 2, table: "analysis_measure", column: "item_w39" },
  { version: 2, table: "analysis_measure", column: "item_w52" },
];

const snake = (text: string): string => text.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The same columns lead all tables of courses, so that one WHERE fits each. */
export const dimensionColumns: readonly string[] = dimensions.map(({ name }) => snake(name));

export const termColumns = [...sideEffects]
  .sort((a, b) => a.number - b.number)
  .map(({ code, number }) => ({ number, name: code.toLowerCase() }));

export const visitColumns = visits
  .filter(({ code }) => code !== "BASELINE")
  .map(({ code, number }) => ({ number, name: code.toLowerCase() }));

/** Columns that follow from the vocabulary (a new side effect's) already stand in their place. */
const withAdded = (table: TableName, columns: readonly string[]): readonly string[] => [
  ...new Set([...columns, ...added.filter((each) => each.table === table).map(({ column }) => column)]),
];

export const courseColumns = withAdded("analysis_course", [
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
]);

/** Of releases under version 1, which had one row a side effect in a session; nothing is written there any more. */
const sessionSideEffectColumns = ["patient", "course", "session", "term", "severity", "duration_min"];

export const courseSideEffectColumns = withAdded("analysis_course_side_effect", [
  "patient",
  "course",
  "term",
  ...dimensionColumns,
  "infusions",
  "sessions_mild",
  "sessions_moderate",
  "sessions_severe",
  "sessions_unknown",
  "longest_min",
]);

export const measureColumns = withAdded("analysis_measure", [
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
]);

export const sessionProfileColumns = withAdded("analysis_session_profile", [
  "patient",
  "course",
  ...dimensionColumns,
  "sessions",
  "duration",
  "psychotherapy_time",
  "recovery",
  "systolic_before",
  "systolic_peak",
  "diastolic_before",
  "diastolic_peak",
  "heart_rate_before",
  "heart_rate_peak",
  "ecg_known",
  "ecg_done",
  "vitals_known",
  "vitals_monitored",
  "priced_sessions",
  "cost",
  "induction_cost",
  "half_year_cost",
  "year_cost",
]);

export interface AnalysisTable {
  readonly name: TableName;
  readonly columns: readonly string[];
  /** The rest of the key within a patient. */
  readonly order: string;
}

const tables: readonly (AnalysisTable & { readonly since: number; readonly until?: number })[] = [
  { name: "analysis_course", since: 1, columns: courseColumns, order: "course" },
  {
    name: "analysis_side_effect",
    since: 1,
    until: 1,
    columns: sessionSideEffectColumns,
    order: "course, session, term",
  },
  { name: "analysis_measure", since: 1, columns: measureColumns, order: "course, instrument, rule" },
  { name: "analysis_session_profile", since: 2, columns: sessionProfileColumns, order: "course" },
  { name: "analysis_course_side_effect", since: 2, columns: courseSideEffectColumns, order: "course, term" },
];

/** The tables of a release of this version of the definitions, with the columns that the version knew. */
export function tablesOf(definitions: string): AnalysisTable[] {
  const version = Number(definitions);
  if (!Number.isInteger(version) || version < 1 || version > Number(ENDPOINT_DEFINITIONS))
    throw new RangeError(
      "The release was published under endpoint definitions that this version of Afterglow does not know.",
    );
  const isLater = (table: TableName, column: string): boolean =>
    added.some((each) => each.table === table && each.column === column && each.version > version);
  return tables
    .filter(({ since, until = version }) => since <= version && version <= until)
    .map(({ name, columns, order }) => ({
      name,
      columns: columns.filter((column) => !isLater(name, column)),
      order,
    }));
}
