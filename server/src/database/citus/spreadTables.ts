// How the tables lie on a Citus. Every other one stays on the coordinator, as on a single machine: audit, people, budgets,
// receipts, bitmaps, kept answers.

/** Copied to every node: few rows, joined to those of patients. */
export const copiedTables = ["dataset", "clinic", "release", "withdrawn"];

/** The column by which the tables of patients are spread; it is in the key of each. */
export const SPREAD_BY = "patient";

/** Spread over the workers; each after those that it refers to. */
export const spreadTables = [
  "course",
  "session",
  "score",
  "side_effect",
  "superseded",
  "analysis_course",
  "analysis_side_effect",
  "analysis_course_side_effect",
  "analysis_measure",
  "analysis_session_profile",
];

/** A reference that is not kept there: each write to the second would wait for every reader of the first. */
export const referencesGivenUp = [
  { from: "course", to: "dataset" },
  { from: "superseded", to: "import_receipt" },
];

/** The rows of a patient lie on one worker, whatever the table: all are spread as this one is. */
export const spreadLike = "public.course";
