// Side effects by group: patients by worst severity, sessions and patients by severity, by infusion number, and how long
// each lasted. Publishing has gathered the sessions into one row a course and side effect, so that a row is a patient
// here, who had it, and nothing is joined.
import { sideEffectByNumber, type DimensionName } from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query, type Sql } from "./sql";
import { infusionNumbers } from "./tallyExposure";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";

/** 1 mild, 2 moderate, 3 severe, 4 of unknown severity. */
export const severityNumbers = [1, 2, 3, 4] as const;

/** Those who had an effect, by the worst severity that is known. */
export interface WorstSeverities {
  readonly group: number;
  readonly term: string;
  /** Patients, in the order of severityNumbers. */
  readonly worst: readonly number[];
  readonly sessions: number;
}
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
  readonly effects: readonly WorstSeverities[];
  readonly severities: readonly SeveritySessions[];
  readonly infusions: readonly InfusionPatients[];
  readonly durations: readonly LongestDuration[];
}

/** In the order of severityNumbers. */
const sessionColumns = ["sessions_mild", "sessions_moderate", "sessions_severe", "sessions_unknown"];

/** In the order of severityNumbers: the worst that is known, unknown only where none is. */
const worstIs: readonly Sql[] = [
  sql`sessions_severe = 0 and sessions_moderate = 0 and sessions_mild > 0`,
  sql`sessions_severe = 0 and sessions_moderate > 0`,
  sql`sessions_severe > 0`,
  sql`sessions_severe = 0 and sessions_moderate = 0 and sessions_mild = 0`,
];

export async function tallySideEffectSessions(
  query: Query,
  scope: Scope | null,
  by: DimensionName | null,
  /** Severities by session are only counted where they are asked for. */
  withSeverities: boolean,
  together: readonly string[] = [],
): Promise<SideEffectSessionsTally> {
  const rows = sql`from analysis_course_side_effect where ${whereCohort(scope)}`;
  const bySeverity = sessionColumns.map(
    (name) => sql`array[sum(${column(name)}), count(*) filter (where ${column(name)} > 0)]::bigint[]`,
  );
  const severities = sql`select ${groupColumn(by, together)} as "group", term, array[${join(bySeverity, ", ")}] as counts
    ${rows} group by 1, 2 order by 1, 2`;
  // Once over the rows for both: patients by the longest time, and of these by infusion, which are then added up.
  const inInfusion = (number: number) => column(`in_${number}`);
  const had = infusionNumbers.map(
    (number) =>
      sql`count(*) filter (where infusions & ${whole(2 ** (number - 1))} <> 0) as ${inInfusion(number)}`,
  );
  const worst = worstIs.map(
    (condition, at) => sql`count(*) filter (where ${condition}) as ${column(`worst_${at + 1}`)}`,
  );
  const sessions = join(
    sessionColumns.map((name) => sql`sum(${column(name)})`),
    " + ",
  );
  const added = (names: readonly Sql[]) =>
    sql`array[${join(
      names.map((name) => sql`sum(${name})`),
      ", ",
    )}]::bigint[]`;
  const infusions = added(infusionNumbers.map(inInfusion));
  const severest = added(severityNumbers.map((severity) => column(`worst_${severity}`)));
  const patients = sql`with each as materialized (
      select ${groupColumn(by, together)} as "group", term, longest_min as longest, count(*) as count,
        ${sessions} as sessions, ${join([...had, ...worst], ", ")}
      ${rows} group by 1, 2, 3
    )
    select "group", term, longest as value, count, null::bigint[] as infusions, null::bigint[] as worst, 0 as sessions
    from each where longest is not null
    union all
    select "group", term, null, 0, ${infusions}, ${severest}, sum(sessions) from each group by 1, 2
    order by 1, 2, 3`;
  const [inSessions, byPatient] = await Promise.all([
    withSeverities ? ask<SessionsWith>(query, severities) : [],
    ask<PatientsWith>(query, patients),
  ]);
  return {
    effects: byPatient.flatMap(({ group, term, worst: patients, sessions: count }) =>
      patients === null
        ? []
        : [{ group, term: codeOf(term), worst: patients.map(Number), sessions: Number(count) }],
    ),
    severities: inSessions.flatMap(({ group, term, counts }) =>
      severityNumbers.flatMap((severity, at) => {
        const [sessions = 0, patients = 0] = (counts[at] ?? []).map(Number);
        return patients === 0 ? [] : [{ group, term: codeOf(term), severity, sessions, patients }];
      }),
    ),
    infusions: byPatient.flatMap(({ group, term, infusions }) =>
      (infusions ?? []).flatMap((count, at) => {
        const patients = Number(count);
        const infusion = infusionNumbers[at] ?? 0;
        return patients === 0 ? [] : [{ group, term: codeOf(term), infusion, patients }];
      }),
    ),
    durations: byPatient.flatMap(({ group, term, value, count }) =>
      value === null ? [] : [{ group, term: codeOf(term), value, count }],
    ),
  };
}

/** Sessions with an effect and the patients who had them, a pair a severity. */
interface SessionsWith {
  readonly group: number;
  readonly term: number;
  readonly counts: readonly (readonly (number | string)[])[];
}

/** Patients of a group with an effect: for so many minutes at longest, or in all. */
interface PatientsWith {
  readonly group: number;
  readonly term: number;
  readonly value: number | null;
  readonly count: number;
  /** In the order of infusionNumbers. */
  readonly infusions: readonly (number | string)[] | null;
  /** In the order of severityNumbers. */
  readonly worst: readonly (number | string)[] | null;
  readonly sessions: number | string;
}

const codeOf = (term: number): string => sideEffectByNumber(term).code;
