// How many patients of each clinic had the event, by pattern of case mix: cases at baseline with a score at a visit and
// those in response at it, or patients with a session and those who ever had a side effect. No pattern leaves the
// analyses.
import { sideEffects, type DimensionName, type Outcome } from "@afterglow/shared";
import { isResponseAt, scoreColumn } from "./endpointsAtVisit";
import { patternColumns, patternOf, type Pattern, type PatternRow } from "./patterns";
import { ask, column, sql, type Query, type Sql } from "./sql";
import { whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

/** RESPONSE, or the code of a side effect. */
export interface ClinicEvent {
  readonly outcome: Outcome;
  readonly visit: string;
  readonly of: string;
}

export interface ClinicPattern extends Pattern {
  readonly clinic: number;
  readonly events: number;
}

type Row = PatternRow & Record<"clinic" | "events", number>;

export async function tallyClinics(
  query: Query,
  scope: Scope | null,
  event: ClinicEvent,
  caseMix: readonly DimensionName[],
): Promise<ClinicPattern[]> {
  const { selected, grouped } = patternColumns(caseMix);
  const { happened, counted } = event.of === "RESPONSE" ? response(event) : sideEffect(event.of);
  const piece = sql`select clinic, ${selected}, count(*) as patients,
      count(*) filter (where ${happened}) as events
    from ${counted(whereCohort(scope))} group by clinic, ${grouped} order by clinic, ${grouped}`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({ ...patternOf(row, caseMix), clinic: row.clinic, events: row.events }));
}

interface Counting {
  readonly happened: Sql;
  readonly counted: (cohort: Sql) => Sql;
}

function response({ outcome, visit }: ClinicEvent): Counting {
  return {
    happened: isResponseAt(outcome, visit),
    counted: (cohort) => sql`analysis_measure where ${cohort} and ${whereMeasure(outcome)} and is_case
      and ${scoreColumn(visit)} is not null`,
  };
}

function sideEffect(term: string): Counting {
  if (!sideEffects.some(({ code }) => code === term)) throw new RangeError("Clinics: unknown event");
  return {
    happened: sql`${column(`worst_${term.toLowerCase()}`)} > 0`,
    counted: (cohort) => sql`analysis_course where ${cohort} and sessions > 0`,
  };
}
