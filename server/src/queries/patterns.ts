// A pattern of covariates: the categories that a number of patients have in common. The shape that all tallies for
// weighting share; what is tallied by pattern is said by them.
import type { DimensionName } from "@afterglow/shared";
import type { Counting } from "./counting";
import { dimensionOf, groupOf } from "./whereCohort";

export interface Pattern {
  /** Numbers of the categories, in the order of the covariates. */
  readonly categories: readonly number[];
  readonly patients: number;
}

export type PatternRow = { readonly patients: number } & Readonly<Record<`p${number}`, number>>;

/**
 * By what to count; without covariates everyone is one pattern. Rows come ordered by these, because models add patterns up
 * as they come, and a sum in another order differs in its last bit.
 */
export const patternKeys = (covariates: readonly DimensionName[]): Counting["keys"] =>
  covariates.length === 0
    ? { p0: groupOf(null) }
    : Object.fromEntries(covariates.map((name, at) => [`p${at}`, dimensionOf(name)]));

export const patternOf = (row: PatternRow, covariates: readonly DimensionName[]): Pattern => ({
  categories: covariates.map((_, at) => row[`p${at}`] ?? 0),
  patients: row.patients,
});
