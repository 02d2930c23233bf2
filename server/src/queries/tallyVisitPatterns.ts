// Cases with a score at a visit, by pattern of covariates: how many, how many in response and in remission, and the
// moments of the change. What weighting needs; no pattern leaves the analyses.
import type { DimensionName, Outcome } from "@afterglow/shared";
import type { Count } from "./counting";
import { isRemissionAt, isResponseAt } from "./endpointsAtVisit";
import { cell, isKnown, less, minus, number } from "./expression";
import { patternKeys, patternOf, type Pattern, type PatternRow } from "./patterns";
import { scoreInUnit, startInUnit } from "./scoreInUnit";
import type { Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

export interface VisitPattern extends Pattern {
  readonly responders: number;
  readonly remitters: number;
  /** Sum and sum of squares of the change, in points or in hundredths of a percent of baseline (OWN). */
  readonly sum: number;
  readonly sumOfSquares: number;
}

type Row = PatternRow & Record<"responders" | "remitters" | "sum_change" | "squares_change", number>;

export async function tallyVisitPatterns(
  count: Count,
  scope: Scope | null,
  outcome: Outcome,
  visit: string,
  covariates: readonly DimensionName[],
): Promise<VisitPattern[]> {
  const score = `score_${visit.toLowerCase()}`;
  const rows = await count<Row>({
    table: "analysis_measure",
    rows: whereMeasure(outcome),
    scope,
    where: [
      cell("is_case"),
      isKnown(cell(score)),
      ...(outcome.measure === "OWN" ? [less(number(0), cell("baseline"))] : []),
    ],
    keys: patternKeys(covariates),
    counts: {
      patients: { is: "count" },
      responders: { is: "count", where: isResponseAt(outcome, visit) },
      remitters: { is: "count", where: isRemissionAt(outcome, visit) },
      change: { is: "moments", of: minus(scoreInUnit(outcome, score), startInUnit(outcome)) },
    },
  });
  return rows.map((row) => ({
    ...patternOf(row, covariates),
    responders: row.responders,
    remitters: row.remitters,
    sum: row.sum_change,
    sumOfSquares: row.squares_change,
  }));
}
