// Times to an event as counts per group and time, and each patient's median gap between assessments: the shape that
// onset and durability share. Which columns hold the times is said by them.
import type { DimensionName } from "@afterglow/shared";
import { ask, sql, type Query, type Sql } from "./sql";
import { groupColumn } from "./whereCohort";

export interface TimeRow {
  readonly group: number;
  readonly time: number;
  readonly events: number;
  readonly censored: number;
  /** Of the censored, those whose maintenance came first; counted where it competes. */
  readonly maintained?: number;
}
export interface GapRow {
  readonly group: number;
  /** Days. */
  readonly value: number;
  readonly count: number;
}
export interface TimesTally {
  readonly times: readonly TimeRow[];
  readonly gaps: readonly GapRow[];
}

/** Whom, when, and what the event is, in SQL. */
export interface Times {
  readonly by: DimensionName | null;
  /** The group where it is no category of a dimension. */
  readonly group?: Sql;
  readonly where: Sql;
  readonly time: Sql;
  readonly isEvent: Sql;
  readonly gap: Sql;
  /** Among those without the event, who are counted apart as well. */
  readonly isMaintained?: Sql;
}

export async function tallyTimes(query: Query, asked: Times): Promise<TimesTally> {
  const { by, group = groupColumn(by), where, time, isEvent, isMaintained } = asked;
  const maintained =
    isMaintained === undefined
      ? sql``
      : sql`, count(*) filter (where not (${isEvent}) and ${isMaintained}) as maintained`;
  const times = sql`select ${group} as "group", ${time} as time,
      count(*) filter (where ${isEvent}) as events, count(*) filter (where not (${isEvent})) as censored${maintained}
    from analysis_measure where ${where} group by 1, 2 order by 1, 2`;
  const [timeRows, gaps] = await Promise.all([ask<TimeRow>(query, times), tallyGaps(query, asked)]);
  return { times: timeRows, gaps };
}

/** Each patient's median gap between assessments. */
export function tallyGaps(
  query: Query,
  { by, group = groupColumn(by), where, gap }: Omit<Times, "time" | "isEvent">,
): Promise<GapRow[]> {
  const piece = sql`select ${group} as "group", ${gap} as value, count(*) as count
    from analysis_measure where ${where} and ${gap} is not null group by 1, 2 order by 1, 2`;
  return ask<GapRow>(query, piece);
}
