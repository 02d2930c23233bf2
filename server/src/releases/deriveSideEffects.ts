// Fifth step: each side effect of a course gathered from its sessions, once for the rows of courses and of side effects.
// A work table; no row of a release.
import { INDUCTION_MOST_SESSIONS, sideEffectSeverities, sideEffects } from "@afterglow/shared";
import type { Ask } from "./publication";
import { numberOf } from "./vocabularySql";
import { makeWorkTable } from "../database/workTable";

/** Beside the vocabulary's severities: observed, but how severe was not recorded. */
export const UNKNOWN_SIDE_EFFECT_SEVERITY = 4;

/** As many as an induction can have, and as the bits of a smallint can hold. */
const infusions = `sum(case when e.session between 1 and ${INDUCTION_MOST_SESSIONS} then 1 << (e.session - 1) else 0 end)`;

/**
 * publishing_side_effect: one row a course and term. The worst severity that is known, unknown only where none is. A term
 * stands once in a session, by its key.
 */
const gathered = `
select p.id as course_id, ${numberOf("e.term", sideEffects)} as term,
  coalesce(max(nullif(${numberOf("e.severity", sideEffectSeverities)}, 0)), ${UNKNOWN_SIDE_EFFECT_SEVERITY}) as worst,
  count(*) as sessions,
  bool_or(e.ascertained_by = 'CHECKLIST') as checklist,
  bool_or(e.ascertained_by = 'SPONTANEOUS') as spontaneous,
  ${infusions} as infusions,
  ${sideEffectSeverities.map(({ code }) => `count(*) filter (where e.severity = '${code}') as sessions_${code.toLowerCase()}`).join(",\n  ")},
  count(*) filter (where e.severity is null) as sessions_unknown,
  max(e.duration_min) as longest_min
from side_effect e
join publishing_course p on p.patient = e.patient and p.course = e.course
where e.dataset_id = $1
group by p.id, e.term`;

export async function deriveSideEffects(ask: Ask, datasetId: number): Promise<void> {
  await makeWorkTable(ask, {
    name: "publishing_side_effect",
    query: gathered,
    values: [datasetId],
    counted: ["course_id", "term"],
  });
}
