// The Cholesky factor of a symmetric matrix of sums of squares and products, with what a fit asks of it: a solution
// and the inverse. Matrices are row after row in one array of doubles. No estimate is made here.

export interface Cholesky {
  readonly size: number;
  /** The lower triangle L of A = L L'; a dropped row is all 0. */
  readonly factor: Float64Array;
  /** False for a row that earlier rows already determine. */
  readonly kept: readonly boolean[];
}

/** What is left of a diagonal once earlier rows have explained their part: less than this share is noise. */
const TOLERANCE = 1e-10;

function at(values: Float64Array, index: number): number {
  return values[index] ?? NaN;
}

/**
 * A = L L' for a symmetric A without negative eigenvalues; only its lower triangle is read.
 *
 * Edges: a row that is a linear combination of earlier ones is dropped, as R drops an aliased covariate.
 * Source: Golub, Van Loan, Matrix Computations, 4th ed., 4.2. R: `t(chol(A))`
 */
export function cholesky(matrix: Float64Array, size: number): Cholesky {
  const factor = new Float64Array(size * size);
  const kept: boolean[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let left = at(matrix, row * size + column);
      for (let k = 0; k < column; k++) left -= at(factor, row * size + k) * at(factor, column * size + k);
      const pivot = at(factor, column * size + column);
      if (column < row) factor[row * size + column] = kept[column] ? left / pivot : 0;
      else {
        kept.push(left > TOLERANCE * at(matrix, row * size + row));
        factor[row * size + row] = kept[row] ? Math.sqrt(left) : 0;
      }
    }
    if (!kept[row]) factor.fill(0, row * size, (row + 1) * size);
  }
  return { size, factor, kept };
}

/** The x of A x = b, with 0 for dropped rows. R: `solve(A, b)` */
export function solveCholesky({ size, factor, kept }: Cholesky, right: Float64Array): Float64Array {
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let left = at(solution, row);
    for (let k = 0; k < row; k++) left -= at(factor, row * size + k) * at(solution, k);
    solution[row] = kept[row] ? left / at(factor, row * size + row) : 0;
  }
  for (let row = size - 1; row >= 0; row--) {
    let left = at(solution, row);
    for (let k = row + 1; k < size; k++) left -= at(factor, k * size + row) * at(solution, k);
    solution[row] = kept[row] ? left / at(factor, row * size + row) : 0;
  }
  return solution;
}

/** The inverse of A, with 0 in dropped rows and columns. R: `chol2inv(chol(A))` */
export function invertCholesky(factorized: Cholesky): Float64Array {
  const { size } = factorized;
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    inverse.set(solveCholesky(factorized, unit), column * size);
  }
  return inverse;
}
