/**
 * The last step of the neighbour rule. Could another cohort hold (nearly) the same patients through other dimensions than
 * this one filters? In each of those, all who pass may happen to lie in a few categories: then choosing these is a
 * disguise of the cohort. Every filter must set apart k patients who look like the cohort in every disguise too.
 */
import { countInBoth, countOutside, inAny, type Bitmap } from "./bitmap";
import type { RuleDimension } from "./neighbourRule";

/** `filters`: who passes each dimension's filter, null where it has none; `inside`: who passes all. */
export function standsAlone(
  k: number,
  among: Bitmap,
  dimensions: readonly RuleDimension[],
  filters: readonly (Bitmap | null)[],
  inside: Bitmap,
): boolean {
  const alike = dimensions.map((dimension, at) => filters[at] ?? disguiseOf(k, dimension, inside));
  return filters.every((filter, at) => {
    if (filter === null) return true;
    const others = alike.filter((each, other) => each !== null && other !== at) as Bitmap[];
    return countOutside([among, ...others], filter, k) === k;
  });
}

/**
 * Who lies in the smallest choice of this dimension that holds everyone inside; null where there is none, or where it
 * would be narrowed: where its categories lack k patients or more, a cohort that chose them cannot be near.
 */
function disguiseOf(k: number, dimension: RuleDimension, inside: Bitmap): Bitmap | null {
  const { categories } = dimension;
  const counts = categories.map((category) => countInBoth(inside, category, k));
  const occupied = counts.flatMap((count, at) => (count > 0 ? [at] : []));
  const choice = smallestChoice(dimension, occupied);
  if (choice === null || choice.length === categories.length) return null;
  // A range is narrowed at its ends alone.
  const narrowed = dimension.grammar === "set" ? occupied : [...new Set([choice[0], choice.at(-1)])];
  const lacking = narrowed.reduce((sum: number, at) => sum + k - (counts[at ?? -1] ?? 0), 0);
  const [first, ...others] = choice.map((at) => categories[at] as Bitmap);
  return lacking < k && first !== undefined ? inAny([first, ...others]) : null;
}

function smallestChoice({ grammar, unknown }: RuleDimension, occupied: readonly number[]): number[] | null {
  if (grammar === "set" || occupied.length === 1) return [...occupied];
  if (grammar === "one" || occupied.includes(unknown)) return null;
  const first = occupied[0] ?? 0;
  return Array.from({ length: (occupied.at(-1) ?? first) - first + 1 }, (_, at) => first + at);
}
