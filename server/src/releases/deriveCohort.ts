// Fourth step: every course with all its dimensions: those of its sessions, and the severity, which needs its scores. The
// rows of scores have been written with them (writeMeasures), some thousand courses at a time; here it is done for all, from
// what was written. A work table; no row of a release.
import { dimensionColumns } from "./analysisColumns";
import { LAST_DUE_DAY } from "./endpointDefinitions";
import type { Ask, Publication } from "./publication";
import { severityBandValues } from "./vocabularySql";
import { amongThem, makeWorkTable } from "../database/workTable";

const own = new Set(["protocol", "maintenance", "severity"]);
const plainDimensions = dimensionColumns.filter((column) => !own.has(column)).map((column) => `p.${column}`);

/** `scored`: joins as m the severity and the day of the last score of each course (p) that has scores. */
const withDimensions = (courses: string, exposures: string, scored: string): string => `
select p.id as course_id, p.patient, p.course, p.own_instrument, p.age_years,
  coalesce(e.sessions, 0)::smallint as sessions,
  coalesce(e.induction_sessions, 0)::smallint as induction_sessions,
  coalesce(e.protocol, 0)::smallint as protocol,
  coalesce(e.maintenance, 0)::smallint as maintenance,
  coalesce(m.severity, 0)::smallint as severity,
  (case when p.ongoing then coalesce(p.end_day, greatest(e.last_session_day, m.last_day, 0)) else ${LAST_DUE_DAY} end)::smallint
    as expected_to_day,
  ${plainDimensions.join(", ")}
from ${courses} p
left join publishing_exposure e on ${exposures}
${scored}`;

/**
 * Of these courses, those that have scores (`measured`: their rows of measuresOf). Severity is the band of the baseline of
 * the condition's own instrument; without one, of the first instrument of the vocabulary that has one: the least of the
 * numbers that put the own one first and bring their severity along.
 */
export const scoredCourses = (courses: string, measured: string): string =>
  withDimensions(
    courses,
    `e.course_id = p.id and ${amongThem("e.course_id")}`,
    `join (
  select b.course_id, max(b.last_day) as last_day,
    min(case when b.instrument = q.own_instrument then 0 else b.instrument * 100 end + band.severity) % 100 as severity
  from ${measured} b
  join ${courses} q on q.id = b.course_id
  left join ${severityBandValues("band")}
    on band.instrument = b.instrument and b.baseline between band.from_score and band.to_score
  where b.rule = 0
  group by b.course_id
) m on m.course_id = p.id`,
  );

/** The day to which scores are expected is the last one of a score, wherever that counts. */
const written = `
left join (
  select patient, course, max(severity) as severity, max(expected_to_day) as last_day
  from analysis_measure where dataset_id = $1 and release_id = $2 and rule = 0
  group by patient, course
) m using (patient, course)`;

/** Makes publishing_cohort. */
export async function deriveCohort(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  await makeWorkTable(ask, {
    name: "publishing_cohort",
    query: withDimensions("publishing_course", "e.course_id = p.id", written),
    values: [datasetId, releaseId],
    key: ["course_id"],
    counted: ["course_id", "patient"],
  });
}
