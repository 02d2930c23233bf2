// Sixth step: the release's rows of analysis_course: dimensions, exposure, and the side effects of the whole course.
import { dimensionColumns } from "./analysisColumns";
import type { Ask, Publication } from "./publication";
import { writeRows } from "./writeRows";

const ofCourse = new Set([
  "patient",
  "course",
  "age_years",
  "sessions",
  "induction_sessions",
  ...dimensionColumns,
]);

export async function writeCourses(ask: Ask, publication: Publication): Promise<void> {
  await writeRows(ask, publication, {
    table: "analysis_course",
    valueOf: (column) => {
      if (ofCourse.has(column)) return `c.${column}`;
      return column.endsWith("_rise") ? `x.${column}` : `coalesce(e.${column}, 0)`;
    },
    from: `from publishing_cohort c
left join publishing_exposure x on x.course_id = c.course_id
left join publishing_course_side_effect e on e.course_id = c.course_id`,
  });
}
