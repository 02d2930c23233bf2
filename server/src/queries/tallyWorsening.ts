// How many of the cases were ever worse, and when a response was first seen: by week 4, only later, or not by week 12;
// by group, from the change categories of the visits. A remission counts as a response here.
import { changeCategoryByCode, laterVisits, type DimensionName, type Outcome } from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query, type Sql } from "./sql";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

/** The last visit of the usual course, and the last one that is looked at. */
export const EARLY_UNTIL = "W4";
export const LATER_UNTIL = "W12";

export interface WorseningTally {
  readonly group: number;
  /** Cases with a score at any visit up to week 12. */
  readonly patients: number;
  readonly worse: number;
  /** These four add up to the patients. */
  readonly early: number;
  readonly later: number;
  readonly never: number;
  /** No response by week 4, and no score after it. */
  readonly unseen: number;
}

const response = changeCategoryByCode("RESPONSE").number;
const worse = changeCategoryByCode("WORSE").number;

const indexOf = (visit: string): number => laterVisits.findIndex(({ code }) => code === visit);
const changesOf = (from: number, to: number): Sql =>
  join(
    laterVisits.slice(from, to).map(({ code }) => column(`change_${code.toLowerCase()}`)),
    ", ",
  );
const early = changesOf(0, indexOf(EARLY_UNTIL) + 1);
const later = changesOf(indexOf(EARLY_UNTIL) + 1, indexOf(LATER_UNTIL) + 1);

export async function tallyWorsening(
  query: Query,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
): Promise<WorseningTally[]> {
  // The numbers of the change categories run from worse to remission; a missing visit counts for nothing.
  const piece = sql`select "group",
      count(*) filter (where early is not null or later is not null) as patients,
      count(*) filter (where worst = ${whole(worse)}) as worse,
      count(*) filter (where early >= ${whole(response)}) as early,
      count(*) filter (where later >= ${whole(response)} and coalesce(early, 0) < ${whole(response)}) as later,
      count(*) filter (where later < ${whole(response)} and coalesce(early, 0) < ${whole(response)}) as never,
      count(*) filter (where later is null and early < ${whole(response)}) as unseen
    from (
      select ${groupColumn(by)} as "group", greatest(${early}) as early, greatest(${later}) as later,
        least(${early}, ${later}) as worst
      from analysis_measure where ${whereCohort(scope)} and ${whereMeasure(outcome)} and is_case
    ) as course group by 1 order by 1`;
  return ask<WorseningTally>(query, piece);
}
