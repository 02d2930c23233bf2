// What stands of a cohort in one release: the neighbour rule, then the release rule. Which release answers in the end, and
// what is said to the reader, is in decide.ts.
import type { Cohort } from "@afterglow/shared";
import { inAll, isSame, type Bitmap } from "../disclosure/bitmap";
import { countOfCrowd } from "../disclosure/crowd";
import { neighbourRule, passing, type CanonicalCohort, type Chosen } from "../disclosure/neighbourRule";
import type { Denominator } from "../queries/denominator";
import type { Population } from "./population";

export interface Standing {
  /** What is left of the cohort. */
  readonly cohort: Cohort;
  /** How many of the denominator pass. */
  readonly patients: number;
}

/** Null: nothing may be said. */
export function standing(
  population: Population,
  k: number,
  cohort: Cohort,
  denominator: Denominator,
): Standing | null {
  const asked = chosenOf(population, cohort);
  const found = standingAmong(population, k, countedOf(population, cohort, denominator), asked);
  if (found === null) return null;
  const filters = population.filters.flatMap(({ name, categories }, at) => {
    const codes = found.chosen[at]?.map((position) => categories[position]?.code ?? "");
    return codes === undefined ? [] : [[name, codes] as const];
  });
  const universe = { courseNumber: cohort.courseNumber ?? [] };
  return { cohort: { ...Object.fromEntries(filters), ...universe }, patients: found.patients };
}

/**
 * Does the cohort stand with exactly the patients that were asked for? A filter that was given up, but set nobody apart,
 * changes nobody.
 */
export function standsAsAsked(
  population: Population,
  k: number,
  cohort: Cohort,
  denominator: Denominator,
): boolean {
  const asked = chosenOf(population, cohort);
  const counted = countedOf(population, cohort, denominator);
  const found = standingAmong(population, k, counted, asked);
  if (found === null) return false;
  const isAsAsked = found.chosen.every((chosen, at) => chosen?.length === asked[at]?.length);
  return isAsAsked || isSame(found.inside, whoPass(population, counted, asked));
}

/** Who of the denominator passes every filter of the cohort as it is, whatever may be said of them. */
export const whoPassAsAsked = (population: Population, cohort: Cohort, denominator: Denominator): Bitmap =>
  whoPass(population, countedOf(population, cohort, denominator), chosenOf(population, cohort));

/** The same of everyone with the cohort's course number. */
export const whoPassFilters = (population: Population, cohort: Cohort): Bitmap =>
  whoPass(population, population.universe(cohort), chosenOf(population, cohort));

function whoPass({ filters }: Population, counted: Bitmap, asked: readonly Chosen[]): Bitmap {
  const passed = filters.map(({ rule }, at) => passing(rule, asked[at] ?? null));
  return inAll([counted, ...passed.filter((each) => each !== null)]);
}

/** The neighbour rule; then at least k of those who pass must be in no earlier release of the dataset. */
function standingAmong(
  { filters, added }: Population,
  k: number,
  counted: Bitmap,
  asked: readonly Chosen[],
): CanonicalCohort | null {
  const found = neighbourRule(
    k,
    counted,
    filters.map(({ rule }) => rule),
    asked,
  );
  return found !== null && countOfCrowd(found.crowd, added, k) === k ? found : null;
}

// One question asks of the same denominators for each group. Not to be written to.
const remembered = new WeakMap<Population, Map<Bitmap, Map<Bitmap, Bitmap>>>();

function countedOf(population: Population, cohort: Cohort, denominator: Denominator): Bitmap {
  const universe = population.universe(cohort);
  const among = population.among(denominator);
  const known = remembered.get(population) ?? new Map<Bitmap, Map<Bitmap, Bitmap>>();
  remembered.set(population, known);
  const ofUniverse = known.get(among) ?? new Map<Bitmap, Bitmap>();
  known.set(among, ofUniverse);
  const counted = ofUniverse.get(universe) ?? inAll([universe, among]);
  ofUniverse.set(universe, counted);
  return counted;
}

/** A category that the release has not is nobody's there; a filter of all categories is none. */
function chosenOf({ filters }: Population, cohort: Cohort): Chosen[] {
  return filters.map(({ name, categories }) => {
    const codes = cohort[name];
    if (codes === undefined || codes.length === 0) return null;
    const chosen = categories.flatMap(({ code }, at) => (codes.includes(code) ? [at] : []));
    return chosen.length === categories.length ? null : chosen;
  });
}
