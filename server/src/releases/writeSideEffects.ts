// Fourth step: the release's rows of analysis_side_effect, one a side effect in a session.
import { sideEffectSeverities, sideEffects } from "@afterglow/shared";
import { sideEffectColumns } from "./analysisColumns";
import type { Ask, Publication } from "./publication";
import { numberOf } from "./vocabularySql";
import { UNKNOWN_SIDE_EFFECT_SEVERITY } from "./writeCourses";

const insert = `
insert into analysis_side_effect (release_id, dataset_id, ${sideEffectColumns.join(", ")})
select $2, $1, s.patient, s.course, s.session,
  ${numberOf("s.term", sideEffects)},
  coalesce(nullif(${numberOf("s.severity", sideEffectSeverities)}, 0), ${UNKNOWN_SIDE_EFFECT_SEVERITY}),
  s.duration_min
from side_effect s
join publishing_cohort c on c.patient = s.patient and c.course = s.course
where s.dataset_id = $1
order by c.course_id, s.session, s.term`;

export async function writeSideEffects(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  await ask(insert, [datasetId, releaseId]);
}
