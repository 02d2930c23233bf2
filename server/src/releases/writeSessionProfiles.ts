// Eighth step: the release's rows of analysis_session_profile, one a course with a session: how long sessions took, what
// was measured in them, and what they cost.
import { dimensionColumns, sessionProfileColumns } from "./analysisColumns";
import { YEAR_COST_LAST_DAY } from "./endpointDefinitions";
import type { Ask, Publication } from "./publication";

/**
 * The sum, with a session without a cost at the mean of the course's sessions with one: a course of which one price is
 * missing is otherwise cheaper, or, left out, the longest courses are the first to go. Multiplied before it is divided,
 * so that a half is a half.
 */
const costOf = (name: string): string =>
  `floor((p.${name}_sum * p.priced_sessions + (p.${name}_sessions - p.${name}_priced) * p.cost_sum)
    / nullif(p.priced_sessions, 0) + 0.5)`;

const insert = `
insert into analysis_session_profile (release_id, dataset_id, ${sessionProfileColumns.join(", ")})
select $2, $1, c.patient, c.course, ${dimensionColumns.map((column) => `c.${column}`).join(", ")},
  p.sessions, p.duration, p.psychotherapy_time, p.recovery,
  p.systolic_before, p.systolic_peak, p.diastolic_before, p.diastolic_peak, p.heart_rate_before, p.heart_rate_peak,
  p.ecg_known, p.ecg_done, p.vitals_known, p.vitals_monitored,
  p.priced_sessions, floor(p.cost_sum + 0.5), ${costOf("induction")},
  case when c.expected_to_day >= p.half_year_ends then ${costOf("half_year")} end,
  case when c.expected_to_day >= ${YEAR_COST_LAST_DAY} then ${costOf("year")} end
from publishing_cohort c
join publishing_exposure p on p.course_id = c.course_id
order by c.course_id`;

export async function writeSessionProfiles(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  await ask(insert, [datasetId, releaseId]);
}
