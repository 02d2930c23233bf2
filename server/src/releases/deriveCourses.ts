// First step: the dataset's courses with their dimensions as vocabulary numbers, and what their sessions make of
// them: induction, protocol, maintenance. Work tables for the steps that follow; not yet the severity, which
// needs the scores (deriveReadings), and no row of a release.
import {
  ECT_COURSE,
  INDUCTION_LONGEST_GAP_DAYS,
  INDUCTION_MOST_SESSIONS,
  INTENSIVE,
  MAINTENANCE_LONGEST_GAP_DAYS,
  MAINTENANCE_SHORTEST_GAP_DAYS,
  STANDARD,
  ageBands,
  answerByCode,
  conditions,
  maintenanceByCode,
  modalities,
  modalityByCode,
  priorTrialBands,
  protocolByCode,
  psychotherapies,
  settings,
  sexes,
} from "@afterglow/shared";
import { LAST_COURSE } from "./endpointDefinitions";
import type { Ask } from "./publication";
import { makeWorkTable } from "./workTable";
import { answerOf, bandOfColumn, numberOf, ownInstrumentOf } from "./vocabularySql";

const answers = { no: answerByCode("NO").number, yes: answerByCode("YES").number };

/** publishing_course: one row a course, under a small whole number instead of the patient's id. */
const courses = `
select
  row_number() over (order by c.patient collate "C", c.course)::integer as id,
  c.patient,
  c.course,
  ${numberOf("c.condition", conditions)} as condition,
  ${ownInstrumentOf("c.condition")} as own_instrument,
  ${numberOf("c.modality", modalities)} as modality,
  ${numberOf("c.psychotherapy", psychotherapies)} as psychotherapy,
  ${bandOfColumn("c.age_years", ageBands)} as age,
  ${numberOf("c.sex", sexes)} as sex,
  ${bandOfColumn("c.prior_trials", priorTrialBands)} as prior_trials,
  ${answerOf("c.prior_ect", answers)} as prior_ect,
  ${answerOf("c.antidepressant", answers)} as antidepressant,
  ${answerOf("c.benzodiazepine", answers)} as benzodiazepine,
  ${answerOf("c.mood_stabiliser", answers)} as mood_stabiliser,
  ${numberOf("c.setting", settings)} as setting,
  c.course as course_number,
  coalesce(c.start_year, 0) as start_year,
  coalesce(k.number, 0) as clinic,
  c.age_years,
  coalesce(c.end_reason = 'ONGOING', false) as ongoing,
  c.end_day
from course c
left join clinic k on k.dataset_id = c.dataset_id and k.name = c.clinic
where c.dataset_id = $1 and c.course between 1 and ${LAST_COURSE}`;

/** What was recorded of a session. */
const recorded = [
  ...["duration_min", "psychotherapy_min", "recovery_min"],
  ...["systolic", "diastolic", "heart_rate"].flatMap((sign) => [`${sign}_before`, `${sign}_peak`]),
  ...["cost_usd", "ecg_done", "vitals_monitored"],
].join(", ");

/**
 * publishing_session: the sessions under their courses' numbers, so that the source table is read once. Is each induction?
 * Induction ends for good at the first gap that is too long.
 */
const sessions = `
with ordered as (
  select p.id as course_id, s.number, s.day, ${recorded},
    row_number() over days as place,
    s.day - lag(s.day) over days as gap_days
  from session s
  join publishing_course p on p.patient = s.patient and p.course = s.course
  where s.dataset_id = $1
  window days as (partition by p.id order by s.day, s.number)
)
select course_id, number, day, gap_days, ${recorded},
  place <= ${INDUCTION_MOST_SESSIONS}
    and max(coalesce(gap_days, 0)) over (partition by course_id order by place) <= ${INDUCTION_LONGEST_GAP_DAYS}
    as induction
from ordered`;

const spanWithin = ({
  fewest,
  most,
  withinDays,
}: {
  fewest: number;
  most: number;
  withinDays: number;
}): string => `e.induction_sessions between ${fewest} and ${most} and e.span_days <= ${withinDays}`;

/** The mean rise of a reading over the sessions with both values, in tenths, rounded half up. */
const meanRise = (reading: string): string =>
  `floor(avg(${reading}_peak - ${reading}_before) * 10 + 0.5) as ${reading}_rise`;

/** publishing_exposure: one row a course that has sessions. The rules are protocolOf's and maintenanceOf's. */
const exposure = `
select e.*,
  case
    when p.modality = ${modalityByCode("ECT").number} then
      case when e.induction_sessions between ${ECT_COURSE.fewest} and ${ECT_COURSE.most}
        then ${protocolByCode("ECT_COURSE").number} else ${protocolByCode("OTHER").number} end
    when e.induction_sessions = 1 then ${protocolByCode("SINGLE").number}
    when ${spanWithin(INTENSIVE)} then ${protocolByCode("INTENSIVE").number}
    when ${spanWithin(STANDARD)} then ${protocolByCode("STANDARD").number}
    else ${protocolByCode("OTHER").number}
  end as protocol,
  case
    when e.maintenance_gap_days is null then ${maintenanceByCode("NONE").number}
    when e.maintenance_gap_days < ${MAINTENANCE_SHORTEST_GAP_DAYS} then ${maintenanceByCode("MORE_OFTEN").number}
    when e.maintenance_gap_days > ${MAINTENANCE_LONGEST_GAP_DAYS} then ${maintenanceByCode("LESS_OFTEN").number}
    else ${maintenanceByCode("EVERY_4_TO_6_WEEKS").number}
  end as maintenance
from (
  select course_id,
    count(*)::integer as sessions,
    array_agg(day::integer order by day) as session_days,
    max(day) as last_session_day,
    (count(*) filter (where induction))::integer as induction_sessions,
    max(day) filter (where induction) as last_induction_day,
    max(day) filter (where induction) - min(day) filter (where induction) as span_days,
    percentile_cont(0.5) within group (order by gap_days) filter (where not induction) as maintenance_gap_days,
    ${["systolic", "diastolic", "heart_rate"].map(meanRise).join(", ")}
  from publishing_session
  group by course_id
) e
join publishing_course p on p.id = e.course_id`;

/** Makes publishing_course, publishing_session and publishing_exposure; answers how many courses there are. */
export async function deriveCourses(ask: Ask, datasetId: number): Promise<number> {
  const values = [datasetId];
  await makeWorkTable(ask, {
    name: "publishing_course",
    query: courses,
    values,
    key: ["patient", "course"],
    counted: ["id", "patient", "course"],
  });
  await makeWorkTable(ask, {
    name: "publishing_session",
    query: sessions,
    values,
    key: ["course_id"],
    counted: ["course_id"],
  });
  await makeWorkTable(ask, {
    name: "publishing_exposure",
    query: exposure,
    key: ["course_id"],
    counted: ["course_id"],
  });
  const [row] = await ask<{ courses: number }>("select count(*)::integer as courses from publishing_course");
  return row?.courses ?? 0;
}
