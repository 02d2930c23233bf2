// Exposure by group, from the row a course: sessions, how side effects were asked for, who reached each infusion, and the
// rise of vital signs. The effects themselves, which few have, are in tallySideEffectSessions.
import type { DimensionName } from "@afterglow/shared";
import type { Aggregate, Count } from "./counting";
import { cell, integer, least, less, number } from "./expression";
import { momentsOf, type Moments } from "./tallyTrajectory";
import { groupOf, type Scope } from "./whereCohort";

/** Infusions that are shown one by one. */
export const infusionNumbers = [1, 2, 3, 4, 5, 6] as const;
const mostShown = Math.max(...infusionNumbers);
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

type Row = Record<"group" | "exposed" | "sessions" | "ascertained_1" | "ascertained_2", number> &
  Record<string, number | null>;

export async function tallyExposure(
  count: Count,
  scope: Scope | null,
  by: DimensionName | null,
  together: readonly string[] = [],
): Promise<ExposureTally[]> {
  const rises = vitalSigns.map((sign): [string, Aggregate] => [
    sign.toLowerCase(),
    { is: "moments", of: integer(cell(signs[sign])) },
  ]);
  const rows = await count<Row>({
    table: "analysis_course",
    scope,
    where: [less(number(0), cell("sessions"))],
    keys: { group: groupOf(by, together) },
    counts: {
      exposed: { is: "count" },
      sessions: { is: "sum", of: cell("sessions") },
      // More than are shown one by one are as many as those.
      infusions: { is: "values", of: least(cell("sessions"), number(mostShown)), values: infusionNumbers },
      ascertained: { is: "values", of: cell("ascertained"), values: [1, 2] },
      ...Object.fromEntries(rises),
    },
  });
  return rows.map((row) => ({
    group: row.group,
    exposed: row.exposed,
    sessions: row.sessions,
    byChecklist: row.ascertained_1,
    bySpontaneousReport: row.ascertained_2,
    reached: infusionNumbers.map((number) => withAtLeast(row, number)),
    rises: vitalSigns.map((sign) => momentsOf(row, sign.toLowerCase())),
  }));
}

const withAtLeast = (row: Row, infusions: number): number =>
  infusionNumbers.reduce(
    (patients, number) => patients + (number < infusions ? 0 : (row[`infusions_${number}`] ?? 0)),
    0,
  );
