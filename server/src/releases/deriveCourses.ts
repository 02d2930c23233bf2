// First step: the dataset's courses with their dimensions as vocabulary numbers. A work table for the steps that follow;
// not yet what the sessions (deriveSessions) and the scores (measuresOf) make of them, and no row of a release.
import {
  ageBands,
  answerByCode,
  conditions,
  modalities,
  priorTrialBands,
  psychotherapies,
  settings,
  sexes,
} from "@afterglow/shared";
import { LAST_COURSE } from "./endpointDefinitions";
import type { Ask } from "./publication";
import { answerOf, bandOfColumn, numberOf, ownInstrumentOf } from "./vocabularySql";
import { makeWorkTable } from "../database/workTable";

const answers = { no: answerByCode("NO").number, yes: answerByCode("YES").number };

/** publishing_course: one row a course, under a small whole number instead of the patient's id. */
const courses = `
select
  row_number() over (order by c.patient collate "C", c.course)::integer as id,
  c.patient,
  c.course,
  ${numberOf("c.condition", conditions)} as condition,
  ${ownInstrumentOf("c.condition")} as own_instrument,
  ${numberOf("c.modality", modalities)} as modality,
  ${numberOf("c.psychotherapy", psychotherapies)} as psychotherapy,
  ${bandOfColumn("c.age_years", ageBands)} as age,
  ${numberOf("c.sex", sexes)} as sex,
  ${bandOfColumn("c.prior_trials", priorTrialBands)} as prior_trials,
  ${answerOf("c.prior_ect", answers)} as prior_ect,
  ${answerOf("c.antidepressant", answers)} as antidepressant,
  ${answerOf("c.benzodiazepine", answers)} as benzodiazepine,
  ${answerOf("c.mood_stabiliser", answers)} as mood_stabiliser,
  ${numberOf("c.setting", settings)} as setting,
  c.course as course_number,
  coalesce(c.start_year, 0) as start_year,
  coalesce(k.number, 0) as clinic,
  c.age_years,
  coalesce(c.end_reason = 'ONGOING', false) as ongoing,
  c.end_day
from course c
left join clinic k on k.dataset_id = c.dataset_id and k.name = c.clinic
where c.dataset_id = $1 and c.course between 1 and ${LAST_COURSE}`;

/** Makes publishing_course; answers how many courses there are. */
export async function deriveCourses(ask: Ask, datasetId: number): Promise<number> {
  await makeWorkTable(ask, {
    name: "publishing_course",
    query: courses,
    values: [datasetId],
    key: ["id"],
    counted: ["id", "patient", "course"],
  });
  const [row] = await ask<{ courses: number }>("select count(*)::integer as courses from publishing_course");
  return row?.courses ?? 0;
}
