// Cases with a score at a visit, by pattern of covariates: how many, how many in response and in remission, and the
// moments of the change. What weighting needs; no pattern leaves the analyses.
import type { DimensionName, Outcome } from "@afterglow/shared";
import { isRemissionAt, isResponseAt, scoreColumn } from "./endpointsAtVisit";
import { patternColumns, patternOf, type Pattern, type PatternRow } from "./patterns";
import { scoreInUnit, startInUnit } from "./scoreInUnit";
import { ask, sql, type Query } from "./sql";
import { whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

export interface VisitPattern extends Pattern {
  readonly responders: number;
  readonly remitters: number;
  /** Sum and sum of squares of the change, in points or in hundredths of a percent of baseline (OWN). */
  readonly sum: number;
  readonly sumOfSquares: number;
}

type Row = PatternRow & Record<"responders" | "remitters" | "sum" | "squares", number>;

export async function tallyVisitPatterns(
  query: Query,
  scope: Scope | null,
  outcome: Outcome,
  visit: string,
  covariates: readonly DimensionName[],
): Promise<VisitPattern[]> {
  const score = scoreColumn(visit);
  const change = sql`(${scoreInUnit(outcome, score)} - ${startInUnit(outcome)})`;
  const { selected, grouped } = patternColumns(covariates);
  const piece = sql`select ${selected}, count(*) as patients,
      count(*) filter (where ${isResponseAt(outcome, visit)}) as responders,
      count(*) filter (where ${isRemissionAt(outcome, visit)}) as remitters,
      sum(${change}) as sum, sum(${change} * ${change}) as squares
    from analysis_measure
    where ${whereCohort(scope)} and ${whereMeasure(outcome)} and is_case and ${score} is not null
      ${outcome.measure === "OWN" ? sql`and baseline > 0` : sql``}
    group by ${grouped} order by ${grouped}`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    ...patternOf(row, covariates),
    responders: row.responders,
    remitters: row.remitters,
    sum: row.sum,
    sumOfSquares: row.squares,
  }));
}
