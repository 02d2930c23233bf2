// Times to an event as counts per group and time, and each patient's median gap between assessments: the shape that
// onset and durability share. Which columns hold the times is said by them.
import type { DimensionName } from "@afterglow/shared";
import type { Count } from "./counting";
import { and, isKnown, not, type Expression } from "./expression";
import type { Sql } from "./sql";
import { groupOf, type Scope } from "./whereCohort";

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

/** Whom, when, and what the event is. */
export interface Times {
  readonly by: DimensionName | null;
  /** The group where it is no category of a dimension. */
  readonly group?: Expression;
  readonly scope: Scope | null;
  /** Which rows of analysis_measure, as in whereMeasure. */
  readonly rows: Sql;
  readonly where: readonly Expression[];
  readonly time: Expression;
  readonly isEvent: Expression;
  readonly gap: Expression;
  /** Among those without the event, who are counted apart as well. */
  readonly isMaintained?: Expression;
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

export async function tallyTimes(count: Count, asked: Times): Promise<TimesTally> {
  const { by, group = groupOf(by), scope, rows: measured, where, time, isEvent, isMaintained, gap } = asked;
  const rows = await count<Row>({
    table: "analysis_measure",
    rows: measured,
    scope,
    where,
    keys: { group, time, gap },
    counts: {
      events: { is: "count", where: isEvent },
      censored: { is: "count", where: not(isEvent) },
      ...(isMaintained && { maintained: { is: "count", where: and(not(isEvent), isMaintained) } }),
    },
    ways: [{ by: ["group", "time"] }, { by: ["group", "gap"], known: ["gap"] }],
  });
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
  count: Count,
  { by, group = groupOf(by), scope, rows, where, gap }: Omit<Times, "time" | "isEvent">,
): Promise<GapRow[]> {
  return count<GapRow>({
    table: "analysis_measure",
    rows,
    scope,
    where: [...where, isKnown(gap)],
    keys: { group, value: gap },
    counts: { count: { is: "count" } },
  });
}
