// What stands with single sessions, by group and side effect: how many sessions and patients by severity, by infusion
// number, and how long it lasted. Each is counted a patient first, then over patients, so that no distinct count is
// needed and a database distributed by patient can work on each patient where it lies.
import { sideEffectByNumber, type DimensionName } from "@afterglow/shared";
import { ask, join, sql, whole, type Query, type Sql } from "./sql";
import { infusionNumbers } from "./tallySideEffects";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";

export interface SeveritySessions {
  readonly group: number;
  readonly term: string;
  readonly severity: number;
  readonly sessions: number;
  readonly patients: number;
}
export interface InfusionPatients {
  readonly group: number;
  readonly term: string;
  readonly infusion: number;
  readonly patients: number;
}
export interface LongestDuration {
  readonly group: number;
  readonly term: string;
  /** Minutes: of each patient the longest time until this effect had gone. */
  readonly value: number;
  readonly count: number;
}
export interface SideEffectSessionsTally {
  readonly severities: readonly SeveritySessions[];
  readonly infusions: readonly InfusionPatients[];
  readonly durations: readonly LongestDuration[];
}

export async function tallySideEffectSessions(
  query: Query,
  scope: Scope,
  by: DimensionName | null,
  /** Severities by session, the dearest of the three, are only counted where they are asked for. */
  withSeverities: boolean,
): Promise<SideEffectSessionsTally> {
  const cohort = sql`select patient, course, ${groupColumn(by)} as "group"
    from analysis_course where ${whereCohort(scope)} and sessions > 0`;
  // A release is of one dataset: patient and course name a row in it.
  const effects = sql`select patient, course, session, term, severity, duration_min
    from analysis_side_effect where release_id = ${scope.releaseId}`;
  const joined: Sql = sql`(${cohort}) as cohort join (${effects}) as effect using (patient, course)`;
  const most = whole(infusionNumbers.at(-1) ?? 0);
  const severities = sql`select "group", term, severity, sum(sessions) as sessions, count(*) as patients from (
      select "group", term, severity, patient, count(*) as sessions from ${joined} group by 1, 2, 3, 4
    ) as each group by 1, 2, 3 order by 1, 2, 3`;
  // Once over the join for both: of each patient and effect the longest time, and the infusions as a sum of bits.
  const inInfusion = infusionNumbers.map(
    (number) => sql`count(*) filter (where infusions & ${whole(2 ** (number - 1))} <> 0)`,
  );
  const patients = sql`with each as materialized (
      select "group", term, patient, max(duration_min) as longest,
        sum(case when session <= ${most} then ${whole(1)} << (session - 1) else 0 end) as infusions
      from ${joined} group by 1, 2, 3
    )
    select "group", term, longest as value, count(*) as count, null::bigint[] as infusions
    from each where longest is not null group by 1, 2, 3
    union all
    select "group", term, null, 0, array[${join(inInfusion, ", ")}] from each group by 1, 2
    order by 1, 2, 3`;
  const [bySeverity, byPatient] = await Promise.all([
    withSeverities ? ask<SeveritySessions & { term: number }>(query, severities) : [],
    ask<PatientsWith>(query, patients),
  ]);
  return {
    severities: named(bySeverity),
    infusions: named(
      byPatient.flatMap(({ group, term, infusions }) =>
        infusionNumbers.flatMap((infusion, at) => {
          const patients = Number(infusions?.[at] ?? 0);
          return patients === 0 ? [] : [{ group, term, infusion, patients }];
        }),
      ),
    ),
    durations: named(
      byPatient.flatMap(({ group, term, value, count }) =>
        value === null ? [] : [{ group, term, value, count }],
      ),
    ),
  };
}

/** Patients of a group with an effect: for so many minutes at longest, or by the infusions in which they had it. */
interface PatientsWith {
  readonly group: number;
  readonly term: number;
  readonly value: number | null;
  readonly count: number;
  /** In the order of infusionNumbers. */
  readonly infusions: readonly (number | string)[] | null;
}

function named<Row extends { term: number }>(rows: readonly Row[]): (Omit<Row, "term"> & { term: string })[] {
  return rows.map((row) => ({ ...row, term: sideEffectByNumber(row.term).code }));
}
