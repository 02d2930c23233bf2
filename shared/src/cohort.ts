/**
 * A cohort: an AND over dimensions of allowed categories, a closed grammar. Its form in a URL and its check live here;
 * the server checks with the same functions. Its sentence is in cohortSentence.ts.
 */
import { InvalidChoice, quote } from "./invalidChoice";
import { maintenanceRules, keysOf } from "./outcome";
import { dimensions, type Dimension, type DimensionName } from "./vocabulary/dimensions";

/** Chosen category codes by dimension. A dimension that is absent is not filtered; courseNumber always has one. */
export type Cohort = { readonly [D in DimensionName]?: readonly string[] };

export const defaultCourseNumber = "FIRST";

/** The cohort that nobody has narrowed: everyone's first course. */
export const everyone: Cohort = { courseNumber: [defaultCourseNumber] };

/** Clinics and years are named by the dataset, so their codes can only be checked for form: 7, 2021. */
const openCode = /^(?:[1-9][0-9]{0,4}|UNKNOWN)$/;

/** Checks every choice against the grammar and puts it in canonical order. Throws InvalidChoice naming the dimension. */
export function checkCohort(choices: Cohort): Cohort {
  const checked: { -readonly [D in DimensionName]?: readonly string[] } = {};
  for (const dimension of dimensions) {
    const chosen = choices[dimension.name];
    if (chosen === undefined || chosen === null || chosen.length === 0) continue;
    const codes = [...new Set(chosen)];
    const ordered =
      dimension.categories === null ? openCodes(dimension, codes) : closedCodes(dimension, codes);
    checkGrammar(dimension, ordered);
    if (ordered.length !== dimension.categories?.length) checked[dimension.name] = ordered;
  }
  checked.courseNumber ??= [defaultCourseNumber];
  return checked;
}

function closedCodes(dimension: Dimension, codes: readonly string[]): string[] {
  const known = (dimension.categories ?? []).map((c) => c.code);
  const unknownAt = codes.findIndex((code) => !known.includes(code));
  if (unknownAt >= 0) {
    throw new InvalidChoice(dimension.name, `${quote(codes[unknownAt])} is not one of ${known.join(", ")}`);
  }
  return known.filter((code) => codes.includes(code));
}

function openCodes(dimension: Dimension, codes: readonly string[]): string[] {
  const wrongAt = codes.findIndex((code) => !openCode.test(code));
  if (wrongAt >= 0)
    throw new InvalidChoice(dimension.name, `${quote(codes[wrongAt])} must be a whole number or UNKNOWN`);
  return [...codes].sort((a, b) => Number(a) - Number(b));
}

function checkGrammar(dimension: Dimension, codes: readonly string[]): void {
  if (dimension.grammar === "one" && codes.length > 1)
    throw new InvalidChoice(dimension.name, "takes one category");
  if (dimension.grammar !== "range" || codes.length < 2) return;
  if (codes.includes("UNKNOWN")) throw new InvalidChoice(dimension.name, "UNKNOWN can only be chosen alone");
  const positions = codes.map((code) =>
    dimension.categories === null ? Number(code) : dimension.categories.findIndex((c) => c.code === code),
  );
  const gap = positions.some((p, i) => i > 0 && p !== (positions[i - 1] ?? p) + 1);
  if (gap) throw new InvalidChoice(dimension.name, "takes one range of neighbouring categories");
}

/** Reads a cohort from URL parameters, one a dimension with comma-separated categories. Throws InvalidChoice. */
export function cohortFromSearch(search: URLSearchParams): Cohort {
  const choices: { -readonly [D in DimensionName]?: readonly string[] } = {};
  for (const dimension of dimensions) {
    const rules: readonly string[] = dimension.name === "maintenance" ? keysOf(maintenanceRules) : [];
    const words = search
      .getAll(dimension.name)
      .flatMap((value) => value.split(","))
      .filter((word) => !rules.includes(word));
    if (words.length === 0 || (words.length === 1 && words[0] === "")) continue;
    choices[dimension.name] = words.map(
      (word) => dimension.categories?.find((c) => c.url === word)?.code ?? word,
    );
  }
  return checkCohort(choices);
}

/** The cohort's part of the URL: [parameter, value] pairs in the dimensions' order, defaults left out. */
export function cohortToSearch(cohort: Cohort): [string, string][] {
  const pairs: [string, string][] = [];
  for (const dimension of dimensions) {
    const codes = cohort[dimension.name];
    if (codes === undefined || codes.length === 0) continue;
    if (dimension.name === "courseNumber" && codes[0] === defaultCourseNumber) continue;
    const words = codes.map((code) => dimension.categories?.find((c) => c.code === code)?.url ?? code);
    pairs.push([dimension.name, words.join(",")]);
  }
  return pairs;
}
