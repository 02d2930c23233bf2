// How alike two cohorts are in one covariate, before and after weighting: the largest of the standardized differences
// of its levels.
import type { DimensionName } from "@afterglow/shared";
import type { Pattern } from "../../queries/patterns";
import { standardizedShareDifference, type ShareGroup } from "../../statistics/standardizedDifference";
import type { CovariateLevels } from "./covariateLevels";

export interface CovariateDifference {
  readonly dimension: DimensionName;
  /** Absolute; null where no level can be told apart. */
  readonly before: number | null;
  readonly after: number | null;
}

export function balanceOf(
  dimension: DimensionName,
  levels: CovariateLevels | undefined,
  covariate: number,
  [reference, other]: readonly [readonly Pattern[], readonly Pattern[]],
  weights: readonly [readonly number[], readonly number[]],
): CovariateDifference {
  // One category in all: nothing differs. Several that make one level: what differs is too rare to be told.
  if (levels === undefined || levels.levels < 2) {
    const difference = levels?.levelOf.size === 1 ? 0 : null;
    return { dimension, before: difference, after: difference };
  }
  const here = sharesOf(levels, covariate, reference, weights[0]);
  const there = sharesOf(levels, covariate, other, weights[1]);
  const largest = (differences: readonly (number | null)[]): number =>
    Math.max(0, ...differences.map((difference) => Math.abs(difference ?? 0)));
  return {
    dimension,
    before: largest(here.map((share, at) => differenceAt(unweighted(share), there[at], unweighted))),
    after: largest(here.map((share, at) => differenceAt(share, there[at], (each) => each))),
  };
}

const unweighted = ({ count, n }: ShareGroup): ShareGroup => ({ count, n });

const differenceAt = (
  here: ShareGroup,
  there: ShareGroup | undefined,
  kind: (share: ShareGroup) => ShareGroup,
): number | null => (there === undefined ? null : standardizedShareDifference(here, kind(there)));

/** One a level. */
function sharesOf(
  { levelOf, levels }: CovariateLevels,
  covariate: number,
  patterns: readonly Pattern[],
  weights: readonly number[],
): ShareGroup[] {
  const counts = Array.from({ length: levels }, () => ({ count: 0, worth: 0 }));
  patterns.forEach(({ categories, patients }, row) => {
    const at = counts[levelOf.get(categories[covariate] ?? 0) ?? 0];
    if (at === undefined) return;
    at.count += patients;
    at.worth += patients * (weights[row] ?? 0);
  });
  const n = counts.reduce((sum, { count }) => sum + count, 0);
  const worth = counts.reduce((sum, each) => sum + each.worth, 0);
  return counts.map((each) => ({
    count: each.count,
    n,
    weightedShare: worth === 0 ? 0 : each.worth / worth,
  }));
}
