// Sizes of the groups that a figure's patients fall into: which groups are hidden as a whole?
// What is counted within a group that is shown is not decided here; nor which groups the neighbour rule hides.
import type { HiddenReason } from "@afterglow/shared";
import type { Policy } from "./policy";
import { protectLines } from "./protectLines";

/**
 * A group is a cohort, so groups under k are hidden. The reader knows how many they are together: the same figure,
 * not grouped, says so. Where counts are not rounded, one hidden group of 1 to k - 1 would follow, and so would all
 * else about it; then the next smallest group is hidden as a whole with it. Where they are rounded, the hidden group
 * is known only within the roundings of all the others: as long as that leaves it at least as many values as a shown
 * count stands for, no more is learned than its mark says, and every other group stays.
 * Groups that are truly empty need no protection, and look the same as those of a few. Where all of them together are
 * fewer than k, their sum is hidden as well: nothing follows from it, and few may not be told from nobody.
 *
 * `byRule`: whether the neighbour rule hides the group, however many it holds (a group is a cohort, and stands only as
 * it is asked for). One of k or more may not follow from the total either, rounded or not: another that holds anybody is
 * hidden with it. All hidden groups then carry the same mark: which are the small ones is not to be read from it.
 */
export function protectGroups(
  policy: Policy,
  sizes: readonly number[],
  byRule: readonly boolean[] = [],
): (HiddenReason | null)[] {
  const isSmall = (count: number): boolean => count < policy.smallestCount;
  const isLargeHidden = sizes.some((count, index) => byRule[index] === true && !isSmall(count));
  const mark: HiddenReason = isLargeHidden ? "PROTECTS_ANOTHER" : "TOO_FEW";
  const cells = sizes.map((count, index) => ({
    count,
    hidden: isSmall(count) || byRule[index] === true ? mark : null,
  }));
  const together = sizes.reduce((sum, size) => sum + size, 0);
  if (isSmall(together)) return cells.map(({ hidden }) => hidden);
  const parts = cells.flatMap(({ count }, index) => (isLargeHidden && count === 0 ? [] : [index]));
  const line = { parts, total: null, mayBeEmpty: !isLargeHidden };
  return protectLines(policy, cells, [line]).map(({ hidden }) => hidden);
}
