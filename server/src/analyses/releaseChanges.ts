// What changed since the release before, of what a release keeps of it: which of those counts may be shown?
import type { ReleaseChange, ReleaseChangeKind } from "@afterglow/shared";
import { hiddenCount, judgePart, shownCount } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";

interface Counted {
  readonly kind: ReleaseChangeKind;
  readonly patients: number;
  readonly courses: number;
  readonly among: number;
}

/**
 * Who came and who left, together, are the difference between the sizes of two releases, which are shown: of the two
 * one hidden would follow from the other. So they are shown both, or neither. It is not asked whether the rounding
 * would cover it: where it did was then to be read from what is hidden.
 */
const balanced: readonly ReleaseChangeKind[] = ["ADDED", "WITHDRAWN"];

/** Each by its distinct patients, who are some of those of a release; a number of courses goes with its patients. */
export function releaseChanges(policy: Policy, changes: readonly Counted[]): ReleaseChange[] {
  const isShown = ({ patients, among }: Counted): boolean => judgePart(policy, patients, among) === "SHOWN";
  const both = changes.filter(({ kind }) => balanced.includes(kind));
  const shown = both.filter(isShown);
  const isHalfShown = shown.length > 0 && shown.length < both.length;
  return changes.map((change) => {
    const { kind, patients, courses } = change;
    const isBalanced = balanced.includes(kind);
    if (isBalanced && isHalfShown) return hidden(kind, "PROTECTS_ANOTHER");
    if (!isShown(change)) return hidden(kind, "TOO_FEW");
    return { kind, patients: shownCount(policy, patients), courses: shownCount(policy, courses) };
  });
}

const hidden = (kind: ReleaseChangeKind, reason: "TOO_FEW" | "PROTECTS_ANOTHER"): ReleaseChange => ({
  kind,
  patients: hiddenCount(reason),
  courses: hiddenCount(reason),
});
