// The rows of analysis_course_side_effect that belong to single side effects in sessions, gathered in plain loops.
// The oracle of the tallies counts the single ones.
import { dimensions } from "@afterglow/shared";
import { snake, type AnalysisRows, type Row } from "./analysisRows";

export function courseSideEffects({ courses, effects }: AnalysisRows): Row[] {
  const byCourse = new Map<string, Row[]>();
  const keyOf = (row: Row): string => `${String(row["patient"])} ${String(row["course"])}`;
  for (const row of effects) byCourse.set(keyOf(row), [...(byCourse.get(keyOf(row)) ?? []), row]);
  return courses.flatMap((course) => {
    const ofCourse = byCourse.get(keyOf(course)) ?? [];
    const terms = [...new Set(ofCourse.map((row) => Number(row["term"])))];
    return terms.map((term): Row => {
      const seen = ofCourse.filter((row) => row["term"] === term);
      const sessionsWith = (severity: number) => seen.filter((row) => row["severity"] === severity).length;
      const minutes = seen.flatMap((row) => row["duration_min"] ?? []).map(Number);
      return {
        patient: course["patient"] ?? null,
        course: course["course"] ?? null,
        term,
        ...Object.fromEntries(dimensions.map(({ name }) => [snake(name), course[snake(name)] ?? null])),
        infusions: seen.reduce((bits, row) => bits + 2 ** (Number(row["session"]) - 1), 0),
        sessions_mild: sessionsWith(1),
        sessions_moderate: sessionsWith(2),
        sessions_severe: sessionsWith(3),
        sessions_unknown: sessionsWith(4),
        longest_min: minutes.length === 0 ? null : Math.max(...minutes),
      };
    });
  });
}
