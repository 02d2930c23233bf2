/**
 * The last step of the neighbour rule. Could another cohort hold (nearly) the same patients through other dimensions than
 * this one filters? In each of those, all who pass may happen to lie in a few categories: then choosing these is a
 * disguise of the cohort. Every filter must set apart k patients who look like the cohort in every disguise too.
 */
import { countBetween, type Bitmap } from "./bitmap";
import { countOfCrowd, isSoonIn, type Crowd } from "./crowd";
import { isNobody } from "./fewPlaces";
import type { RuleDimension } from "./neighbourRule";

/** `filters`: who passes each dimension's filter, null where it has none; `inside`: who passes all. */
export function standsAlone(
  k: number,
  among: Bitmap,
  dimensions: readonly RuleDimension[],
  filters: readonly (Bitmap | null)[],
  inside: Crowd,
): boolean {
  const applied = filters.filter((filter) => filter !== null);
  const unfiltered = dimensions.filter((_, at) => filters[at] === null);
  const allSetApart = (unlike: readonly Bitmap[]): boolean =>
    applied.every((filter, at) => {
      const others = applied.filter((_, other) => other !== at);
      return countBetween([among, ...others], [filter, ...unlike], k) === k;
    });
  // A disguise leaves out none but categories that nobody inside has, and of those that nobody at all has it leaves out
  // nobody. Leaving out more makes it only harder to be set apart, so that most cohorts stand without a closer look.
  const unseen = unfiltered.flatMap(({ categories }) =>
    categories.filter((category) => !isNobody(category) && !isSoonIn(inside, category)),
  );
  return (
    allSetApart(unseen) ||
    allSetApart(unfiltered.flatMap((dimension) => leftByDisguise(k, dimension, inside)))
  );
}

/**
 * The categories that are not in the smallest choice of this dimension which holds everyone inside: none of them where
 * there is no such choice, or where it would be narrowed: where its categories lack k patients or more, a cohort that chose
 * them cannot be near.
 */
function leftByDisguise(k: number, dimension: RuleDimension, inside: Crowd): readonly Bitmap[] {
  const { categories } = dimension;
  const counts = categories.map((category) => countOfCrowd(inside, category, k));
  const choice = smallestChoice(dimension, counts);
  if (choice === null || choice.length === categories.length) return [];
  // A range is narrowed at its ends alone.
  const ends = new Set([choice[0], choice.at(-1)]);
  const narrowed = dimension.grammar === "set" ? choice : choice.filter((at) => ends.has(at));
  const lacking = narrowed.reduce((sum, at) => sum + k - (counts[at] ?? 0), 0);
  return lacking < k ? categories.filter((_, at) => !choice.includes(at)) : [];
}

function smallestChoice(
  { grammar, unknown }: RuleDimension,
  counts: readonly number[],
): readonly number[] | null {
  const occupied = counts.flatMap((count, at) => (count > 0 ? [at] : []));
  if (grammar === "set" || occupied.length === 1) return occupied;
  if (grammar === "one" || occupied.includes(unknown)) return null;
  const first = occupied[0] ?? 0;
  return Array.from({ length: (occupied.at(-1) ?? first) - first + 1 }, (_, at) => first + at);
}
