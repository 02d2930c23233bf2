// Fifth step: each side effect of a course gathered from its sessions, once for the rows of courses and of side effects;
// then all those of a course in one row. Work tables; no row of a release.
import {
  INDUCTION_MOST_SESSIONS,
  ascertainmentByCode,
  sideEffectSeverities,
  sideEffects,
} from "@afterglow/shared";
import { termColumns } from "./analysisColumns";
import type { Ask } from "./publication";
import { numberOf } from "./vocabularySql";
import { amongThem, deriveByCourse } from "../database/workTable";

/** Beside the vocabulary's severities: observed, but how severe was not recorded. */
export const UNKNOWN_SIDE_EFFECT_SEVERITY = 4;

/** As many as an induction can have, and as the bits of a smallint can hold. */
const infusions = `sum(case when e.session between 1 and ${INDUCTION_MOST_SESSIONS} then 1 << (e.session - 1) else 0 end)`;

/**
 * publishing_side_effect: one row a course and term. The worst severity that is known, unknown only where none is. A term
 * stands once in a session, by its key.
 */
const gathered = (courses: string): string => `
select g.course_id, (${numberOf("g.code", sideEffects)})::smallint as term,
  coalesce(nullif(g.worst, 0), ${UNKNOWN_SIDE_EFFECT_SEVERITY}) as worst,
  g.sessions, g.checklist, g.spontaneous, g.infusions,
  ${sideEffectSeverities.map(({ code }) => `g.sessions_${code.toLowerCase()}`).join(", ")}, g.sessions_unknown, g.longest_min
from (
  select p.id as course_id, e.term as code,
    max(${numberOf("e.severity", sideEffectSeverities)}) as worst,
    count(*) as sessions,
    bool_or(e.ascertained_by = 'CHECKLIST') as checklist,
    bool_or(e.ascertained_by = 'SPONTANEOUS') as spontaneous,
    ${infusions} as infusions,
    ${sideEffectSeverities.map(({ code }) => `count(*) filter (where e.severity = '${code}') as sessions_${code.toLowerCase()}`).join(",\n    ")},
    count(*) filter (where e.severity is null) as sessions_unknown,
    max(e.duration_min) as longest_min
  from ${courses} p
  join side_effect e on e.dataset_id = $1 and e.patient = p.patient and e.course = p.course
  group by p.id, e.term
) g`;

const { number: checklist } = ascertainmentByCode("CHECKLIST");
const { number: spontaneous } = ascertainmentByCode("SPONTANEOUS");

const ofTerm = (column: string, { number, name }: { number: number; name: string }): string =>
  `coalesce(max(${column}) filter (where term = ${number}), 0)::smallint as ${column}_${name}`;

/** publishing_course_side_effect: one row a course that has any. */
const ofCourses = `
select course_id,
  case when bool_or(checklist) then ${checklist} when bool_or(spontaneous) then ${spontaneous} else 0 end as ascertained,
  ${termColumns.map((term) => ofTerm("worst", term)).join(",\n  ")},
  ${termColumns.map((term) => ofTerm("sessions", term)).join(",\n  ")}
from publishing_side_effect
where ${amongThem("course_id")}
group by course_id`;

/** Both by courses: grouped all at once, they would be put together again by one processor. */
export async function deriveSideEffects(ask: Ask, datasetId: number): Promise<void> {
  const counted = ["course_id"];
  await deriveByCourse(ask, {
    name: "publishing_side_effect",
    query: gathered,
    datasetId,
    key: counted,
    counted,
  });
  await deriveByCourse(ask, {
    name: "publishing_course_side_effect",
    query: () => ofCourses,
    datasetId,
    counted,
  });
}
