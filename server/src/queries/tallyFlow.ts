// How far patients get with one measure, by group: baseline, case, any later score, a score at the visit; and for
// every visit how many cases were due and how many came. Patients treated are in tallyPatients.
import { visits, type DimensionName, type Outcome } from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query, type Sql } from "./sql";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

export interface FlowTally {
  readonly group: number;
  readonly withBaseline: number;
  readonly cases: number;
  readonly withLaterScore: number;
  /** Cases, by visit: due then, and of them with a score. */
  readonly visits: readonly {
    readonly visit: string;
    readonly expected: number;
    readonly received: number;
  }[];
}

type Row = { group: number; withBaseline: number; cases: number; withLaterScore: number } & Record<
  string,
  number
>;

/** Visits after baseline, in order. */
export const laterVisits = visits.filter(({ code }) => code !== "BASELINE");

export async function tallyFlow(
  query: Query,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
): Promise<FlowTally[]> {
  const perVisit = laterVisits.map(({ code, from }): Sql => {
    const name = code.toLowerCase();
    const score = column(`score_${name}`);
    // Who came was due, whatever the course's last contact says.
    const due = sql`is_case and (expected_to_day >= ${whole(from)} or ${score} is not null)`;
    return sql`count(*) filter (where ${due}) as ${column(`expected_${name}`)},
      count(${score}) filter (where is_case) as ${column(`received_${name}`)}`;
  });
  const piece = sql`select ${groupColumn(by)} as "group",
      count(baseline) as "withBaseline",
      count(*) filter (where is_case) as cases,
      count(*) filter (where is_case and later_score) as "withLaterScore",
      ${join(perVisit, ", ")}
    from analysis_measure where ${whereCohort(scope)} and ${whereMeasure(outcome)} group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    withBaseline: row.withBaseline,
    cases: row.cases,
    withLaterScore: row.withLaterScore,
    visits: laterVisits.map(({ code }) => ({
      visit: code,
      expected: row[`expected_${code.toLowerCase()}`] ?? 0,
      received: row[`received_${code.toLowerCase()}`] ?? 0,
    })),
  }));
}
