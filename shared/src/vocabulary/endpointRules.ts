// The endpoint rules of one score against one baseline: case, response, remission, worsening, category of change.
// Whole numbers only, and each rule a single comparison, because publishing runs the same rules in SQL.
// Which scores are compared, and when, is not decided here.
//
// Every rule works on the burden: how far a score lies from the best score, which is 0 on all instruments but
// those where higher is better. There it is the mirror image (max - score), so that turning a scale round
// changes no endpoint: on the WHO-5, half of the response rule "HALF" is half of the way to 100, not half of a
// baseline that may be near 0. That is what linear scoring to the percent of the maximum possible implies
// (Cohen P, et al. Multivariate Behav Res 1999;34:315-346).
import type { ChangeCategoryCode } from "./changeCategories";
import type { Instrument } from "./instruments";

/** The outcome's response rule: the instrument's own, or half of the baseline burden for all instruments. */
export type ResponseRuleCode = "INSTRUMENT" | "HALF";
const HALF = { kind: "share", percent: 50 } as const;

/** Distance from the best score, in points, never negative. */
export function burdenOf(instrument: Instrument, score: number): number {
  return instrument.higherIsBetter ? instrument.max - score : score - instrument.min;
}

/** Points of improvement since baseline; negative where it got worse. */
export function improvementOf(instrument: Instrument, baseline: number, score: number): number {
  return burdenOf(instrument, baseline) - burdenOf(instrument, score);
}

/** At caseness or beyond: only then can a response be told. Instruments without caseness have no cases. */
export function isCase(instrument: Instrument, score: number): boolean {
  const { caseness, higherIsBetter } = instrument;
  if (caseness === null) return false;
  return higherIsBetter ? score <= caseness : score >= caseness;
}

/** Has the improvement reached `parts` / 2 of the response rule? A baseline burden of 0 has none to lose. */
function reaches(
  instrument: Instrument,
  rule: ResponseRuleCode,
  baseline: number,
  score: number,
  parts: 1 | 2,
) {
  const response = rule === "HALF" ? HALF : instrument.response;
  const burden = burdenOf(instrument, baseline);
  const improvement = improvementOf(instrument, baseline, score);
  if (response.kind === "points") return 2 * improvement >= parts * response.points;
  return burden > 0 && 200 * improvement >= parts * response.percent * burden;
}

/** share: 100 * improvement >= percent * baseline burden, with a burden over 0; points: improvement >= points. */
export function isResponse(
  instrument: Instrument,
  rule: ResponseRuleCode,
  baseline: number,
  score: number,
): boolean {
  return reaches(instrument, rule, baseline, score, 2);
}

/** At the remission cut-off or better. It does not require a response. False where no cut-off is agreed. */
export function isRemission(instrument: Instrument, score: number): boolean {
  const { remission, higherIsBetter } = instrument;
  if (remission === null) return false;
  return higherIsBetter ? score >= remission : score <= remission;
}

/** Worse than baseline by at least the smallest important change. */
export function isWorse(instrument: Instrument, baseline: number, score: number): boolean {
  return -improvementOf(instrument, baseline, score) >= instrument.smallestImportantChange;
}

/**
 * One category for every pair. Tested in this order: remission, response, partial (at least half of the
 * response rule), worse, unchanged. Remission is a state, so it wins even over a rise within it; for a case at
 * baseline the two cannot meet.
 */
export function changeCategory(
  instrument: Instrument,
  rule: ResponseRuleCode,
  baseline: number,
  score: number,
): ChangeCategoryCode {
  if (isRemission(instrument, score)) return "REMISSION";
  if (isResponse(instrument, rule, baseline, score)) return "RESPONSE";
  if (reaches(instrument, rule, baseline, score, 1)) return "PARTIAL";
  if (isWorse(instrument, baseline, score)) return "WORSE";
  return "UNCHANGED";
}
