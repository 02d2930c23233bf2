// A value or a condition of one row, written once and read in two ways: as SQL (expressionSql) and over columns in memory
// (columns/evaluate). As in SQL, what needs an unknown value is unknown; whole numbers alone, no text.

type Operator =
  // The first that is known; the least of those that are.
  | "coalesce"
  | "least"
  | "plus"
  | "minus"
  | "times"
  // Cut off towards zero.
  | "divided"
  | "equals"
  | "less"
  | "atMost"
  | "and"
  | "or"
  | "not"
  | "isNull"
  // Room for the result, which Postgres has to be told: four bytes, or eight.
  | "integer"
  | "bigint";

export type Expression =
  | { readonly is: "column"; readonly name: string }
  | { readonly is: "whole"; readonly value: number }
  | Choice
  /** Condition, value, condition, value …, and what is left where none is met. */
  | { readonly is: "case"; readonly of: readonly Expression[] }
  | { readonly is: Operator; readonly of: readonly Expression[] };

/** Whether a value is one of these. */
export interface Choice {
  readonly is: "oneOf";
  readonly of: readonly [Expression];
  readonly values: readonly number[];
}

const operator =
  (is: Operator) =>
  (...of: readonly Expression[]): Expression => ({ is, of });

export const coalesce = operator("coalesce");
export const least = operator("least");
export const plus = operator("plus");
export const minus = operator("minus");
export const times = operator("times");
export const divided = operator("divided");
export const equals = operator("equals");
export const less = operator("less");
export const atMost = operator("atMost");
export const and = operator("and");
export const or = operator("or");
export const not = operator("not");
export const isNull = operator("isNull");
export const integer = operator("integer");
export const bigint = operator("bigint");

export const isKnown = (value: Expression): Expression => not(isNull(value));
/** A column of the row. */
export const cell = (name: string): Expression => ({ is: "column", name });
export const number = (value: number): Expression => ({ is: "whole", value });
export const oneOf = (value: Expression, values: readonly number[]): Choice => ({
  is: "oneOf",
  of: [value],
  values,
});
export const never: Expression = or();

/** No value. */
export const unknown: Expression = coalesce();

export const caseOf = (
  cases: readonly (readonly [condition: Expression, value: Expression])[],
  otherwise: Expression = unknown,
): Expression => ({ is: "case", of: [...cases.flat(), otherwise] });
