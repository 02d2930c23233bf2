// What stands with single sessions, by group and side effect: how many sessions and patients by severity, by infusion
// number, and how long it lasted. Each is counted a patient first, then over patients, so that no distinct count is
// needed and a database distributed by patient can work on each patient where it lies.
import { sideEffectByNumber, type DimensionName } from "@afterglow/shared";
import { ask, sql, whole, type Query, type Sql } from "./sql";
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
  const cohort = sql`select dataset_id, patient, release_id, course, ${groupColumn(by)} as "group"
    from analysis_course where ${whereCohort(scope)} and sessions > 0`;
  const joined: Sql = sql`(${cohort}) as cohort join analysis_side_effect as effect
    using (dataset_id, patient, release_id, course)`;
  const most = whole(infusionNumbers.at(-1) ?? 0);
  const severities = sql`select "group", term, severity, sum(sessions) as sessions, count(*) as patients from (
      select "group", term, severity, patient, count(*) as sessions from ${joined} group by 1, 2, 3, 4
    ) as each group by 1, 2, 3 order by 1, 2, 3`;
  // Once over the join for both: of each patient and effect the longest time, and the infusions as a sum of bits.
  const patients = sql`select "group", term, infusions, value, count(*) as count from (
      select "group", term, patient, max(duration_min) as value,
        sum(case when session <= ${most} then ${whole(1)} << (session - 1) else 0 end) as infusions
      from ${joined} group by 1, 2, 3
    ) as each group by 1, 2, 3, 4 order by 1, 2, 3, 4`;
  const [bySeverity, byPatient] = await Promise.all([
    withSeverities ? ask<SeveritySessions & { term: number }>(query, severities) : [],
    ask<PatientEffects>(query, patients),
  ]);
  const infusions = infusionNumbers.flatMap((infusion) =>
    byPatient
      .filter((row) => row.infusions & (1 << (infusion - 1)))
      .map((row) => ({ ...row, last: infusion })),
  );
  const durations = byPatient.flatMap((row) => (row.value === null ? [] : [{ ...row, last: row.value }]));
  return {
    severities: named(bySeverity),
    infusions: named(
      addUp(infusions).map(({ last, count, ...row }) => ({ ...row, infusion: last, patients: count })),
    ),
    durations: named(addUp(durations).map(({ last, count, ...row }) => ({ ...row, value: last, count }))),
  };
}

/** Patients of a group with an effect, by the infusions in which they had it (bit n - 1: infusion n) and longest time. */
interface PatientEffects {
  readonly group: number;
  readonly term: number;
  readonly infusions: number;
  readonly value: number | null;
  readonly count: number;
}

type Added = Pick<PatientEffects, "group" | "term" | "count"> & { readonly last: number };

/** One row a group, term and last key, in that order. */
function addUp(rows: readonly Added[]): Added[] {
  const added = new Map<string, Added>();
  for (const { group, term, last, count } of rows) {
    const key = `${group} ${term} ${last}`;
    added.set(key, { group, term, last, count: count + (added.get(key)?.count ?? 0) });
  }
  return [...added.values()].sort((a, b) => a.group - b.group || a.term - b.term || a.last - b.last);
}

function named<Row extends { term: number }>(rows: readonly Row[]): (Omit<Row, "term"> & { term: string })[] {
  return rows.map((row) => ({ ...row, term: sideEffectByNumber(row.term).code }));
}
