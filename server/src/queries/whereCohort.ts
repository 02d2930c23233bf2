// The condition that holds a row to a release and a cohort. The same columns lead all analysis tables of courses,
// so that it fits each; which rows of a measure are meant is said in whereMeasure.
import {
  dimensionByName,
  dimensions,
  keysOf,
  UNKNOWN_CODE,
  type Cohort,
  type DimensionName,
} from "@afterglow/shared";
import { column, join, sql, whole, type Sql } from "./sql";

/** Which rows: a release, and the cohort within it. */
export interface Scope {
  readonly releaseId: number;
  readonly cohort: Cohort;
}

/** priorTrials -> prior_trials */
export function dimensionColumn(name: DimensionName): Sql {
  return column(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** The number that the analysis tables store for a code. Clinics and years are their own numbers; unknown is 0. */
export function categoryNumber(name: DimensionName, code: string): number {
  if (code === UNKNOWN_CODE) return 0;
  const { categories } = dimensionByName(name);
  const number = categories === null ? Number(code) : categories.find((each) => each.code === code)?.number;
  if (number === undefined || !Number.isSafeInteger(number))
    throw new RangeError(`${name}: unknown category`);
  return number;
}

/** The chosen categories of one dimension, as numbers. */
export function isChosen(name: DimensionName, codes: readonly string[]): Sql {
  const numbers = codes.map((code) => categoryNumber(name, code));
  // Most often one, which is compared at a fraction of the cost, row by row.
  if (numbers.length === 1) return sql`${dimensionColumn(name)} = ${numbers[0]}`;
  return sql`${dimensionColumn(name)} = any(${numbers}::smallint[])`;
}

/** Filtered dimensions in the vocabulary's order, so that the same cohort is always the same statement. */
export function filtersOf(cohort: Cohort): { readonly name: DimensionName; readonly condition: Sql }[] {
  for (const name of keysOf(cohort as Record<string, unknown>)) {
    if (!dimensions.some((dimension) => dimension.name === name))
      throw new RangeError("Cohort: unknown dimension");
  }
  return dimensions.flatMap(({ name }) => {
    const codes = cohort[name];
    return codes === undefined || codes.length === 0 ? [] : [{ name, condition: isChosen(name, codes) }];
  });
}

/**
 * release_id, course number and every filtered dimension. A cohort without a course number would count courses. Null is
 * nobody.
 */
export function whereCohort(scope: Scope | null): Sql {
  if (scope === null) return sql`false`;
  const { releaseId, cohort } = scope;
  if (cohort.courseNumber?.length !== 1)
    throw new RangeError("Cohort: courseNumber needs exactly one category");
  return join(
    [sql`release_id = ${releaseId}`, ...filtersOf(cohort).map(({ condition }) => condition)],
    " and ",
  );
}

/**
 * The column to group by, as an expression; everyone is group 0. `together`: codes of categories that are counted as one
 * group, under the number of the first.
 */
export function groupColumn(by: DimensionName | null, together: readonly string[] = []): Sql {
  if (by === null) return sql`0::smallint`;
  const [first] = together;
  if (first === undefined) return dimensionColumn(by);
  return sql`case when ${isChosen(by, together)} then ${whole(categoryNumber(by, first))}::smallint
    else ${dimensionColumn(by)} end`;
}
