// Patients with a session, by pattern of covariates: how many, and how many ever had each side effect.
import { sideEffects, type DimensionName } from "@afterglow/shared";
import type { Aggregate, Count } from "./counting";
import { cell, less, number } from "./expression";
import { patternKeys, patternOf, type Pattern, type PatternRow } from "./patterns";
import type { Scope } from "./whereCohort";

export interface ExposurePattern extends Pattern {
  /** Patients with each side effect, in the vocabulary's order. */
  readonly withEffect: readonly number[];
}

type Row = PatternRow & Readonly<Record<string, number>>;

export async function tallyExposurePatterns(
  count: Count,
  scope: Scope | null,
  covariates: readonly DimensionName[],
): Promise<ExposurePattern[]> {
  const withEffect = sideEffects.map(({ code }, at): [string, Aggregate] => [
    `with_${at}`,
    { is: "count", where: less(number(0), cell(`worst_${code.toLowerCase()}`)) },
  ]);
  const rows = await count<Row>({
    table: "analysis_course",
    scope,
    where: [less(number(0), cell("sessions"))],
    keys: patternKeys(covariates),
    counts: { patients: { is: "count" }, ...Object.fromEntries(withEffect) },
  });
  return rows.map((row) => ({
    ...patternOf(row, covariates),
    withEffect: sideEffects.map((_, at) => row[`with_${at}`] ?? 0),
  }));
}
