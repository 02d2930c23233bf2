// What stands with single sessions, by group and side effect: how many sessions and patients by severity, by infusion
// number, and how long it lasted. Publishing has gathered the sessions into one row a course and side effect, so that a
// row is a patient here, and nothing is joined.
import { sideEffectByNumber, type DimensionName } from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query } from "./sql";
import { infusionNumbers, severityNumbers } from "./tallySideEffects";
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

/** In the order of severityNumbers. */
const sessionColumns = ["sessions_mild", "sessions_moderate", "sessions_severe", "sessions_unknown"];

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
  const added = infusionNumbers.map((number) => sql`sum(${inInfusion(number)})`);
  const patients = sql`with each as materialized (
      select ${groupColumn(by, together)} as "group", term, longest_min as longest, count(*) as count, ${join(had, ", ")}
      ${rows} group by 1, 2, 3
    )
    select "group", term, longest as value, count, null::bigint[] as infusions from each where longest is not null
    union all
    select "group", term, null, 0, array[${join(added, ", ")}]::bigint[] from each group by 1, 2
    order by 1, 2, 3`;
  const [inSessions, byPatient] = await Promise.all([
    withSeverities ? ask<SessionsWith>(query, severities) : [],
    ask<PatientsWith>(query, patients),
  ]);
  return {
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

/** Patients of a group with an effect: for so many minutes at longest, or by the infusions in which they had it. */
interface PatientsWith {
  readonly group: number;
  readonly term: number;
  readonly value: number | null;
  readonly count: number;
  /** In the order of infusionNumbers. */
  readonly infusions: readonly (number | string)[] | null;
}

const codeOf = (term: number): string => sideEffectByNumber(term).code;
