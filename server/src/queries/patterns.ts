// A pattern of covariates: the categories that a number of patients have in common. The shape that all tallies for
// weighting share; what is tallied by pattern is said by them.
import type { DimensionName } from "@afterglow/shared";
import { column, join, sql, type Sql } from "./sql";
import { dimensionColumn } from "./whereCohort";

export interface Pattern {
  /** Numbers of the categories, in the order of the covariates. */
  readonly categories: readonly number[];
  readonly patients: number;
}

export type PatternRow = { readonly patients: number } & Readonly<Record<`p${number}`, number>>;

/**
 * What to select, and by what to group and to order; without covariates everyone is one pattern. Ordered, because models
 * add patterns up as they come, and a sum in another order differs in its last bit.
 */
export function patternColumns(covariates: readonly DimensionName[]): {
  readonly selected: Sql;
  readonly grouped: Sql;
} {
  if (covariates.length === 0) return { selected: sql`0::smallint as p0`, grouped: sql`1` };
  const selected = covariates.map((name, at) => sql`${dimensionColumn(name)} as ${column(`p${at}`)}`);
  return { selected: join(selected, ", "), grouped: join(covariates.map(dimensionColumn), ", ") };
}

export const patternOf = (row: PatternRow, covariates: readonly DimensionName[]): Pattern => ({
  categories: covariates.map((_, at) => row[`p${at}`] ?? 0),
  patients: row.patients,
});
