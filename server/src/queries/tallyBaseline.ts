// Who the patients of each group are before treatment: numbers in the categories asked for, and moments of age,
// number of induction sessions and baseline score. Everyone together is a group of its own only when asked alone.
import type { DimensionName, Outcome } from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query } from "./sql";
import { moments, momentsOf, type Moments } from "./tallyTrajectory";
import { categoryNumber, dimensionColumn, groupColumn, whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

export interface BaselineTally {
  readonly group: number;
  readonly patients: number;
  /** In the order asked. */
  readonly categories: readonly number[];
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
  categories: readonly { readonly dimension: DimensionName; readonly code: string }[],
): Promise<BaselineTally[]> {
  const counts = categories.map(({ dimension, code }, index) => {
    const number = whole(categoryNumber(dimension, code));
    return sql`count(*) filter (where ${dimensionColumn(dimension)} = ${number}) as ${column(`category_${index}`)}`;
  });
  const group = groupColumn(by);
  const courses = sql`select ${group} as "group", count(*) as patients, ${join(counts, ", ")},
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
      categories: categories.map((_, index) => row[`category_${index}`] ?? 0),
      ageYears: momentsOf(row, "age"),
      inductionSessions: momentsOf(row, "sessions"),
      score: scored === undefined ? none : momentsOf(scored, "score"),
    };
  });
}
