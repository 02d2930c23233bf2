// How many patients of each clinic had the event, by pattern of case mix: cases at baseline with a score at a visit and
// those in response at it, or patients with a session and those who ever had a side effect. No pattern leaves the
// analyses.
import { sideEffects, type DimensionName, type Outcome } from "@afterglow/shared";
import type { Count, Counting } from "./counting";
import { isResponseAt, scoreAt } from "./endpointsAtVisit";
import { cell, isKnown, less, number, type Expression } from "./expression";
import { patternKeys, patternOf, type Pattern, type PatternRow } from "./patterns";
import type { Scope } from "./whereCohort";
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
  count: Count,
  scope: Scope | null,
  event: ClinicEvent,
  caseMix: readonly DimensionName[],
): Promise<ClinicPattern[]> {
  const { happened, ...among } = event.of === "RESPONSE" ? response(event) : sideEffect(event.of);
  const rows = await count<Row>({
    ...among,
    scope,
    keys: { clinic: cell("clinic"), ...patternKeys(caseMix) },
    counts: { patients: { is: "count" }, events: { is: "count", where: happened } },
  });
  return rows.map((row) => ({ ...patternOf(row, caseMix), clinic: row.clinic, events: row.events }));
}

type Among = Pick<Counting, "table" | "rows" | "where"> & { readonly happened: Expression };

const response = ({ outcome, visit }: ClinicEvent): Among => ({
  table: "analysis_measure",
  rows: whereMeasure(outcome),
  where: [cell("is_case"), isKnown(scoreAt(visit))],
  happened: isResponseAt(outcome, visit),
});

function sideEffect(term: string): Among {
  if (!sideEffects.some(({ code }) => code === term)) throw new RangeError("Clinics: unknown event");
  return {
    table: "analysis_course",
    where: [less(number(0), cell("sessions"))],
    happened: less(number(0), cell(`worst_${term.toLowerCase()}`)),
  };
}
