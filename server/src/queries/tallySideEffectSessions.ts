// Side effects by group: patients by worst severity, sessions and patients by severity, by infusion number, and how long
// each lasted. Publishing has gathered the sessions into one row a course and side effect, so that a row is a patient
// here, who had it, and nothing is joined.
import { sideEffectByNumber, type DimensionName } from "@afterglow/shared";
import type { Aggregate, Count, CountedRow, Counting } from "./counting";
import { caseOf, cell, less, number, plus, type Expression } from "./expression";
import { infusionNumbers } from "./tallyExposure";
import { groupOf, type Scope } from "./whereCohort";

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
export interface LongestDurations {
  readonly group: number;
  readonly term: string;
  /** Minutes, of each patient the longest time until this effect had gone, and how many patients it took so long. */
  readonly minutes: readonly { readonly value: number; readonly count: number }[];
}
export interface SideEffectSessionsTally {
  readonly effects: readonly WorstSeverities[];
  readonly severities: readonly SeveritySessions[];
  readonly infusions: readonly InfusionPatients[];
  readonly durations: readonly LongestDurations[];
}

/** In the order of severityNumbers. */
const sessionsWith = ["mild", "moderate", "severe", "unknown"].map((severity) =>
  cell(`sessions_${severity}`),
);
const [mild, moderate, severe] = sessionsWith as [Expression, Expression, Expression];
const some = (sessions: Expression): Expression => less(number(0), sessions);

/** As in severityNumbers: the worst that is known, unknown only where none is. */
const worst = caseOf(
  [
    [some(severe), number(3)],
    [some(moderate), number(2)],
    [some(mild), number(1)],
  ],
  number(4),
);

/** A bit each, from the first; and the name of its count. */
const infusionBits = infusionNumbers.map((infusion) => {
  const bit = infusion - 1;
  return { infusion, bit, name: `infusion_${bit}` };
});

export async function tallySideEffectSessions(
  count: Count,
  scope: Scope | null,
  by: DimensionName | null,
  /** Severities by session are only counted where they are asked for. */
  withSeverities: boolean,
  together: readonly string[] = [],
): Promise<SideEffectSessionsTally> {
  const [group, term] = [groupOf(by, together), cell("term")];
  const counted = <Of>(
    numbers: readonly Of[],
    name: string,
    aggregate: (of: Of, at: number) => Aggregate,
  ): Counting["counts"] =>
    Object.fromEntries(numbers.map((each, at) => [`${name}_${at}`, aggregate(each, at)]));
  const byPatient = () =>
    count<Row>({
      table: "analysis_course_side_effect",
      scope,
      keys: { group, term, longest: cell("longest_min") },
      counts: {
        patients: { is: "count" },
        sessions: { is: "sum", of: plus(...sessionsWith) },
        infusion: { is: "bits", of: cell("infusions"), bits: infusionBits.map(({ bit }) => bit) },
        worst: { is: "values", of: worst, values: severityNumbers },
      },
      ways: [
        { by: ["group", "term"] },
        { by: ["group", "term", "longest"], known: ["longest"], counts: ["patients"] },
      ],
    });
  const bySession = () =>
    count<Row>({
      table: "analysis_course_side_effect",
      scope,
      keys: { group, term },
      counts: {
        ...counted(sessionsWith, "sessions", (of) => ({ is: "sum", of })),
        ...counted(sessionsWith, "patients", (of) => ({ is: "count", where: some(of) })),
      },
    });
  const [all, severities] = await Promise.all([byPatient(), withSeverities ? bySession() : []]);
  // Way by way, and of the second are thousands.
  const first = all.findIndex((row) => row["way"] !== 0);
  const [effects, durations] = first < 0 ? [all, []] : [all.slice(0, first), all.slice(first)];
  return {
    effects: effects.map((row) => ({
      ...effectOf(row),
      worst: severityNumbers.map((severity) => row[`worst_${severity}`] ?? 0),
      sessions: row["sessions"] ?? 0,
    })),
    severities: severities.flatMap((row) =>
      severityNumbers.flatMap((severity, at) => {
        const [sessions, patients] = [row[`sessions_${at}`] ?? 0, row[`patients_${at}`] ?? 0];
        return patients === 0 ? [] : [{ ...effectOf(row), severity, sessions, patients }];
      }),
    ),
    infusions: effects.flatMap((row) =>
      infusionBits.flatMap(({ infusion, name }) => {
        const patients = row[name] ?? 0;
        return patients === 0 ? [] : [{ ...effectOf(row), infusion, patients }];
      }),
    ),
    durations: durationsOf(durations),
  };
}

type Row = CountedRow & { readonly group: number; readonly term: number };

const effectOf = ({ group, term }: Row) => ({ group, term: sideEffectByNumber(term).code });

/** Those of a group and side effect follow each other. */
function durationsOf(rows: readonly Row[]): LongestDurations[] {
  const found: { group: number; term: string; minutes: { value: number; count: number }[] }[] = [];
  let last: Row | undefined;
  for (const row of rows) {
    if (row.group !== last?.group || row.term !== last.term) found.push({ ...effectOf(row), minutes: [] });
    found.at(-1)?.minutes.push({ value: row["longest"] ?? 0, count: row["patients"] ?? 0 });
    last = row;
  }
  return found;
}
