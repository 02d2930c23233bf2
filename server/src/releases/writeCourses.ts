// Sixth step: the release's rows of analysis_course: dimensions, exposure, and the side effects of the whole course.
import { ascertainmentByCode } from "@afterglow/shared";
import { courseColumns, dimensionColumns, termColumns } from "./analysisColumns";
import type { Ask, Publication } from "./publication";

const ofTerm = (column: string, { number, name }: { number: number; name: string }): string =>
  `coalesce(max(${column}) filter (where term = ${number}), 0) as ${column}_${name}`;

const { number: checklist } = ascertainmentByCode("CHECKLIST");
const { number: spontaneous } = ascertainmentByCode("SPONTANEOUS");

const insert = `
insert into analysis_course (release_id, dataset_id, ${courseColumns.join(", ")})
select $2, $1, c.patient, c.course, ${dimensionColumns.map((column) => `c.${column}`).join(", ")},
  c.age_years, c.sessions, c.induction_sessions,
  coalesce(effect.ascertained, 0),
  exposure.systolic_rise, exposure.diastolic_rise, exposure.heart_rate_rise,
  ${termColumns.map(({ name }) => `coalesce(effect.worst_${name}, 0)`).join(", ")},
  ${termColumns.map(({ name }) => `coalesce(effect.sessions_${name}, 0)`).join(", ")}
from publishing_cohort c
left join publishing_exposure exposure on exposure.course_id = c.course_id
left join (
  select course_id,
    case when bool_or(checklist) then ${checklist} when bool_or(spontaneous) then ${spontaneous} else 0 end
      as ascertained,
    ${termColumns.map((term) => ofTerm("worst", term)).join(",\n    ")},
    ${termColumns.map((term) => ofTerm("sessions", term)).join(",\n    ")}
  from publishing_side_effect
  group by course_id
) effect on effect.course_id = c.course_id
order by c.course_id`;

export async function writeCourses(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  await ask(insert, [datasetId, releaseId]);
}
