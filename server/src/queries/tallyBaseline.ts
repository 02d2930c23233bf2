// Who the patients of each group are before treatment: moments of age, number of induction sessions and baseline score.
import type { DimensionName, Outcome } from "@afterglow/shared";
import type { Count } from "./counting";
import { cell, integer } from "./expression";
import { momentsOf, type Moments } from "./tallyTrajectory";
import { groupOf, type Scope } from "./whereCohort";
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
  count: Count,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
): Promise<BaselineTally[]> {
  const keys = { group: groupOf(by) };
  const [rows, scoreRows] = await Promise.all([
    count<Row>({
      table: "analysis_course",
      scope,
      keys,
      counts: {
        patients: { is: "count" },
        age: { is: "moments", of: integer(cell("age_years")) },
        sessions: { is: "moments", of: integer(cell("induction_sessions")) },
      },
    }),
    count<Row>({
      table: "analysis_measure",
      rows: whereMeasure(outcome),
      scope,
      keys,
      counts: { score: { is: "moments", of: integer(cell("baseline")) } },
    }),
  ]);
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
