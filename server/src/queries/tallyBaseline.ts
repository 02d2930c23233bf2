// Who the patients of each group are before treatment: moments of age, number of induction sessions and baseline score.
import type { DimensionName, Outcome } from "@afterglow/shared";
import { ask, sql, type Query } from "./sql";
import { moments, momentsOf, type Moments } from "./tallyTrajectory";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

export interface BaselineTally {
  readonly group: number;
  readonly patients: number;
  readonly ageYears: Moments;
  readonly inductionSessions: Moments;
  readonly score: Moments;
}

type Row = { group: number; patients: number } & Record<string, number | null>;

export async function tallyBaseline(
  query: Query,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
): Promise<BaselineTally[]> {
  const group = groupColumn(by);
  const courses = sql`select ${group} as "group", count(*) as patients,
      ${moments(sql`age_years::int`, "age")}, ${moments(sql`induction_sessions::int`, "sessions")}
    from analysis_course where ${whereCohort(scope)} group by 1 order by 1`;
  const scores = sql`select ${group} as "group", ${moments(sql`baseline::int`, "score")}
    from analysis_measure where ${whereCohort(scope)} and ${whereMeasure(outcome)} group by 1 order by 1`;
  const [rows, scoreRows] = await Promise.all([ask<Row>(query, courses), ask<Row>(query, scores)]);
  const none = { n: 0, sum: 0, sumOfSquares: 0 };
  return rows.map((row) => {
    const scored = scoreRows.find((each) => each.group === row.group);
    return {
      group: row.group,
      patients: row.patients,
      ageYears: momentsOf(row, "age"),
      inductionSessions: momentsOf(row, "sessions"),
      score: scored === undefined ? none : momentsOf(scored, "score"),
    };
  });
}

/** Of all groups together. */
export function baselineOfAll(groups: readonly BaselineTally[]): BaselineTally {
  const of = (moments: (group: BaselineTally) => Moments): Moments =>
    groups.map(moments).reduce(
      (sum, each) => ({
        n: sum.n + each.n,
        sum: sum.sum + each.sum,
        sumOfSquares: sum.sumOfSquares + each.sumOfSquares,
      }),
      { n: 0, sum: 0, sumOfSquares: 0 },
    );
  return {
    group: 0,
    patients: groups.reduce((sum, { patients }) => sum + patients, 0),
    ageYears: of(({ ageYears }) => ageYears),
    inductionSessions: of(({ inductionSessions }) => inductionSessions),
    score: of(({ score }) => score),
  };
}
