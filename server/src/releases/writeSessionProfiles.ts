// Sixth step: the release's rows of analysis_session_profile, one a course with a session: how long sessions took, what
// was measured in them, and what they cost.
import { dimensionColumns, sessionProfileColumns } from "./analysisColumns";
import { HALF_YEAR_COST_DAYS, YEAR_COST_LAST_DAY } from "./endpointDefinitions";
import type { Ask, Publication } from "./publication";

/** In tenths, rounded half up. */
const meanOf = (value: string, name: string, where = ""): string =>
  `floor(avg(${value})${where} * 10 + 0.5) as ${name}`;

/** Before and peak are of the same sessions, so that the one can be read against the other. */
const pairOf = (sign: string): string => {
  const both = ` filter (where s.${sign}_before is not null and s.${sign}_peak is not null)`;
  return ["before", "peak"].map((end) => meanOf(`s.${sign}_${end}`, `${sign}_${end}`, both)).join(",\n    ");
};

/** Within a time: the sessions, and the sum of their costs. */
const spentIn = (name: string, condition: string): string =>
  `count(*) filter (where ${condition}) as ${name}_sessions,
    count(s.cost_usd) filter (where ${condition}) as ${name}_priced,
    coalesce(sum(s.cost_usd) filter (where ${condition}), 0) as ${name}_sum`;

/**
 * The sum, with a session without a cost at the mean of the course's sessions with one: a course of which one price is
 * missing is otherwise cheaper, or, left out, the longest courses are the first to go. Multiplied before it is divided,
 * so that a half is a half.
 */
const costOf = (name: string): string =>
  `floor((p.${name}_sum * p.priced_sessions + (p.${name}_sessions - p.${name}_priced) * p.cost_sum)
    / nullif(p.priced_sessions, 0) + 0.5)`;

const halfYear = `x.last_induction_day + ${HALF_YEAR_COST_DAYS}`;

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
join (
  select s.course_id, count(*) as sessions,
    ${meanOf("s.duration_min", "duration")},
    ${meanOf("s.psychotherapy_min", "psychotherapy_time")},
    ${meanOf("s.recovery_min", "recovery")},
    ${pairOf("systolic")},
    ${pairOf("diastolic")},
    ${pairOf("heart_rate")},
    count(s.ecg_done) as ecg_known, count(*) filter (where s.ecg_done) as ecg_done,
    count(s.vitals_monitored) as vitals_known, count(*) filter (where s.vitals_monitored) as vitals_monitored,
    count(s.cost_usd) as priced_sessions, sum(s.cost_usd) as cost_sum,
    ${spentIn("induction", "s.induction")},
    ${spentIn("half_year", `s.day <= ${halfYear}`)},
    ${spentIn("year", `s.day <= ${YEAR_COST_LAST_DAY}`)},
    max(${halfYear}) as half_year_ends
  from publishing_session s
  join publishing_exposure x on x.course_id = s.course_id
  group by s.course_id
) p on p.course_id = c.course_id
order by c.course_id`;

export async function writeSessionProfiles(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  // The sessions lie in the order of their courses: gathered one course after the other they need no table of all.
  await ask("set local enable_hashagg = off");
  await ask(insert, [datasetId, releaseId]);
  await ask("set local enable_hashagg = on");
}
