// The groups of an answer: every category of the dimension that the cohort allows, in the vocabulary's order, whether
// or not anybody is in it, so that "nobody" and "too few" cannot be told apart by a group's absence.
import {
  clinicCategory,
  conditionByCode,
  dimensionByName,
  inSentence,
  InvalidChoice,
  quote,
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

/**
 * Some of the groups as one, in the place and under the number of the first. Like any group it is a cohort: these
 * categories chosen.
 */
export function asOneGroup(
  groups: readonly NumberedGroup[],
  together: readonly string[],
): readonly NumberedGroup[] {
  if (together.length === 0) return groups;
  const parts = together.map((code) => {
    const found = groups.find(({ group }) => group.code === code);
    if (found === undefined) throw new InvalidChoice("together", `${quote(code)} is none of the groups`);
    return found;
  });
  const [first] = parts;
  if (first === undefined || parts.length < 2 || new Set(parts).size < parts.length)
    throw new InvalidChoice("together", "takes two categories or more, each once");
  const joined = (name: "code" | "short") => parts.map(({ group }) => group[name]).join("+");
  const label = parts.map(({ group }, at) => (at === 0 ? group.label : inSentence(group.label))).join(" or ");
  const one = { number: first.number, group: { code: joined("code"), label, short: joined("short") } };
  return groups.flatMap((each) => (each === first ? [one] : parts.includes(each) ? [] : [each]));
}

/** The categories of a group, one or several. */
export const codesOf = ({ code }: Pick<Group, "code">): string[] => code.split("+");

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
