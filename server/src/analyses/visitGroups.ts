// Groups whose patients are seen at visits: which groups are shown, and at which visits. What is said of a visit is the
// analysis' own matter.
import type { Count, DimensionName, Group, HiddenReason } from "@afterglow/shared";
import { denominator, hiddenCount } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectAcross, type PartMarks } from "../disclosure/protectAcross";
import type { Decided, Denominator } from "./decide";
import { hideGroups, hideGroupsAmong } from "./hideGroups";

interface GroupTally<Visit> {
  readonly group: number;
  readonly patients: number;
  readonly visits: readonly Visit[];
}

interface VisitParts {
  /** They add up to those with a score. */
  readonly counts: readonly number[];
  /** The one that is hidden first where one has to be. */
  readonly spare?: number;
}

interface VisitShape<Visit> {
  readonly by: DimensionName | null;
  /** The patients with a score at the visit, whatever the cohort: `decided` was told of all of them. */
  readonly among: (visit: Visit) => Denominator;
  /** Patients with a score at the visit. */
  readonly scores: (visit: Visit) => number;
  /** The ways in which those with a score fall into parts, each in the same order in every group. */
  readonly parts: (visit: Visit) => readonly VisitParts[];
  /** The visits of a group of nobody. */
  readonly nobody: readonly Visit[];
}

interface VisitGroup<Said> {
  readonly group: Group;
  readonly patients: Count;
  readonly visits: readonly (Said & { readonly scores: Count })[];
}

/**
 * The scores at each visit are other patients than those of the group, with neighbours and a total of their own, so that
 * each visit is decided and protected by itself. A hidden group is hidden at every visit.
 */
export function visitGroups<Visit, Said extends object>(
  policy: Policy,
  decided: Decided,
  tally: readonly GroupTally<Visit>[],
  { by, among, scores, parts, nobody }: VisitShape<Visit>,
  say: (visit: Visit, marks: readonly PartMarks[]) => Said,
): VisitGroup<Said>[] {
  const allowed = decided.groups(by);
  const rows = allowed.map(({ number }) => tally.find((each) => each.group === number));
  const groups = hideGroups(
    policy,
    allowed,
    rows.map((row) => row?.patients ?? 0),
  );
  const visits = nobody.map((none, at) => {
    const seen = rows.map((row) => row?.visits[at] ?? none);
    const marks = hideGroupsAmong(policy, { decided, by, outer: groups }, among(none), seen.map(scores));
    const tables = parts(none).map(({ spare = null }, table) =>
      protectAcross(
        policy,
        seen.map((visit, index) => {
          const counts = parts(visit)[table]?.counts ?? [];
          const isHidden = (marks[index] ?? null) !== null;
          return { counts, whole: counts.reduce((sum, count) => sum + count, 0), isHidden };
        }),
        spare,
      ),
    );
    return { marks, tables };
  });
  return allowed.map(({ group }, index) => {
    const row = rows[index];
    const hidden = groups[index] ?? null;
    return {
      group,
      patients: hidden === null ? denominator(policy, row?.patients ?? 0) : hiddenCount(hidden),
      visits: nobody.map((none, at) => {
        const reason: HiddenReason | null = visits[at]?.marks[index] ?? null;
        const visit = reason === null ? (row?.visits[at] ?? none) : none;
        return {
          ...say(visit, visits[at]?.tables.map((table) => table[index] ?? []) ?? []),
          scores: reason === null ? denominator(policy, scores(visit)) : hiddenCount(reason),
        };
      }),
    };
  });
}
