// Inverse-probability weights once more, naively: Newton's method on single patients, no tally, no scaling. The oracle
// of adjusted comparisons.
import type { Target } from "@afterglow/shared";

export interface Membership {
  readonly other: boolean;
  /** Indicators of the covariates, without the constant. */
  readonly x: readonly number[];
}

export function naiveWeights(patients: readonly Membership[], target: Target): number[] {
  const probabilities = fit(patients);
  const share = patients.filter(({ other }) => other).length / patients.length;
  return patients.map(({ other }, at) => {
    const p = probabilities[at] ?? NaN;
    if (target === "OVERLAP") return other ? 1 - p : p;
    if (target === "REFERENCE") return other ? (1 - p) / p : 1;
    return other ? share / p : (1 - share) / (1 - p);
  });
}

function fit(patients: readonly Membership[]): number[] {
  const rows = patients.map(({ x }) => [1, ...x]);
  const width = rows[0]?.length ?? 0;
  let beta = Array.from({ length: width }, () => 0);
  const probabilityOf = (row: readonly number[]): number =>
    1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (beta[at] ?? 0), 0)));
  for (let step = 0; step < 30; step++) {
    const gradient = Array.from({ length: width }, () => 0);
    const information = gradient.map(() => Array.from({ length: width }, () => 0));
    rows.forEach((row, patient) => {
      const p = probabilityOf(row);
      const left = (patients[patient]?.other === true ? 1 : 0) - p;
      for (let i = 0; i < width; i++) {
        gradient[i] = (gradient[i] ?? 0) + left * (row[i] ?? 0);
        for (let j = 0; j < width; j++)
          information[i]![j] = (information[i]?.[j] ?? 0) + p * (1 - p) * (row[i] ?? 0) * (row[j] ?? 0);
      }
    });
    const move = solve(information, gradient);
    beta = beta.map((value, at) => value + (move[at] ?? 0));
  }
  return rows.map(probabilityOf);
}

/** Gauss-Jordan with partial pivoting; a column without information gets 0. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const width = right.length;
  for (let at = 0; at < width; at++) {
    const pivot = rows
      .slice(at)
      .reduce(
        (best, row, i) => (Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? at + i : best),
        at,
      );
    [rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!];
    const lead = rows[at]?.[at] ?? 0;
    if (Math.abs(lead) < 1e-10) continue;
    rows[at] = rows[at]!.map((value) => value / lead);
    rows.forEach((row, i) => {
      if (i === at) return;
      const times = row[at] ?? 0;
      rows[i] = row.map((value, j) => value - times * (rows[at]?.[j] ?? 0));
    });
  }
  return rows.map((row, at) => (Math.abs(matrix[at]?.[at] ?? 0) < 1e-10 ? 0 : (row[width] ?? 0)));
}
