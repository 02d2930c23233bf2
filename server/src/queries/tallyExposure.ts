// Exposure by group, from the row a course: sessions, how side effects were asked for, who reached each infusion, and the
// rise of vital signs. The effects themselves, which few have, are in tallySideEffectSessions.
import type { DimensionName } from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query } from "./sql";
import { moments, momentsOf, type Moments } from "./tallyTrajectory";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";

/** Infusions that are shown one by one. */
export const infusionNumbers = [1, 2, 3, 4, 5, 6] as const;
const signs = {
  SYSTOLIC: "systolic_rise",
  DIASTOLIC: "diastolic_rise",
  HEART_RATE: "heart_rate_rise",
} as const;
export const vitalSigns = ["SYSTOLIC", "DIASTOLIC", "HEART_RATE"] as const;

export interface ExposureTally {
  readonly group: number;
  /** Patients with a session, and their sessions. */
  readonly exposed: number;
  readonly sessions: number;
  /** Exposed patients whose side effects were asked for by checklist, and of whom they are only reported. */
  readonly byChecklist: number;
  readonly bySpontaneousReport: number;
  /** Patients with at least so many sessions, in the order of infusionNumbers. */
  readonly reached: readonly number[];
  /** Mean rise a patient, in tenths, in the order of vitalSigns. */
  readonly rises: readonly Moments[];
}

type Row = Record<"group" | "exposed" | "sessions" | "checklist" | "spontaneous", number> &
  Record<string, number | null>;

export async function tallyExposure(
  query: Query,
  scope: Scope | null,
  by: DimensionName | null,
  together: readonly string[] = [],
): Promise<ExposureTally[]> {
  const reached = infusionNumbers.map(
    (number) => sql`count(*) filter (where sessions >= ${whole(number)}) as ${column(`reached_${number}`)}`,
  );
  const rises = vitalSigns.map((sign) => moments(sql`${column(signs[sign])}::int`, sign.toLowerCase()));
  const piece = sql`select ${groupColumn(by, together)} as "group", count(*) as exposed, sum(sessions) as sessions,
      count(*) filter (where ascertained = 1) as checklist, count(*) filter (where ascertained = 2) as spontaneous,
      ${join([...reached, ...rises], ", ")}
    from analysis_course where ${whereCohort(scope)} and sessions > 0 group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    exposed: row.exposed,
    sessions: row.sessions,
    byChecklist: row.checklist,
    bySpontaneousReport: row.spontaneous,
    reached: infusionNumbers.map((number) => row[`reached_${number}`] ?? 0),
    rises: vitalSigns.map((sign) => momentsOf(row, sign.toLowerCase())),
  }));
}
