// Which groups of an answer are hidden as a whole: by the neighbour rule, since a group is a cohort, or beside each other.
// What is counted within a group that is shown is the analysis' own matter.
import type { DimensionName, HiddenReason } from "@afterglow/shared";
import type { Policy } from "../disclosure/policy";
import { protectGroups } from "../disclosure/protectGroups";
import type { Decided, DecidedGroup, Denominator } from "./decide";

/** Why each group is hidden, in their order; null where it is shown. */
export type GroupMarks = readonly (HiddenReason | null)[];

/** `sizes`: the patients of each that the figure counts among. */
export const hideGroups = (
  policy: Policy,
  groups: readonly Pick<DecidedGroup, "isHidden">[],
  sizes: readonly number[],
): GroupMarks =>
  protectGroups(
    policy,
    sizes,
    groups.map(({ isHidden }) => isHidden),
  );

interface Outer {
  readonly decided: Decided;
  readonly by: DimensionName | null;
  /** Where several categories are one group. */
  readonly groups?: readonly DecidedGroup[];
  /** Marks of the patients of whom these are some. */
  readonly outer: GroupMarks;
}

/**
 * The same of fewer patients than the figure's own: those seen at a visit, those with a later score. They are a
 * denominator with neighbours and a total of its own, so that a group may be shown at one visit and not at another;
 * one that is hidden before (`outer`) is hidden here too.
 */
export function hideGroupsAmong(
  policy: Policy,
  { decided, by, groups = decided.groups(by), outer }: Outer,
  among: Denominator,
  sizes: readonly number[],
): GroupMarks {
  const holds = ({ group }: DecidedGroup): boolean =>
    decided.holds(among, by === null ? undefined : { by, code: group.code });
  const flags = groups.map((each, at) => ({
    isHidden: each.isHidden || (outer[at] ?? null) !== null || !holds(each),
  }));
  return hideGroups(policy, flags, sizes).map((reason, at) => outer[at] ?? reason);
}
