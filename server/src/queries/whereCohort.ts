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
import { caseOf, cell, integer, number, oneOf, type Choice, type Expression } from "./expression";
import { expressionSql } from "./expressionSql";
import { join, sql, type Sql } from "./sql";

/** Which rows: a release, and the cohort within it. */
export interface Scope {
  readonly releaseId: number;
  readonly cohort: Cohort;
}

/** priorTrials -> prior_trials */
export const dimensionOf = (name: DimensionName): Expression =>
  cell(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
export const dimensionColumn = (name: DimensionName): Sql => expressionSql(dimensionOf(name));

/** The number that the analysis tables store for a code. Clinics and years are their own numbers; unknown is 0. */
export function categoryNumber(name: DimensionName, code: string): number {
  if (code === UNKNOWN_CODE) return 0;
  const { categories } = dimensionByName(name);
  const number = categories === null ? Number(code) : categories.find((each) => each.code === code)?.number;
  if (number === undefined || !Number.isSafeInteger(number))
    throw new RangeError(`${name}: unknown category`);
  return number;
}

const isChosen = (name: DimensionName, codes: readonly string[]): Choice =>
  oneOf(
    dimensionOf(name),
    codes.map((code) => categoryNumber(name, code)),
  );

/**
 * Filtered dimensions in the vocabulary's order, so that the same cohort is always the same statement. A cohort without a
 * course number would count courses.
 */
export function choicesOf(cohort: Cohort): Choice[] {
  if (cohort.courseNumber?.length !== 1)
    throw new RangeError("Cohort: courseNumber needs exactly one category");
  for (const name of keysOf(cohort as Record<string, unknown>)) {
    if (!dimensions.some((dimension) => dimension.name === name))
      throw new RangeError("Cohort: unknown dimension");
  }
  return dimensions.flatMap(({ name }) => {
    const codes = cohort[name];
    return codes === undefined || codes.length === 0 ? [] : [isChosen(name, codes)];
  });
}

/** release_id and the cohort's choices. Null is nobody. */
export function whereCohort(scope: Scope | null): Sql {
  if (scope === null) return sql`false`;
  return join([sql`release_id = ${scope.releaseId}`, ...choicesOf(scope.cohort).map(expressionSql)], " and ");
}

/**
 * What to group by; everyone is group 0. `together`: codes of categories that are counted as one group, under the number
 * of the first.
 */
export function groupOf(by: DimensionName | null, together: readonly string[] = []): Expression {
  if (by === null) return integer(number(0));
  const [first] = together;
  if (first === undefined) return dimensionOf(by);
  const own = number(categoryNumber(by, first));
  return caseOf([[isChosen(by, together), own]], dimensionOf(by));
}

/** The same as SQL. */
export const groupColumn = (by: DimensionName | null): Sql => expressionSql(groupOf(by));
