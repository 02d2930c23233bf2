// Scores, changes from baseline and change categories at every visit, of the cases at baseline, by group: numbers,
// sums and sums of squares. With measure OWN a score is a percentage of the patient's baseline, in whole hundredths,
// since scores of different instruments do not add up.
import { changeCategories, laterVisits, type DimensionName, type Outcome } from "@afterglow/shared";
import { scoreInUnit, startInUnit } from "./scoreInUnit";
import { ask, column, join, sql, whole, type Query, type Sql } from "./sql";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}
export interface VisitTally {
  readonly visit: string;
  readonly score: Moments;
  readonly change: Moments;
  /** Patients by number of the change category. */
  readonly categories: readonly { readonly category: number; readonly patients: number }[];
}
export interface TrajectoryTally {
  readonly group: number;
  readonly cases: number;
  readonly visits: readonly VisitTally[];
}

type Row = { group: number; cases: number } & Record<string, number | null>;

export async function tallyTrajectory(
  query: Query,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
): Promise<TrajectoryTally[]> {
  const isPercent = outcome.measure === "OWN";
  const start = startInUnit(outcome);
  const names = laterVisits.map(({ code }) => code.toLowerCase());
  const selected = names.map(
    (name) =>
      sql`${scoreInUnit(outcome, column(`score_${name}`))} as ${column(name)}, ${column(`change_${name}`)}`,
  );
  const aggregates = names.flatMap((name): Sql[] => {
    const score = column(name);
    return [
      moments(score, `s_${name}`),
      moments(sql`(${score} - start)`, `d_${name}`),
      ...changeCategories.map(
        ({ number }) =>
          sql`count(*) filter (where ${column(`change_${name}`)} = ${whole(number)}) as ${column(`c${number}_${name}`)}`,
      ),
    ];
  });
  const piece = sql`select "group", count(*) as cases, ${moments(column("start"), "s_baseline")},
      ${join(aggregates, ", ")}
    from (
      select ${groupColumn(by)} as "group", ${start} as start, ${join(selected, ", ")}
      from analysis_measure
      where ${whereCohort(scope)} and ${whereMeasure(outcome)} and is_case
        ${isPercent ? sql`and baseline > 0` : sql``}
    ) as course group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    cases: row.cases,
    visits: ["baseline", ...names].map((name) => ({
      visit: name.toUpperCase(),
      score: momentsOf(row, `s_${name}`),
      change: momentsOf(row, `d_${name}`),
      categories: changeCategories.map(({ number }) => ({
        category: number,
        patients: row[`c${number}_${name}`] ?? 0,
      })),
    })),
  }));
}

export function moments(value: Sql, name: string): Sql {
  return sql`count(${value}) as ${column(`n_${name}`)}, sum(${value}) as ${column(`sum_${name}`)},
    sum(${value} * ${value}) as ${column(`squares_${name}`)}`;
}

export function momentsOf(row: Readonly<Record<string, number | null>>, name: string): Moments {
  return {
    n: row[`n_${name}`] ?? 0,
    sum: row[`sum_${name}`] ?? 0,
    sumOfSquares: row[`squares_${name}`] ?? 0,
  };
}
