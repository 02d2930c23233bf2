// Third step: the release's rows of analysis_course: dimensions, exposure, and the side effects of the whole course.
import { ascertainmentByCode, sideEffectSeverities, sideEffects } from "@afterglow/shared";
import { courseColumns, dimensionColumns, termColumns } from "./analysisColumns";
import type { Ask, Publication } from "./publication";
import { numberOf } from "./vocabularySql";

/** Beside the vocabulary's severities: observed, but how severe was not recorded. */
export const UNKNOWN_SIDE_EFFECT_SEVERITY = 4;

/** The mean rise of a reading over the sessions with both values, in tenths, rounded half up. */
const meanRise = (reading: string): string =>
  `floor(avg(s.${reading}_peak - s.${reading}_before) * 10 + 0.5) as ${reading}_rise`;

const ofTerm = (column: string, { number, name }: { number: number; name: string }): string =>
  `coalesce(max(${column}) filter (where term = ${number}), 0) as ${column}_${name}`;

const { number: checklist } = ascertainmentByCode("CHECKLIST");
const { number: spontaneous } = ascertainmentByCode("SPONTANEOUS");

const insert = `
insert into analysis_course (release_id, dataset_id, ${courseColumns.join(", ")})
select $2, $1, c.patient, c.course, ${dimensionColumns.map((column) => `c.${column}`).join(", ")},
  c.age_years, c.sessions, c.induction_sessions,
  coalesce(effect.ascertained, 0),
  rise.systolic_rise, rise.diastolic_rise, rise.heart_rate_rise,
  ${termColumns.map(({ name }) => `coalesce(effect.worst_${name}, 0)`).join(", ")},
  ${termColumns.map(({ name }) => `coalesce(effect.sessions_${name}, 0)`).join(", ")}
from publishing_cohort c
left join (
  select s.patient, s.course, ${meanRise("systolic")}, ${meanRise("diastolic")}, ${meanRise("heart_rate")}
  from session s
  where s.dataset_id = $1
  group by s.patient, s.course
) rise on rise.patient = c.patient and rise.course = c.course
left join (
  select patient, course,
    case when bool_or(checklist) then ${checklist} when bool_or(spontaneous) then ${spontaneous} else 0 end
      as ascertained,
    ${termColumns.map((term) => ofTerm("worst", term)).join(",\n    ")},
    ${termColumns.map((term) => ofTerm("sessions", term)).join(",\n    ")}
  from (
    -- The worst severity that is known, unknown only where none is. A term stands once in a session, by its key.
    select patient, course, ${numberOf("term", sideEffects)} as term,
      coalesce(max(nullif(${numberOf("severity", sideEffectSeverities)}, 0)), ${UNKNOWN_SIDE_EFFECT_SEVERITY}) as worst,
      count(*) as sessions,
      bool_or(ascertained_by = 'CHECKLIST') as checklist,
      bool_or(ascertained_by = 'SPONTANEOUS') as spontaneous
    from side_effect
    where dataset_id = $1
    group by patient, course, side_effect.term
  ) by_term
  group by patient, course
) effect on effect.patient = c.patient and effect.course = c.course
order by c.course_id`;

export async function writeCourses(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  await ask(insert, [datasetId, releaseId]);
}
