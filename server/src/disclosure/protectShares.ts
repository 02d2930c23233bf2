// Groups that each show a part and its whole, or nothing: clinics in a funnel plot. Which of them may be shown, so that
// neither a group's patients, nor those with the event, nor those without it follow from the others and the totals?
import { isFew, judgePart } from "./cells";
import type { Policy } from "./policy";
import { protectLines, type Cell } from "./protectLines";

export interface ShareCounts {
  readonly patients: number;
  readonly events: number;
  /** Hidden whatever its numbers: the group is a cohort of which nothing may be said. */
  readonly isHidden?: boolean;
  /** Not one of the groups of the answer, but in its totals: seen by whoever subtracts all others from these. */
  readonly isRest?: boolean;
}

/** What is counted of a group; the reader knows the total of each over all groups from the figures of the whole cohort. */
const kinds: readonly ((group: ShareCounts) => number)[] = [
  ({ patients }) => patients,
  ({ events }) => events,
  ({ patients, events }) => patients - events,
];

/**
 * A group is hidden as a whole where any of its three numbers may not be shown, or where nothing may be said of it; then the smallest of the others, until
 * none of the hidden numbers follows from the totals: by one line for each of the three (protectLines.ts). Two groups
 * that are hidden as a whole leave no equation with one unknown.
 * Groups of nobody are left out of the reckoning: they look the same as those of a few, and add nothing to any total.
 */
export function protectShares(policy: Policy, groups: readonly ShareCounts[]): boolean[] {
  const filled = groups.filter(({ patients }) => patients > 0);
  const hidden = new Set(
    filled.filter(
      ({ patients, events, isHidden }) =>
        isHidden === true || judgePart(policy, events, patients) !== "SHOWN",
    ),
  );
  while (!kinds.every((kind) => isSafe(policy, filled, hidden, kind))) {
    const next = nextToHide(filled, hidden);
    if (next === undefined) break;
    hidden.add(next);
  }
  return groups.map((group) => group.patients > 0 && !hidden.has(group));
}

function isSafe(
  policy: Policy,
  groups: readonly ShareCounts[],
  hidden: ReadonlySet<ShareCounts>,
  countOf: (group: ShareCounts) => number,
): boolean {
  const cells = groups.map((group): Cell => {
    const count = countOf(group);
    const few = isFew(policy, count, group.patients) || group.patients < policy.smallestCount;
    return { count, hidden: hidden.has(group) ? (few ? "TOO_FEW" : "PROTECTS_ANOTHER") : null };
  });
  const line = { parts: cells.map((_, index) => index), total: null, mayBeEmpty: countOf === kinds[0] };
  const safe = protectLines(policy, cells, [line]);
  return safe.every((cell, index) => cell.hidden === null || cells[index]?.hidden !== null);
}

/** The rest, where a group is hidden beside it, for that shows nothing less; else the smallest group. */
function nextToHide(
  groups: readonly ShareCounts[],
  hidden: ReadonlySet<ShareCounts>,
): ShareCounts | undefined {
  const shown = groups
    .filter((group) => !hidden.has(group))
    .toSorted((one, other) => one.patients - other.patients);
  const rest = [...hidden].some(({ isRest }) => isRest !== true)
    ? shown.find(({ isRest }) => isRest === true)
    : undefined;
  return rest ?? shown.find(({ isRest }) => isRest !== true) ?? shown[0];
}
