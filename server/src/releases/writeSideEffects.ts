// Seventh step: the release's rows of analysis_course_side_effect: each side effect of a course, with the course's
// dimensions. The worst severity of the course is writeCourses'.
import { dimensionColumns } from "./analysisColumns";
import type { Ask, Publication } from "./publication";
import { writeRows } from "./writeRows";

const ofCourse = new Set(["patient", "course", ...dimensionColumns]);

export async function writeSideEffects(ask: Ask, publication: Publication): Promise<void> {
  await writeRows(ask, publication, {
    table: "analysis_course_side_effect",
    valueOf: (column) => `${ofCourse.has(column) ? "c" : "e"}.${column}`,
    from: "from publishing_side_effect e join publishing_cohort c on c.course_id = e.course_id",
  });
}
