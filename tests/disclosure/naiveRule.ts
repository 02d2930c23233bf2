// The neighbour rule as it is written down, patient by patient: slow, and without a bitmap. What the real one is held
// against. Every patient has exactly one category a dimension, and a choice is a list of positions; null = not filtered.
import type { Grammar } from "@afterglow/shared";

export interface NaiveDimension {
  readonly grammar: Grammar;
  readonly size: number;
  /** Position of the category that ranges leave out; -1 where there is none. */
  readonly unknown: number;
}
export type Choice = readonly number[] | null;
/** Categories of a patient, by dimension. */
export type Patient = readonly number[];

const has = (patient: Patient, choice: Choice, dimension: number): boolean =>
  choice === null || choice.includes(patient[dimension] ?? -1);

export const passesAll = (patient: Patient, cohort: readonly Choice[]): boolean =>
  cohort.every((choice, dimension) => has(patient, choice, dimension));

/** Everything that can be asked of a dimension: the same list each time, since rules ask for it over and over. */
export function choicesOf(dimension: NaiveDimension): readonly Choice[] {
  const name = JSON.stringify([dimension.grammar, dimension.size, dimension.unknown]);
  const choices = listed.get(name) ?? listChoices(dimension);
  listed.set(name, choices);
  return choices;
}

const listed = new Map<string, readonly Choice[]>();

function listChoices({ grammar, size, unknown }: NaiveDimension): Choice[] {
  const each = Array.from({ length: size }, (_, at) => at);
  const subsets = Array.from({ length: 2 ** size }, (_, mask) => each.filter((at) => (mask >> at) & 1));
  const allowed = subsets.filter((subset) => {
    if (subset.length === 0 || subset.length === size) return false;
    if (grammar === "set" || subset.length === 1) return true;
    if (grammar === "one" || subset.includes(unknown)) return false;
    return subset.every((at, index) => index === 0 || at === (subset[index - 1] ?? 0) + 1);
  });
  return [null, ...allowed];
}

export function naiveRule(
  k: number,
  patients: readonly Patient[],
  dimensions: readonly NaiveDimension[],
  asked: readonly Choice[],
): readonly Choice[] | null {
  const inCategory = (cohort: readonly Choice[], dimension: number, category: number): number =>
    patients.filter((each) => each[dimension] === category && passesAll(each, cohort)).length;

  let cohort = [...asked];
  // 1. Narrow, until nothing changes.
  for (let before = ""; before !== JSON.stringify(cohort);) {
    before = JSON.stringify(cohort);
    cohort = cohort.map((choice, dimension) => {
      if (choice === null) return null;
      const enough = choice.map((category) => inCategory(cohort, dimension, category) >= k);
      if (dimensions[dimension]?.grammar === "set") return choice.filter((_, at) => enough[at]);
      // Only from the ends.
      const [from, to] = [enough.indexOf(true), enough.lastIndexOf(true)];
      return from < 0 ? [] : choice.slice(from, to + 1);
    });
    if (cohort.some((choice) => choice?.length === 0)) return null;
  }
  // 2. Un-apply, from the last.
  for (let dimension = dimensions.length - 1; dimension >= 0; dimension--) {
    if (cohort[dimension] === null) continue;
    const without = cohort.map((choice, at) => (at === dimension ? null : choice));
    const apart = patients.filter((each) => passesAll(each, without) && !passesAll(each, cohort)).length;
    if (apart < k) cohort = without;
  }
  // 3. Too few.
  if (patients.filter((each) => passesAll(each, cohort)).length < k) return null;
  // 4. Twins.
  const alike = cohort.map((choice, dimension) => {
    const of = dimensions[dimension];
    if (choice !== null || of === undefined) return choice;
    const counts = Array.from({ length: of.size }, (_, category) => inCategory(cohort, dimension, category));
    const occupied = counts.flatMap((count, category) => (count > 0 ? [category] : []));
    // The smallest that can be asked for and holds them all.
    const [smallest = null] = choicesOf(of)
      .filter((each) => each !== null && occupied.every((category) => each.includes(category)))
      .sort((one, other) => (one?.length ?? 0) - (other?.length ?? 0));
    if (smallest === null) return null;
    const lack = (category: number): number => Math.max(0, k - (counts[category] ?? 0));
    const ends = [...new Set([smallest[0] ?? 0, smallest.at(-1) ?? 0])];
    const narrowed = of.grammar === "set" ? occupied : ends;
    return narrowed.reduce((sum, category) => sum + lack(category), 0) < k ? smallest : null;
  });
  const stands = cohort.every((choice, dimension) => {
    if (choice === null) return true;
    const others = alike.map((each, at) => (at === dimension ? null : each));
    return patients.filter((each) => passesAll(each, others) && !has(each, choice, dimension)).length >= k;
  });
  return stands ? cohort : null;
}
