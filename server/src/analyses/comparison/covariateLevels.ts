// The levels of a covariate that a model can use: categories that k or more patients of both cohorts have. Rarer ones
// are taken together, so that no level tells the cohorts apart, and none is about a few.
import type { Policy } from "../../disclosure/policy";
import { roundCount } from "../../disclosure/rounding";
import type { Pattern } from "../../queries/patterns";

/** Patients of the reference and of the other cohort. */
export type Both = readonly [number, number];

export interface CovariateLevels {
  /** Level of each category, from 0; one level alone where nothing can be told apart. */
  readonly levelOf: ReadonlyMap<number, number>;
  readonly levels: number;
  /** A category that shows in one cohort is so rare in the other that they differ for certain, whatever is hidden. */
  readonly isApart: boolean;
}

export function covariateLevels(
  policy: Policy,
  covariate: number,
  reference: readonly Pattern[],
  other: readonly Pattern[],
): CovariateLevels {
  const counts = new Map<number, [number, number]>();
  [reference, other].forEach((patterns, arm) => {
    for (const { categories, patients } of patterns) {
      const category = categories[covariate] ?? 0;
      const both = counts.get(category) ?? [0, 0];
      both[arm === 0 ? 0 : 1] += patients;
      counts.set(category, both);
    }
  });
  const rarestFirst = [...counts].sort(
    ([one, here], [another, there]) => Math.min(...here) - Math.min(...there) || one - another,
  );
  const isRare = (both: Both): boolean => Math.min(...both) < policy.smallestCount;
  const rest: number[] = [];
  let together: Both = [0, 0];
  for (const [category, both] of rarestFirst) {
    const isEnough = rest.length === 0 || !isRare(together);
    if (!isRare(both) && isEnough) break;
    rest.push(category);
    together = [together[0] + both[0], together[1] + both[1]];
  }
  const own = rarestFirst.map(([category]) => category).filter((category) => !rest.includes(category));
  const levelOf = new Map(own.map((category, level) => [category, level]));
  for (const category of rest) levelOf.set(category, own.length);
  const sizes: Both = [patientsOf(reference), patientsOf(other)];
  return {
    levelOf,
    levels: own.length + (rest.length > 0 ? 1 : 0),
    isApart: rest.some((category) => differForCertain(policy, counts.get(category) ?? [0, 0], sizes)),
  };
}

export const patientsOf = (patterns: readonly Pattern[]): number =>
  patterns.reduce((sum, { patients }) => sum + patients, 0);

/**
 * By what may be shown: k or more of one cohort have it, fewer than k of the other, and even k - 1 there would leave a
 * standardized difference over 0.1.
 */
function differForCertain(policy: Policy, both: Both, sizes: Both): boolean {
  const [rare, common] = both[0] < both[1] ? [0, 1] : [1, 0];
  const k = policy.smallestCount;
  const [few = 0, many = 0] = [both[rare], both[common]];
  if (few >= k || many < k) return false;
  const most = (k - 1) / roundCount(policy, sizes[rare] ?? 0);
  const shown = roundCount(policy, many) / roundCount(policy, sizes[common] ?? 0);
  const spread = Math.sqrt((most * (1 - most) + shown * (1 - shown)) / 2);
  return shown - most > IMBALANCE * spread;
}

/** A standardized difference over this is an imbalance: Austin, Stat Med 2009;28:3083-3107. */
export const IMBALANCE = 0.1;
