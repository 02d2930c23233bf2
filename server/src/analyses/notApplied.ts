// What the neighbour rule left out of a cohort, in words: a filter that was given up, or single categories of one.
import {
  dimensionByName,
  dimensions,
  inSentence,
  UNKNOWN_CODE,
  type Answered,
  type Category,
  type Cohort,
  type DimensionName,
} from "@afterglow/shared";

/** `applied`: what was left of it; `categoriesOf`: a dimension's, those of clinics and years as the release has them. */
export function notApplied(
  k: number,
  asked: Cohort,
  applied: Cohort,
  categoriesOf: (name: DimensionName) => readonly Category[],
): Answered["notApplied"] {
  return dimensions.flatMap(({ name, label }) => {
    const codes = asked[name] ?? [];
    const left = applied[name];
    if (codes.length === 0) return [];
    if (left === undefined)
      return [{ dimension: name, sentence: sentenceOf(label, k, name === "priorTrials") }];
    return categoriesOf(name)
      .filter(({ code }) => codes.includes(code) && !left.includes(code))
      .map((category) => ({ dimension: name, sentence: sentenceOf(wordsOf(name, category), k) }));
  });
}

/** Conditions and treatments say by themselves what they are. */
function wordsOf(name: DimensionName, { code, label }: Category): string {
  const speaks = (name === "condition" || name === "modality") && code !== UNKNOWN_CODE;
  return speaks ? label : `${label} (${inSentence(dimensionByName(name).label)})`;
}

const sentenceOf = (what: string, k: number, isPlural = false): string =>
  isPlural
    ? `${what} were not applied: they would set apart fewer than ${k} patients.`
    : `${what} was not applied: it would set apart fewer than ${k} patients.`;
