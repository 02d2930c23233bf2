// Ninth step: the release's rows of analysis_measure: what deriveMeasures gathered, with the course's dimensions.
import { dimensionColumns, measureColumns } from "./analysisColumns";
import type { Ask, Publication } from "./publication";

const ofCourse = new Set(["patient", "course", "expected_to_day", ...dimensionColumns]);
const sourceOf = (column: string): string => {
  if (column === "own") return "coalesce(m.instrument = c.own_instrument, false)";
  return `${ofCourse.has(column) ? "c" : "m"}.${column}`;
};

const insert = `
insert into analysis_measure (release_id, dataset_id, ${measureColumns.join(", ")})
select $2, $1, ${measureColumns.map(sourceOf).join(", ")}
from publishing_measure m
join publishing_cohort c on c.course_id = m.course_id
-- By instrument, rule and course, as one number: the columns of a wide row are slow to find for each comparison.
order by (m.instrument::bigint << 36) + (m.rule::bigint << 32) + m.course_id`;

export async function writeMeasures(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  await ask(insert, [datasetId, releaseId]);
}
