/**
 * The neighbour rule: what is left of a cohort so that no other that can be asked for differs from it by 1 to k - 1 of
 * the patients that a figure counts among. Every chosen category holds k; every filter sets apart k on its own, also among
 * look-alikes (standsAlone.ts). It reads who has what, never an outcome, and remembers nothing: everyone gets the same.
 *
 * Why it holds: let B lie within A, fewer than k apart. A category that A chose in e and B lacks would hold k patients
 * outside B; so what A chose in e is exactly what B has there, and e is filtered alike in B or is a disguise of B. Where
 * B filters d and A does not, B's own last step gives k patients inside A and outside B. So every filter of B is in A,
 * and A is B. Which release answers, and what is said of what was not applied, is not decided here.
 */
import type { Grammar } from "@afterglow/shared";
import { countBetween, inAny, type Bitmap } from "./bitmap";
import { bitmapOf, countOfCrowd, crowdInAll, sizeOf, type Crowd } from "./crowd";
import { standsAlone } from "./standsAlone";

export interface RuleDimension {
  readonly grammar: Grammar;
  /** Who has each category: everyone exactly one. */
  readonly categories: readonly Bitmap[];
  /** Position of the category that a range cannot hold beside others; -1 where there is none. */
  readonly unknown: number;
}

/** Positions of the chosen categories, ascending; null where the dimension is not filtered. */
export type Chosen = readonly number[] | null;

export interface CanonicalCohort {
  readonly chosen: readonly Chosen[];
  /** Who passes, among those counted. Made when it is looked at. */
  readonly inside: Bitmap;
  /** The same patients. */
  readonly crowd: Crowd;
  readonly patients: number;
}

/**
 * `dimensions` in order of importance: the last is the first that is given up. `among`: the patients of the figure's own
 * denominator. Null: nothing may be said.
 */
export function neighbourRule(
  k: number,
  among: Bitmap,
  dimensions: readonly RuleDimension[],
  asked: readonly Chosen[],
): CanonicalCohort | null {
  const narrowed = narrow(k, among, dimensions, asked);
  if (narrowed === null) return null;
  const { chosen, filters, inside } = unapply(k, among, narrowed);
  const patients = sizeOf(inside);
  if (patients < k) return null;
  if (!standsAlone(k, among, dimensions, filters, inside)) return null;
  return {
    chosen,
    get inside() {
      return bitmapOf(inside);
    },
    crowd: inside,
    patients,
  };
}

interface Filtered {
  readonly chosen: readonly Chosen[];
  /** Who passes each dimension's filter; null where it has none. */
  readonly filters: readonly (Bitmap | null)[];
  /** Who passes all of them. */
  readonly inside: Crowd;
}

/** Removes chosen categories that fewer than k of those who pass have, until nothing changes; null: a filter is empty. */
function narrow(
  k: number,
  among: Bitmap,
  dimensions: readonly RuleDimension[],
  asked: readonly Chosen[],
): Filtered | null {
  for (let chosen = asked; ;) {
    const filters = dimensions.map((dimension, at) => passing(dimension, chosen[at] ?? null));
    const inside = whoPass(among, filters);
    const next = chosen.map((categories, at): Chosen => {
      const dimension = dimensions[at];
      if (categories === null || dimension === undefined) return null;
      const holds = (category: number): boolean =>
        countOfCrowd(inside, dimension.categories[category] as Bitmap, k) === k;
      return dimension.grammar === "set" ? categories.filter(holds) : between(categories, holds);
    });
    if (next.some((categories) => categories?.length === 0)) return null;
    if (next.every((categories, at) => categories?.length === chosen[at]?.length)) {
      return { chosen, filters, inside };
    }
    chosen = next;
  }
}

/** A range gives up its ends alone, or it would be none. */
function between(categories: readonly number[], holds: (category: number) => boolean): readonly number[] {
  const first = categories.findIndex(holds);
  return first < 0 ? [] : categories.slice(first, categories.findLastIndex(holds) + 1);
}

/** Gives up, the least important first, every filter that alone excludes fewer than k of those who pass all others. */
function unapply(k: number, among: Bitmap, narrowed: Filtered): Filtered {
  const chosen = [...narrowed.chosen];
  const filters = [...narrowed.filters];
  for (let at = chosen.length - 1; at >= 0; at--) {
    const filter = filters[at];
    if (filter === null || filter === undefined) continue;
    const others = filters.filter((each, other) => each !== null && other !== at) as Bitmap[];
    if (countBetween([among, ...others], [filter], k) === k) continue;
    chosen[at] = null;
    filters[at] = null;
  }
  const isAsBefore = filters.every((filter, at) => filter === narrowed.filters[at]);
  return isAsBefore ? narrowed : { chosen, filters, inside: whoPass(among, filters) };
}

const whoPass = (among: Bitmap, filters: readonly (Bitmap | null)[]): Crowd =>
  crowdInAll([among, ...filters.filter((filter) => filter !== null)]);

// One question asks for the same choices again and again, of each group, at each visit; and a page of all its figures.
const remembered = new WeakMap<RuleDimension, Map<string, Bitmap>>();

/** Who has any of the chosen categories; null where the dimension is not filtered. Not to be written to. */
export function passing(dimension: RuleDimension, chosen: Chosen): Bitmap | null {
  const [first, ...others] = (chosen ?? []).map((each) => dimension.categories[each] as Bitmap);
  if (chosen === null || first === undefined) return null;
  if (others.length === 0) return first;
  const known = remembered.get(dimension) ?? new Map<string, Bitmap>();
  remembered.set(dimension, known);
  const key = chosen.join();
  const before = known.get(key);
  if (before !== undefined) return before;
  // No more than the dimension's own.
  if (known.size >= dimension.categories.length) known.clear();
  const bitmap = inAny([first, ...others]);
  known.set(key, bitmap);
  return bitmap;
}
