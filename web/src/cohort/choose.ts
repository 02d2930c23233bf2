// What a click on a category does to the cohort, by the grammar of its dimension. Pure; the page only navigates.
import {
  checkCohort,
  dimensionByName,
  everyone,
  UNKNOWN_CODE,
  type Cohort,
  type DimensionName,
} from "@afterglow/shared";

/** The cohort after `code` has been checked or unchecked. `known`: the dimension's categories, in order. */
export function toggled(cohort: Cohort, name: DimensionName, code: string, known: readonly string[]): Cohort {
  const chosen = cohort[name] ?? [];
  const { grammar } = dimensionByName(name);
  if (grammar === "one") return withChoice(cohort, name, chosen.includes(code) ? [] : [code]);
  if (grammar === "range") return withChoice(cohort, name, toggledRange(chosen, code, known));
  const next = chosen.includes(code) ? chosen.filter((c) => c !== code) : [...chosen, code];
  return withChoice(cohort, name, next);
}

/** Checking extends the range to the category; unchecking ends the range before it, or begins it after its start. */
function toggledRange(chosen: readonly string[], code: string, known: readonly string[]): readonly string[] {
  if (code === UNKNOWN_CODE) return chosen.includes(code) ? [] : [code];
  const order = known.filter((each) => each !== UNKNOWN_CODE);
  const at = order.indexOf(code);
  const places = chosen.map((each) => order.indexOf(each)).filter((place) => place >= 0);
  if (places.length === 0) return [code];
  const first = Math.min(...places);
  const last = Math.max(...places);
  if (!chosen.includes(code)) return order.slice(Math.min(first, at), Math.max(last, at) + 1);
  return at === first ? order.slice(first + 1, last + 1) : order.slice(first, at);
}

export function withChoice(cohort: Cohort, name: DimensionName, codes: readonly string[]): Cohort {
  return checkCohort({ ...cohort, [name]: codes });
}

/** Is anything chosen in this dimension? The first course is where everyone starts, so it is no choice. */
export function isFiltered(cohort: Cohort, name: DimensionName): boolean {
  const chosen = cohort[name] ?? [];
  if (name === "courseNumber") return chosen[0] !== everyone.courseNumber?.[0];
  return chosen.length > 0;
}
