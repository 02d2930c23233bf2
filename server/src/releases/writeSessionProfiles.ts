// Eighth step: the release's rows of analysis_session_profile, one a course with a session: how long sessions took, what
// was measured in them, and what they cost.
import { dimensionColumns } from "./analysisColumns";
import { YEAR_COST_LAST_DAY } from "./endpointDefinitions";
import type { Ask, Publication } from "./publication";
import { writeRows } from "./writeRows";

/**
 * The sum, with a session without a cost at the mean of the course's sessions with one: a course of which one price is
 * missing is otherwise cheaper, or, left out, the longest courses are the first to go. Multiplied before it is divided,
 * so that a half is a half. Sums are in cents, a column in dollars.
 */
const costOf = (name: string): string =>
  `floor((p.${name}_sum * p.priced_sessions + (p.${name}_sessions - p.${name}_priced) * p.cost_sum)
    / (100.0 * nullif(p.priced_sessions, 0)) + 0.5)`;

const ofCourse = new Set(["patient", "course", ...dimensionColumns]);
const worked: Readonly<Record<string, string>> = {
  cost: "floor(p.cost_sum / 100.0 + 0.5)",
  induction_cost: costOf("induction"),
  half_year_cost: `case when c.expected_to_day >= p.half_year_ends then ${costOf("half_year")} end`,
  year_cost: `case when c.expected_to_day >= ${YEAR_COST_LAST_DAY} then ${costOf("year")} end`,
};

export async function writeSessionProfiles(ask: Ask, publication: Publication): Promise<void> {
  await writeRows(ask, publication, {
    table: "analysis_session_profile",
    valueOf: (column) => worked[column] ?? `${ofCourse.has(column) ? "c" : "p"}.${column}`,
    from: "from publishing_cohort c join publishing_exposure p on p.course_id = c.course_id",
  });
}
