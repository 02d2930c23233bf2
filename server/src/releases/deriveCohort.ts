// Fourth step: every course with all its dimensions: those of its sessions, and the severity, which needs its scores. A
// work table; no row of a release.
import { dimensionColumns } from "./analysisColumns";
import { LAST_DUE_DAY } from "./endpointDefinitions";
import type { Ask } from "./publication";
import { severityBandValues } from "./vocabularySql";
import { makeWorkTable } from "../database/workTable";

const own = new Set(["protocol", "maintenance", "severity"]);
const plainDimensions = dimensionColumns.filter((column) => !own.has(column)).map((column) => `p.${column}`);

/**
 * Severity is the band of the baseline of the condition's own instrument; without one, of the first instrument of the
 * vocabulary that has one: the least of the numbers that put the own one first and bring their severity along.
 */
const cohort = `
select p.id as course_id, p.patient, p.course, p.own_instrument, p.age_years,
  coalesce(e.sessions, 0)::smallint as sessions,
  coalesce(e.induction_sessions, 0)::smallint as induction_sessions,
  coalesce(e.protocol, 0)::smallint as protocol,
  coalesce(e.maintenance, 0)::smallint as maintenance,
  coalesce(m.severity % 100, 0)::smallint as severity,
  (case when p.ongoing then coalesce(p.end_day, greatest(e.last_session_day, m.last_day, 0)) else ${LAST_DUE_DAY} end)::smallint
    as expected_to_day,
  ${plainDimensions.join(", ")}
from publishing_course p
left join publishing_exposure e on e.course_id = p.id
left join (
  select b.course_id, max(b.last_day) as last_day,
    min(case when b.instrument = q.own_instrument then 0 else b.instrument * 100 end + band.severity) as severity
  from publishing_measure b
  join publishing_course q on q.id = b.course_id
  left join ${severityBandValues("band")}
    on band.instrument = b.instrument and b.baseline between band.from_score and band.to_score
  where b.rule = 0
  group by b.course_id
) m on m.course_id = p.id`;

/** Makes publishing_cohort. */
export async function deriveCohort(ask: Ask): Promise<void> {
  await makeWorkTable(ask, {
    name: "publishing_cohort",
    query: cohort,
    key: ["course_id"],
    counted: ["course_id", "patient"],
  });
}
