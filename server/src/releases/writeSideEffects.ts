// Seventh step: the release's rows of analysis_course_side_effect: each side effect of a course, with the course's
// dimensions. The worst severity of the course is writeCourses'.
import { sideEffectSeverities } from "@afterglow/shared";
import { courseSideEffectColumns, dimensionColumns } from "./analysisColumns";
import type { Ask, Publication } from "./publication";

const insert = `
insert into analysis_course_side_effect (release_id, dataset_id, ${courseSideEffectColumns.join(", ")})
select $2, $1, c.patient, c.course, e.term, ${dimensionColumns.map((column) => `c.${column}`).join(", ")},
  e.infusions,
  ${sideEffectSeverities.map(({ code }) => `e.sessions_${code.toLowerCase()}`).join(", ")}, e.sessions_unknown,
  e.longest_min
from publishing_side_effect e
join publishing_cohort c on c.course_id = e.course_id
-- By course and term, as one number, which sorts faster.
order by (c.course_id::bigint << 8) + e.term`;

export async function writeSideEffects(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  await ask(insert, [datasetId, releaseId]);
}
