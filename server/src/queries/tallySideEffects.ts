// Exposure and side effects by group, from the row a course: patients by worst severity, sessions with each effect,
// how effects were asked for, who reached each infusion, and the rise of vital signs. What stands with single
// sessions is in tallySideEffectSessions.
import { sideEffects, type DimensionName } from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query, type Sql } from "./sql";
import { moments, momentsOf, type Moments } from "./tallyTrajectory";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";

/** Infusions that are shown one by one. */
export const infusionNumbers = [1, 2, 3, 4, 5, 6] as const;
/** 1 mild, 2 moderate, 3 severe, 4 of unknown severity. */
export const severityNumbers = [1, 2, 3, 4] as const;

const signs = {
  SYSTOLIC: "systolic_rise",
  DIASTOLIC: "diastolic_rise",
  HEART_RATE: "heart_rate_rise",
} as const;
export const vitalSigns = ["SYSTOLIC", "DIASTOLIC", "HEART_RATE"] as const;

export interface SideEffectsTally {
  readonly group: number;
  /** Patients with a session, and their sessions. */
  readonly exposed: number;
  readonly sessions: number;
  /** Exposed patients whose side effects were asked for by checklist, and of whom they are only reported. */
  readonly byChecklist: number;
  readonly bySpontaneousReport: number;
  readonly effects: readonly {
    readonly term: string;
    /** Patients by worst severity, in the order of severityNumbers. */
    readonly worst: readonly number[];
    readonly sessions: number;
  }[];
  /** Patients with at least so many sessions, in the order of infusionNumbers. */
  readonly reached: readonly number[];
  /** Mean rise a patient, in tenths, in the order of vitalSigns. */
  readonly rises: readonly Moments[];
}

type Row = Record<"group" | "exposed" | "sessions" | "checklist" | "spontaneous", number> &
  Record<string, number | null>;

export async function tallySideEffects(
  query: Query,
  scope: Scope | null,
  by: DimensionName | null,
  together: readonly string[] = [],
): Promise<SideEffectsTally[]> {
  const effects = sideEffects.flatMap(({ code }): Sql[] => {
    const name = code.toLowerCase();
    const worst = severityNumbers.map(
      (severity) =>
        sql`count(*) filter (where ${column(`worst_${name}`)} = ${whole(severity)}) as ${column(`worst${severity}_${name}`)}`,
    );
    return [...worst, sql`sum(${column(`sessions_${name}`)}) as ${column(`in_${name}`)}`];
  });
  const reached = infusionNumbers.map(
    (number) => sql`count(*) filter (where sessions >= ${whole(number)}) as ${column(`reached_${number}`)}`,
  );
  const rises = vitalSigns.map((sign) => moments(sql`${column(signs[sign])}::int`, sign.toLowerCase()));
  const piece = sql`select ${groupColumn(by, together)} as "group", count(*) as exposed, sum(sessions) as sessions,
      count(*) filter (where ascertained = 1) as checklist, count(*) filter (where ascertained = 2) as spontaneous,
      ${join([...effects, ...reached, ...rises], ", ")}
    from analysis_course where ${whereCohort(scope)} and sessions > 0 group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    exposed: row.exposed,
    sessions: row.sessions,
    byChecklist: row.checklist,
    bySpontaneousReport: row.spontaneous,
    effects: sideEffects.map(({ code }) => {
      const name = code.toLowerCase();
      const worst = severityNumbers.map((severity) => row[`worst${severity}_${name}`] ?? 0);
      return { term: code, worst, sessions: row[`in_${name}`] ?? 0 };
    }),
    reached: infusionNumbers.map((number) => row[`reached_${number}`] ?? 0),
    rises: vitalSigns.map((sign) => momentsOf(row, sign.toLowerCase())),
  }));
}
