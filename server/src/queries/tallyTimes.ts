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

/** A number of patients at a time (gap null), or with a gap (time null). */
interface Row {
  readonly group: number;
  readonly time: number | null;
  readonly gap: number | null;
  readonly events: number;
  readonly censored: number;
  readonly maintained: number;
}

/** Once over the wide rows for both: counted by time and gap together, then added up by each. */
export async function tallyTimes(query: Query, asked: Times): Promise<TimesTally> {
  const { by, group = groupColumn(by), where, time, isEvent, isMaintained, gap } = asked;
  const rows = await ask<Row>(
    query,
    sql`with each as materialized (
      select ${group} as "group", ${time} as time, ${gap} as gap,
        count(*) filter (where ${isEvent}) as events, count(*) filter (where not (${isEvent})) as censored,
        count(*) filter (where not (${isEvent}) and ${isMaintained ?? sql`false`}) as maintained
      from analysis_measure where ${where} group by 1, 2, 3
    )
    select "group", time, null::integer as gap, sum(events) as events, sum(censored) as censored,
      sum(maintained) as maintained
    from each group by 1, 2
    union all
    select "group", null, gap, sum(events), sum(censored), 0 from each where gap is not null group by 1, 3
    order by 1, 2, 3`,
  );
  return {
    times: rows.flatMap(({ group: number, time: at, events, censored, maintained }) => {
      if (at === null) return [];
      const row = { group: number, time: at, events, censored };
      return [isMaintained === undefined ? row : { ...row, maintained }];
    }),
    gaps: rows.flatMap(({ group: number, gap: value, events, censored }) =>
      value === null ? [] : [{ group: number, value, count: events + censored }],
    ),
  };
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
