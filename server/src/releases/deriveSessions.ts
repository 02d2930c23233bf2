// Second step: what the sessions make of each course: induction, protocol, maintenance, and the means and sums of what
// was measured in them and of what they cost. One row a course that has sessions; no row of a release.
import {
  ECT_COURSE,
  INDUCTION_LONGEST_GAP_DAYS,
  INDUCTION_MOST_SESSIONS,
  INTENSIVE,
  MAINTENANCE_LONGEST_GAP_DAYS,
  MAINTENANCE_SHORTEST_GAP_DAYS,
  STANDARD,
  maintenanceByCode,
  modalityByCode,
  protocolByCode,
} from "@afterglow/shared";
import { HALF_YEAR_COST_DAYS, YEAR_COST_LAST_DAY } from "./endpointDefinitions";
import type { Ask } from "./publication";
import { deriveByCourse } from "../database/workTable";

const signs = ["systolic", "diastolic", "heart_rate"];

/**
 * A mean over the sessions in tenths, rounded half up. Of whole numbers, so that a fraction in bits is exact enough.
 * `counted` is null where the session does not count.
 */
const meanOf = (sum: string, counted: string, name: string): string =>
  `floor(10.0::float8 * ${sum} / nullif(count(${counted}), 0) + 0.5)::integer as ${name}`;
const plainMean = (value: string, name: string): string => meanOf(`sum(${value})`, value, name);

/**
 * Before, peak and rise are of the same sessions, so that the one can be read against the other: of those with a rise.
 * They are worked out of two sums and one count, since each costs time in every session.
 */
const meansOf = (sign: string): string[] => {
  const rise = `${sign}_peak - ${sign}_before`;
  const peaks = `sum(${sign}_peak) filter (where ${sign}_before is not null)`;
  return [
    meanOf(`(${peaks} - sum(${rise}))`, rise, `${sign}_before`),
    meanOf(peaks, rise, `${sign}_peak`),
    meanOf(`sum(${rise})`, rise, `${sign}_rise`),
  ];
};

/** Within a time: the sessions, and the sum of their costs. */
const spentIn = (name: string, condition: string): string =>
  `count(*) filter (where ${condition}) as ${name}_sessions,
    count(cost_cents) filter (where ${condition}) as ${name}_priced,
    coalesce(sum(cost_cents) filter (where ${condition}), 0) as ${name}_sum`;

const recorded = [
  ...["duration_min", "psychotherapy_min", "recovery_min"],
  ...signs.flatMap((sign) => [`${sign}_before`, `${sign}_peak`]),
  ...["ecg_done", "vitals_monitored"],
].join(", ");

/** Whole numbers are added up faster than decimal ones. */
const CENTS = "(cost_usd * 100)::integer as cost_cents";

/** One number by which the sessions of a course are in order. */
const IN_ORDER = "(day::integer << 15) + number";

const sessions = (courses: string): string => `
  select p.id as course_id, p.modality, day, number, ${recorded}, ${CENTS}
  from ${courses} p
  join session s on s.dataset_id = $1 and s.patient = p.patient and s.course = p.course`;

/** Is each induction? It ends for good at the first gap that is too long. */
const judged = `
  select *, place <= ${INDUCTION_MOST_SESSIONS}
    and max(gap_days) over (partition by course_id order by day, number rows unbounded preceding)
      <= ${INDUCTION_LONGEST_GAP_DAYS} as induction
  from (
    select course_id, day, number,
      row_number() over days as place, coalesce(day - lag(day) over days, 0) as gap_days
    from session_of
    window days as (partition by course_id order by day, number)
  ) ordered`;

const spans = `
  select course_id,
    count(*)::integer as sessions,
    array_agg(day::integer order by day, number) as session_days,
    array_agg(day::integer order by day, number) filter (where not induction) as maintenance_days,
    max(day) as last_session_day,
    max(day) filter (where induction) as last_induction_day,
    max(${IN_ORDER}) filter (where induction) as induction_until,
    max(day) filter (where induction) - min(day) as span_days,
    percentile_cont(0.5) within group (order by gap_days) filter (where not induction) as maintenance_gap_days
  from judged
  group by course_id`;

const halfYear = `last_induction_day + ${HALF_YEAR_COST_DAYS}`;

const means = `
  select s.course_id, min(modality) as modality,
    ${plainMean("duration_min", "duration")},
    ${plainMean("psychotherapy_min", "psychotherapy_time")},
    ${plainMean("recovery_min", "recovery")},
    ${signs.flatMap(meansOf).join(",\n    ")},
    count(ecg_done) as ecg_known, count(*) filter (where ecg_done) as ecg_done,
    count(vitals_monitored) as vitals_known, count(*) filter (where vitals_monitored) as vitals_monitored,
    count(cost_cents) as priced_sessions, sum(cost_cents) as cost_sum,
    ${spentIn("induction", `${IN_ORDER} <= induction_until`)},
    ${spentIn("half_year", `day <= ${halfYear}`)},
    ${spentIn("year", `day <= ${YEAR_COST_LAST_DAY}`)},
    max(${halfYear}) as half_year_ends
  from session_of s
  join span on span.course_id = s.course_id
  group by s.course_id`;

const spanWithin = ({
  fewest,
  most,
  withinDays,
}: {
  fewest: number;
  most: number;
  withinDays: number;
}): string => `m.induction_sessions between ${fewest} and ${most} and s.span_days <= ${withinDays}`;

/** The rules are protocolOf's and maintenanceOf's. */
const exposure = (courses: string): string => `
with session_of as (${sessions(courses)}
), judged as (${judged}
), span as (${spans}
), means as (${means}
)
select *,
  case
    when m.modality = ${modalityByCode("ECT").number} then
      case when m.induction_sessions between ${ECT_COURSE.fewest} and ${ECT_COURSE.most}
        then ${protocolByCode("ECT_COURSE").number} else ${protocolByCode("OTHER").number} end
    when m.induction_sessions = 1 then ${protocolByCode("SINGLE").number}
    when ${spanWithin(INTENSIVE)} then ${protocolByCode("INTENSIVE").number}
    when ${spanWithin(STANDARD)} then ${protocolByCode("STANDARD").number}
    else ${protocolByCode("OTHER").number}
  end as protocol,
  case
    when s.maintenance_gap_days is null then ${maintenanceByCode("NONE").number}
    when s.maintenance_gap_days < ${MAINTENANCE_SHORTEST_GAP_DAYS} then ${maintenanceByCode("MORE_OFTEN").number}
    when s.maintenance_gap_days > ${MAINTENANCE_LONGEST_GAP_DAYS} then ${maintenanceByCode("LESS_OFTEN").number}
    else ${maintenanceByCode("EVERY_4_TO_6_WEEKS").number}
  end as maintenance
from span s
join means m using (course_id)`;

/** Makes publishing_exposure. */
export async function deriveSessions(ask: Ask, datasetId: number): Promise<void> {
  await deriveByCourse(ask, {
    name: "publishing_exposure",
    query: exposure,
    datasetId,
    key: ["course_id"],
    counted: ["course_id"],
  });
}
