// Fourth step: the release's rows of analysis_course_side_effect: each side effect of a course gathered from its
// sessions, with the course's dimensions. The worst severity of the course is writeCourses'.
import { INDUCTION_MOST_SESSIONS, sideEffectSeverities, sideEffects } from "@afterglow/shared";
import { courseSideEffectColumns, dimensionColumns } from "./analysisColumns";
import type { Ask, Publication } from "./publication";
import { numberOf } from "./vocabularySql";

/** As many as an induction can have, and as the bits of a smallint can hold. */
const infusions = `sum(case when session between 1 and ${INDUCTION_MOST_SESSIONS} then 1 << (session - 1) else 0 end)`;

const insert = `
insert into analysis_course_side_effect (release_id, dataset_id, ${courseSideEffectColumns.join(", ")})
select $2, $1, c.patient, c.course, e.term, ${dimensionColumns.map((column) => `c.${column}`).join(", ")},
  e.infusions,
  ${sideEffectSeverities.map(({ code }) => `e.sessions_${code.toLowerCase()}`).join(", ")}, e.sessions_unknown,
  e.longest_min
from (
  select patient, course, ${numberOf("term", sideEffects)} as term,
    ${infusions} as infusions,
    ${sideEffectSeverities.map(({ code }) => `count(*) filter (where severity = '${code}') as sessions_${code.toLowerCase()}`).join(",\n    ")},
    count(*) filter (where severity is null) as sessions_unknown,
    max(duration_min) as longest_min
  from side_effect
  where dataset_id = $1
  group by patient, course, side_effect.term
) e
join publishing_cohort c on c.patient = e.patient and c.course = e.course
order by c.course_id, e.term`;

export async function writeSideEffects(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  await ask(insert, [datasetId, releaseId]);
}
