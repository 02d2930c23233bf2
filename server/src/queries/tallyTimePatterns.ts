// Times to an event by pattern of covariates: what a weighted curve needs. Which event and which patients is said by
// the tallies of onset and durability.
import type { DimensionName } from "@afterglow/shared";
import type { Count } from "./counting";
import { not } from "./expression";
import { patternKeys, patternOf, type Pattern, type PatternRow } from "./patterns";
import type { Times } from "./tallyTimes";

export interface TimePattern extends Pattern {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

type Row = PatternRow & Record<"time" | "events" | "censored", number>;

export async function tallyTimePatterns(
  count: Count,
  { scope, rows: measured, where, time, isEvent }: Omit<Times, "by" | "gap">,
  covariates: readonly DimensionName[],
): Promise<TimePattern[]> {
  const rows = await count<Row>({
    table: "analysis_measure",
    rows: measured,
    scope,
    where,
    keys: { ...patternKeys(covariates), time },
    counts: {
      patients: { is: "count" },
      events: { is: "count", where: isEvent },
      censored: { is: "count", where: not(isEvent) },
    },
  });
  return rows.map((row) => ({
    ...patternOf(row, covariates),
    time: row.time,
    events: row.events,
    censored: row.censored,
  }));
}
