// Third step: the release's rows of analysis_measure: what measuresOf gathers, with the course's dimensions. Written as they
// are derived: they are the most and the widest rows of a release, and would take as long to write a second time.
import { dimensionColumns } from "./analysisColumns";
import { scoredCourses } from "./deriveCohort";
import { measuresOf } from "./measuresOf";
import type { Ask, Publication } from "./publication";
import { writeRows } from "./writeRows";

const ofCourse = new Set(["patient", "course", "expected_to_day", ...dimensionColumns]);

export async function writeMeasures(ask: Ask, publication: Publication): Promise<void> {
  await writeRows(ask, publication, {
    table: "analysis_measure",
    valueOf: (column) =>
      column === "own"
        ? "coalesce(m.instrument = c.own_instrument, false)"
        : `${ofCourse.has(column) ? "c" : "m"}.${column}`,
    from: (courses) => ({
      with: `measured as materialized (${measuresOf(courses)}
), scored as materialized (${scoredCourses(courses, "measured")}
)`,
      from: "from measured m join scored c on c.course_id = m.course_id order by m.instrument, m.rule",
    }),
  });
}
