// The limits of the endpoints that no vocabulary table holds, and the version under which a release is derived.
// Not here: the rule for one score against one baseline (shared: endpointRules), visits, induction, maintenance.

/**
 * Stored with each release. Raise it whenever the same source rows would give another analysis row: a new limit,
 * cut-off, window or band, a changed tie rule, a column more. Two releases of one version can be compared row by row.
 * Which columns a version brought stands in analysisColumns.
 */
export const ENDPOINT_DEFINITIONS = "2";

/** Responses are looked for in days 1 to 42: six weeks, the length of the acute trials of antidepressants. */
export const ONSET_HORIZON_DAYS = 42;

/** The end of induction is judged by the last score of the two weeks after its last session. */
export const DURABILITY_ZERO_WITHIN_DAYS = 14;

/** Responders are followed for a year from the score that found them in response. */
export const DURABILITY_HORIZON_DAYS = 365;

/** A later course of the same patient is not analysed: too few to be shown, and each could tell a patient. */
export const LAST_COURSE = 3;

/** Last day of the last visit: to there assessments are due, unless the course is still going on. */
export const LAST_DUE_DAY = 420;

/** Costs after induction are counted for as long as durability is summed up, half a year, and for a year from day 0. */
export const HALF_YEAR_COST_DAYS = 182;
export const YEAR_COST_LAST_DAY = 364;
