// Pairs of values added up: numbers, sums, sums of squares and of products, as a ratio of means needs them.
import { column, sql, type Sql } from "./sql";
import { moments } from "./counting";
import { momentsOf } from "./tallyTrajectory";

export interface PairMoments {
  readonly n: number;
  readonly x: { readonly sum: number; readonly sumOfSquares: number };
  readonly y: { readonly sum: number; readonly sumOfSquares: number };
  readonly sumOfProducts: number;
}

export const noPairs: PairMoments = {
  n: 0,
  x: { sum: 0, sumOfSquares: 0 },
  y: { sum: 0, sumOfSquares: 0 },
  sumOfProducts: 0,
};

/** Of rows where both are there; either is null in the others. Squares pass what an integer holds: hand in bigints. */
export function pairMoments(x: Sql, y: Sql, name: string): Sql {
  return sql`${moments(x, `${name}_x`)}, ${moments(y, `${name}_y`)}, sum(${x} * ${y}) as ${column(`${name}_xy`)}`;
}

export function pairMomentsOf(row: Readonly<Record<string, number | null>>, name: string): PairMoments {
  const { n, ...x } = momentsOf(row, `${name}_x`);
  const { n: _same, ...y } = momentsOf(row, `${name}_y`);
  return { n, x, y, sumOfProducts: row[`${name}_xy`] ?? 0 };
}
