// A whole that falls into parts (severities, change categories): which parts may be shown beside it?
import type { HiddenReason } from "@afterglow/shared";
import { isFew } from "./cells";
import type { Policy } from "./policy";
import { protectLines } from "./protectLines";

/**
 * The parts must add up to the whole, which the reader knows. `of`: the patients that shares are taken of, by which
 * "none" may look like "too few"; the whole itself where not given. `spare`: the part that is hidden first where one
 * has to be.
 */
export function protectParts(
  policy: Policy,
  parts: readonly number[],
  whole: number,
  of: number = whole,
  spare: number | null = null,
): (HiddenReason | null)[] {
  if (whole < policy.smallestCount) return parts.map(() => "TOO_FEW");
  const cells = parts.map((count, index) => ({
    count,
    isSpare: index === spare,
    hidden: isFew(policy, count, of) || isFew(policy, of - count, of) ? ("TOO_FEW" as const) : null,
  }));
  const line = { parts: parts.map((_, index) => index), total: null };
  return protectLines(policy, cells, [line]).map((cell) => cell.hidden);
}
