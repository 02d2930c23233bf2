// Scores, changes from baseline and change categories at every visit, of the cases at baseline, by group: numbers,
// sums and sums of squares. With measure OWN a score is a percentage of the patient's baseline, in whole hundredths,
// since scores of different instruments do not add up.
import { changeCategories, laterVisits, type DimensionName, type Outcome } from "@afterglow/shared";
import { scoreInUnit, startInUnit } from "./scoreInUnit";
import type { Aggregate, Count } from "./counting";
import { cell, less, minus, number } from "./expression";
import { groupOf, type Scope } from "./whereCohort";
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

const categories = changeCategories.map(({ number }) => number);

type Row = { group: number; cases: number } & Record<string, number | null>;

export async function tallyTrajectory(
  count: Count,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
): Promise<TrajectoryTally[]> {
  const start = startInUnit(outcome);
  const names = laterVisits.map(({ code }) => code.toLowerCase());
  const atVisit = (name: string): [string, Aggregate][] => {
    const score = scoreInUnit(outcome, `score_${name}`);
    return [
      [`s_${name}`, { is: "moments", of: score }],
      [`d_${name}`, { is: "moments", of: minus(score, start) }],
      [`c_${name}`, { is: "values", of: cell(`change_${name}`), values: categories }],
    ];
  };
  const rows = await count<Row>({
    table: "analysis_measure",
    rows: whereMeasure(outcome),
    scope,
    where: [cell("is_case"), ...(outcome.measure === "OWN" ? [less(number(0), cell("baseline"))] : [])],
    keys: { group: groupOf(by) },
    counts: {
      cases: { is: "count" },
      s_baseline: { is: "moments", of: start },
      ...Object.fromEntries(names.flatMap(atVisit)),
    },
  });
  return rows.map((row) => ({
    group: row.group,
    cases: row.cases,
    visits: ["baseline", ...names].map((name) => ({
      visit: name.toUpperCase(),
      score: momentsOf(row, `s_${name}`),
      change: momentsOf(row, `d_${name}`),
      categories: changeCategories.map(({ number }) => ({
        category: number,
        patients: row[`c_${name}_${number}`] ?? 0,
      })),
    })),
  }));
}

export function momentsOf(row: Readonly<Record<string, number | null>>, name: string): Moments {
  return {
    n: row[`n_${name}`] ?? 0,
    sum: row[`sum_${name}`] ?? 0,
    sumOfSquares: row[`squares_${name}`] ?? 0,
  };
}
