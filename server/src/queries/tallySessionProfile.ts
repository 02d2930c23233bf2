// What sessions were like, by group, from the row a course: moments of each patient's means, sessions with and without
// ECG and monitoring, where treatment took place. How long side effects lasted is in tallySideEffectSessions.
import { settings, type DimensionName } from "@afterglow/shared";
import { pairMoments, pairMomentsOf, type PairMoments } from "./pairMoments";
import { ask, column, join, sql, whole, type Query } from "./sql";
import { moments } from "./counting";
import { momentsOf, type Moments } from "./tallyTrajectory";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";

/** Columns of means, in tenths. Before and peak of a sign are of the same patients. */
export const profileMeans = [
  "duration",
  "psychotherapy_time",
  "recovery",
  "systolic_before",
  "systolic_peak",
  "diastolic_before",
  "diastolic_peak",
  "heart_rate_before",
  "heart_rate_peak",
] as const;
export type ProfileMean = (typeof profileMeans)[number];

export interface MonitoringTally {
  /** Of each patient with a session where it is recorded: sessions with it (x) of those where it is recorded (y). */
  readonly sessions: PairMoments;
  /** Patients with it in any session, and patients without it in any. */
  readonly withAny: number;
  readonly withoutAny: number;
}

export interface SessionProfileTally {
  readonly group: number;
  /** Patients with a session. */
  readonly exposed: number;
  readonly means: Readonly<Record<ProfileMean, Moments>>;
  readonly ecg: MonitoringTally;
  readonly vitals: MonitoringTally;
  /** Patients, in the order of the vocabulary's settings: in the clinic, at home. */
  readonly settings: readonly number[];
}

type Row = Record<"group" | "exposed", number> & Record<string, number | null>;
const monitored = { ecg: "ecg_done", vitals: "vitals_monitored" } as const;

export async function tallySessionProfile(
  query: Query,
  scope: Scope | null,
  by: DimensionName | null,
): Promise<SessionProfileTally[]> {
  const means = profileMeans.map((name) => moments(sql`${column(name)}::int`, name));
  const monitoring = (["ecg", "vitals"] as const).map((name) => {
    const known = sql`nullif(${column(`${name}_known`)}, 0)::bigint`;
    const done = column(monitored[name]);
    const counted = sql`case when ${column(`${name}_known`)} > 0 then ${done} end::bigint`;
    return sql`${pairMoments(counted, known, name)},
      count(*) filter (where ${done} > 0) as ${column(`${name}_with`)},
      count(*) filter (where ${done} < ${column(`${name}_known`)}) as ${column(`${name}_without`)}`;
  });
  const places = settings.map(
    ({ number }) => sql`count(*) filter (where setting = ${whole(number)}) as ${column(`setting_${number}`)}`,
  );
  const piece = sql`select ${groupColumn(by)} as "group", count(*) as exposed,
      ${join([...means, ...monitoring, ...places], ", ")}
    from analysis_session_profile where ${whereCohort(scope)} group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    exposed: row.exposed,
    means: Object.fromEntries(profileMeans.map((name) => [name, momentsOf(row, name)])) as Record<
      ProfileMean,
      Moments
    >,
    ecg: monitoringOf(row, "ecg"),
    vitals: monitoringOf(row, "vitals"),
    settings: settings.map(({ number }) => row[`setting_${number}`] ?? 0),
  }));
}

function monitoringOf(row: Row, name: "ecg" | "vitals"): MonitoringTally {
  return {
    sessions: pairMomentsOf(row, name),
    withAny: row[`${name}_with`] ?? 0,
    withoutAny: row[`${name}_without`] ?? 0,
  };
}
