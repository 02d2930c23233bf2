// Groups that each fall into the same parts (severities, change categories): what is hidden in one group may follow from
// the other groups and from all together, which the same figure shows without groups. What follows within a group is in
// protectParts.ts.
import type { HiddenReason } from "@afterglow/shared";
import type { Policy } from "./policy";
import { protectLines, type Cell, type Line } from "./protectLines";
import { protectParts } from "./protectParts";

export interface GroupParts {
  /** In the same order in every group. */
  readonly counts: readonly number[];
  /** What they add up to, which the reader knows unless the group is hidden. */
  readonly whole: number;
  /** The patients that shares are taken of; the whole itself where it is not said. */
  readonly of?: number;
  /** Nothing is shown of the group. */
  readonly isHidden: boolean;
}
export type PartMarks = readonly (HiddenReason | null)[];

/**
 * The marks of each group's parts. Where counts are rounded, each group is protected by itself: what the others leave of
 * a total is known within the roundings of all of them. `spare`: the part that is hidden first where one has to be.
 */
export function protectAcross(
  policy: Policy,
  groups: readonly GroupParts[],
  spare: number | null = null,
): readonly PartMarks[] {
  const within = groups.map((group) => marksOf(policy, group, spare));
  // Groups of nobody add nothing to any total, and nothing of them is told by it.
  const filled = groups.flatMap(({ whole }, at) => (whole > 0 ? [at] : []));
  if (policy.roundedTo > 1 || filled.length < 2) return within;

  const width = groups[0]?.counts.length ?? 0;
  const parts = Array.from({ length: width }, (_, part) => part);
  const sum = (of: (group: GroupParts) => number): number => groups.reduce((all, each) => all + of(each), 0);
  const together = marksOf(
    policy,
    {
      counts: parts.map((part) => sum(({ counts }) => counts[part] ?? 0)),
      whole: sum(({ whole }) => whole),
      of: sum(({ whole, of = whole }) => of),
      isHidden: false,
    },
    spare,
  );
  const cells = groups.flatMap(({ counts, whole }, at) =>
    counts.map((count, part): Cell => ({
      count,
      hidden: within[at]?.[part] ?? null,
      groupSize: whole,
      isSpare: part === spare,
    })),
  );
  const cellOf = (group: number, part: number): number => group * width + part;
  const lines: Line[] = [
    ...filled
      .filter((group) => groups[group]?.isHidden === false)
      .map((group) => ({ parts: parts.map((part) => cellOf(group, part)), total: null })),
    ...parts
      .filter((part) => together[part] === null)
      .map((part) => ({ parts: filled.map((group) => cellOf(group, part)), total: null })),
  ];
  const safe = protectLines(policy, cells, lines);
  // A hidden group says the same of all its parts, or a few would be told from nobody by the reason.
  return groups.map(({ isHidden }, group) =>
    isHidden ? (within[group] ?? []) : parts.map((part) => safe[cellOf(group, part)]?.hidden ?? null),
  );
}

function marksOf(
  policy: Policy,
  { counts, whole, of, isHidden }: GroupParts,
  spare: number | null,
): PartMarks {
  if (isHidden) return counts.map(() => "TOO_FEW" as const);
  return protectParts(policy, counts, whole, of, spare);
}
