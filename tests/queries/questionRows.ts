// What the rows of measures hold for the Questions page: the suicidality item, and rows of the WHO-5. From streams of
// their own, so that the other rows stay as they are.
import { instruments } from "@afterglow/shared";
import { randomFrom, scoreVisits, type Row } from "./analysisRows";

const phq9 = instruments.find(({ code }) => code === "PHQ9")?.number;
const who5 = instruments.find(({ code }) => code === "WHO5")?.number ?? 0;

/** The item of every score that is there, now and then not recorded. */
export function withItems(measures: readonly Row[], seed: number): Row[] {
  const random = randomFrom(seed);
  const item = (score: unknown): number | null =>
    score === null || random() < 0.1 ? null : Math.floor(random() ** 1.5 * 4);
  return measures.map((row) => {
    const has = row["instrument"] === phq9;
    const items = ["baseline", ...scoreVisits].map((visit): [string, number | null] => [
      `item_${visit}`,
      has ? item(visit === "baseline" ? row["baseline"] : row[`score_${visit}`]) : null,
    ]);
    return { ...row, ...Object.fromEntries(items) };
  });
}

/** Of two courses in three: percentage scores, which come in steps of four. */
export function wellbeingRows(courses: readonly Row[], about: readonly string[], seed: number): Row[] {
  const random = randomFrom(seed);
  const score = (share: number): number | null => (random() < share ? 4 * Math.floor(random() * 26) : null);
  return courses.flatMap((course): Row[] => {
    if (random() < 0.34) return [];
    const key = Object.fromEntries(
      ["patient", "course", ...about].map((name) => [name, course[name] ?? null]),
    );
    const baseline = score(0.9);
    const scores = scoreVisits.map((visit, index): [string, number | null] => [
      `score_${visit}`,
      score(0.9 - index / 20),
    ]);
    return [0, 1].map((rule) => ({
      ...key,
      instrument: who5,
      rule,
      own: false,
      baseline,
      is_case: baseline !== null && baseline <= 50,
      later_score: true,
      expected_to_day: 420,
      ...Object.fromEntries(scores),
    }));
  });
}
