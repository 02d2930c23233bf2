// A chain of counts of which each is part of the one before: the steps of a flow, patients still there at each visit.
import type { HiddenReason } from "@afterglow/shared";
import type { Policy } from "./policy";

export interface ChainStep {
  readonly count: number;
  readonly hidden: HiddenReason | null;
  /** Fewer than in the last shown step; null for the first, and where this step or the one before it is hidden. */
  readonly lost: number | null;
}

/**
 * A step under k is hidden, and so is a step that lies 1 to k - 1 below the last shown one: who was lost there
 * could be had by subtraction. A later step is held against the last shown step, so that hidden losses add up
 * until they are k. A step that lost nobody is shown. `before` is what the first step is itself part of, if shown.
 * `byRule`: which steps the neighbour rule hides, however many they hold.
 */
export function gateChain(
  policy: Policy,
  counts: readonly number[],
  before: number | null = null,
  byRule: readonly boolean[] = [],
): ChainStep[] {
  let lastShown = before;
  let previousHidden = false;
  return counts.map((count, index) => {
    const hidden = byRule[index] === true ? "TOO_FEW" : reasonOf(policy, count, lastShown);
    const lost = hidden === null && lastShown !== null && !previousHidden ? lastShown - count : null;
    previousHidden = hidden !== null;
    if (hidden === null) lastShown = count;
    return { count, hidden, lost };
  });
}

function reasonOf(policy: Policy, count: number, lastShown: number | null): HiddenReason | null {
  if (count < policy.smallestCount) return "TOO_FEW";
  const lost = lastShown === null ? 0 : Math.abs(lastShown - count);
  return lost > 0 && lost < policy.smallestCount ? "PROTECTS_ANOTHER" : null;
}
