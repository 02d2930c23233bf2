// Whom may an answer be about? The neighbour rule and the release rule, asked of one question before anything is tallied.
// Every analysis begins here, and tallies what is left of its cohort; which numbers are hidden within it is for the gate.
import type { Answered, Cohort, DimensionName } from "@afterglow/shared";
import { countInBoth, type Bitmap } from "../disclosure/bitmap";
import type { Denominator } from "../queries/denominator";
import type { Scope } from "../queries/whereCohort";
import { asOneGroup, categoriesOf, codesOf, groupsOf, type NumberedGroup } from "./groups";
import { notApplied } from "./notApplied";
import { populationsOf, type Population } from "./population";
import type { AnalysedRelease, AnalysisContext } from "./question";
import { standing, standsAsAsked, whoPassAsAsked, whoPassFilters, type Standing } from "./standing";

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
  /** How many of the denominator pass; 0 where nothing may be said. Not for a reader's eyes. */
  readonly patients: number;
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
  holds(among: Denominator, group?: GroupAsked): boolean;
  /** How many of those who pass, or of a group of them, have each category. Like a tally, not for a reader's eyes. */
  count(categories: readonly CategoryAsked[], group?: GroupAsked): readonly number[];
  /** How many of each denominator, named in `within`, pass the cohort's filters, or are in a group of them. */
  sizes(denominators: readonly Denominator[], group?: GroupAsked): readonly number[];
}

interface GroupAsked {
  readonly by: DimensionName;
  readonly code: string;
}
export interface CategoryAsked {
  readonly dimension: DimensionName;
  readonly code: string;
}

/**
 * The newest release answers in which something of the cohort stands: the one that is asked, or an earlier one of its
 * dataset. `within`: the denominators that `holds` will be asked of.
 */
export async function decide(
  context: AnalysisContext,
  cohort: Cohort,
  among: Denominator,
  within: readonly Denominator[] = [],
): Promise<Decided> {
  const k = context.policy.smallestCount;
  for await (const population of populationsOf(context, [among, ...within])) {
    const found = standing(population, k, cohort, among);
    if (found !== null) return decided(population, k, cohort, among, found);
  }
  return nothing(context.release, cohort);
}

function decided(
  population: Population,
  k: number,
  asked: Cohort,
  among: Denominator,
  { cohort, patients }: Standing,
): Decided {
  const { release } = population;
  // An analysis asks for its groups again at every visit.
  const held = new Map<string, boolean>();
  const holds: Decided["holds"] = (denominator, group) => {
    const key = JSON.stringify([denominator, group]);
    const within = group === undefined ? cohort : groupOf(cohort, group);
    const found = held.get(key) ?? (within !== null && standsAsAsked(population, k, within, denominator));
    held.set(key, found);
    return found;
  };
  const count: Decided["count"] = (categories, group) => {
    const within = group === undefined ? cohort : groupOf(cohort, group);
    if (within === null) return categories.map(() => 0);
    const inside = whoPassAsAsked(population, within, among);
    return categories.map((category) => countInBoth(inside, whoHas(population, category), Infinity));
  };
  const sizes: Decided["sizes"] = (denominators, group) => {
    const within = group === undefined ? cohort : groupOf(cohort, group);
    if (within === null) return denominators.map(() => 0);
    const inside = whoPassFilters(population, within);
    return denominators.map((each) => countInBoth(inside, population.among(each), Infinity));
  };
  return {
    scope: { releaseId: release.releaseId, cohort },
    cohort,
    patients,
    release,
    answered: {
      notApplied: notApplied(k, asked, cohort, (name) => categoriesOf(release, name)),
      release: summaryOf(release),
    },
    groups: (by, together = []) =>
      asOneGroup(groupsOf(release, withAsked(cohort, asked, by, together), by), together).map((each) => ({
        ...each,
        isHidden: by !== null && !holds(among, { by, code: each.group.code }),
      })),
    holds,
    count,
    sizes,
  };
}

/** Of a group of several categories, what is left of them; null: none is. */
function groupOf(cohort: Cohort, group: GroupAsked): Cohort | null {
  const codes = codesOf(group).filter((code) => cohort[group.by]?.includes(code) ?? true);
  return codes.length === 0 ? null : { ...cohort, [group.by]: codes };
}

function whoHas({ filters }: Population, { dimension, code }: CategoryAsked): Bitmap {
  const filtered = filters.find(({ name }) => name === dimension);
  const at = filtered?.categories.findIndex((each) => each.code === code) ?? -1;
  const bitmap = filtered?.rule.categories[at];
  if (bitmap === undefined) throw new RangeError(`${dimension}: unknown category`);
  return bitmap;
}

/** With the parts of a group of several that were asked for and are not left: it keeps its name and number. */
function withAsked(
  cohort: Cohort,
  asked: Cohort,
  by: DimensionName | null,
  together: readonly string[],
): Cohort {
  const left = by === null ? undefined : cohort[by];
  if (by === null || left === undefined) return cohort;
  return { ...cohort, [by]: [...left, ...together.filter((code) => asked[by]?.includes(code))] };
}

/** Hidden, in the release that was asked. Too few, and neighbours too near, look the same. */
const nothing = (release: AnalysedRelease, cohort: Cohort): Decided => ({
  scope: null,
  cohort,
  patients: 0,
  release,
  answered: { notApplied: [], release: summaryOf(release) },
  groups: (by, together = []) =>
    asOneGroup(groupsOf(release, cohort, by), together).map((each) => ({ ...each, isHidden: true })),
  holds: () => false,
  count: (categories) => categories.map(() => 0),
  sizes: (denominators) => denominators.map(() => 0),
});

const summaryOf = ({ id, number, publishedOn, checksum }: AnalysedRelease): Answered["release"] => ({
  id,
  number,
  publishedOn,
  checksum,
});
