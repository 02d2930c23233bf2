// Ninth step: the release's rows of analysis_measure: what deriveMeasures gathered, with the course's dimensions.
import { dimensionColumns } from "./analysisColumns";
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
    from: "from publishing_measure m join publishing_cohort c on c.course_id = m.course_id",
  });
}
