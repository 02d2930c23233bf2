// Times to an event by pattern of covariates: what a weighted curve needs. Which event and which patients is said by
// the tallies of onset and durability.
import type { DimensionName } from "@afterglow/shared";
import { patternColumns, patternOf, type Pattern, type PatternRow } from "./patterns";
import { ask, sql, type Query, type Sql } from "./sql";

export interface TimePattern extends Pattern {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

type Row = PatternRow & Record<"time" | "events" | "censored", number>;

export async function tallyTimePatterns(
  query: Query,
  { where, time, isEvent }: { readonly where: Sql; readonly time: Sql; readonly isEvent: Sql },
  covariates: readonly DimensionName[],
): Promise<TimePattern[]> {
  const { selected, grouped } = patternColumns(covariates);
  const piece = sql`select ${selected}, ${time} as time, count(*) as patients,
      count(*) filter (where ${isEvent}) as events, count(*) filter (where not (${isEvent})) as censored
    from analysis_measure where ${where} group by ${grouped}, ${time} order by ${grouped}, time`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    ...patternOf(row, covariates),
    time: row.time,
    events: row.events,
    censored: row.censored,
  }));
}
