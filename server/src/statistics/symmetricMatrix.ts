// Small symmetric positive definite matrices, such as variances: their factor, and what is solved with it.
// Only what the statistics need; a matrix that is flat in some direction has no factor, and its statistic no answer.

export type Matrix = readonly (readonly number[])[];

/** Under this share of its own diagonal, a pivot is floating noise. R's coxph takes 1.8e-12. */
const FLAT = 1e-12;

/** The sum of products over the length of the first. */
export function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? NaN), 0);
}

/** The lower triangle L with L L' = matrix, by Cholesky; null where the matrix is flat in some direction. */
export function choleskyOf(matrix: Matrix): Matrix | null {
  const factor: number[][] = [];
  for (const [at, given] of matrix.entries()) {
    const row: number[] = [];
    for (const [before, above] of factor.entries()) {
      row.push(((given[before] ?? NaN) - dot(row, above)) / (above[before] ?? NaN));
    }
    const diagonal = given[at] ?? NaN;
    const pivot = diagonal - dot(row, row);
    if (!(pivot > FLAT * diagonal)) return null;
    factor.push([...row, Math.sqrt(pivot)]);
  }
  return factor;
}

/** The x with matrix x = right, from the matrix's Cholesky factor. */
export function solveWith(factor: Matrix, right: readonly number[]): number[] {
  const forward: number[] = [];
  for (const [at, row] of factor.entries()) {
    forward.push(((right[at] ?? NaN) - dot(forward, row)) / (row[at] ?? NaN));
  }
  const solution = [...forward];
  for (let at = factor.length - 1; at >= 0; at -= 1) {
    const row = factor[at] ?? [];
    const value = (solution[at] ?? NaN) / (row[at] ?? NaN);
    solution[at] = value;
    for (let before = 0; before < at; before += 1) {
      solution[before] = (solution[before] ?? NaN) - (row[before] ?? NaN) * value;
    }
  }
  return solution;
}

/** The inverse of the matrix, from its Cholesky factor. */
export function invertWith(factor: Matrix): number[][] {
  return factor.map((_, at) =>
    solveWith(
      factor,
      factor.map((__, row) => (row === at ? 1 : 0)),
    ),
  );
}
