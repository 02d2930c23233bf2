// The groups of an answer: every category of the dimension that the cohort allows, in the vocabulary's order, whether
// or not anybody is in it, so that "nobody" and "too few" cannot be told apart by a group's absence.
import {
  clinicCategory,
  conditionByCode,
  dimensionByName,
  startYearCategory,
  UNKNOWN_NUMBER,
  type Category,
  type Cohort,
  type ConditionCode,
  type DimensionName,
  type Group,
  type Measure,
} from "@afterglow/shared";
import type { AnalysedRelease } from "./question";

/** A group, with the number that the tallies carry. */
export interface NumberedGroup {
  readonly number: number;
  readonly group: Group;
}

export const everyoneGroup: Group = { code: "ALL", label: "All patients", short: "All" };

export function groupsOf(
  release: AnalysedRelease,
  cohort: Cohort,
  by: DimensionName | null,
): NumberedGroup[] {
  if (by === null) return [{ number: 0, group: everyoneGroup }];
  return allowedCategories(release, cohort, by).map(({ number, code, label, short }) => ({
    number,
    group: { code, label, short },
  }));
}

export function allowedCategories(release: AnalysedRelease, cohort: Cohort, name: DimensionName): Category[] {
  const chosen = cohort[name];
  const all = categoriesOf(release, name);
  return chosen === undefined || chosen.length === 0 ? all : all.filter(({ code }) => chosen.includes(code));
}

/** All categories of a dimension; those of clinics and years are the release's, with UNKNOWN last. */
export function categoriesOf(release: AnalysedRelease, name: DimensionName): Category[] {
  const { categories } = dimensionByName(name);
  if (categories !== null) return [...categories];
  const [numbers, category] =
    name === "clinic" ? [release.clinics, clinicCategory] : [release.startYears, startYearCategory];
  const known = [...new Set(numbers)].filter((number) => number !== UNKNOWN_NUMBER).sort((a, b) => a - b);
  return [...known, UNKNOWN_NUMBER].map(category);
}

/** The instrument of a group; null where it mixes several (each condition's own, and more than one condition). */
export function instrumentOf(
  measure: Measure,
  by: DimensionName | null,
  cohort: Cohort,
  group: Group,
): string | null {
  if (measure !== "OWN") return measure;
  const conditions = by === "condition" ? [group.code] : (cohort.condition ?? []);
  const own = new Set(conditions.map(ownInstrument));
  return own.size === 1 ? ([...own][0] ?? null) : null;
}

function ownInstrument(code: string): string | null {
  return code === "UNKNOWN" ? null : conditionByCode(code as ConditionCode).ownInstrument;
}
