// The two groups of lung (men the reference, women the other) with the weights that R gave each patient, and the
// patients tallied by pattern of covariates.

import { type LogisticFit, logisticRegression } from "../../server/src/statistics/logisticRegression";
import type { PropensityPattern } from "../../server/src/statistics/propensityWeights";
import { readFixture } from "./fixture";

export interface Balance {
  v: string;
  smd: number;
}
export interface Case {
  name: string;
  input: Record<string, number[]> & { trt: number[] };
  ps: number[];
  smdBefore: Balance[];
  weights: { ATE: number[]; ATE_stabilized: number[]; ATT: number[]; overlap: number[] };
  schemes: {
    scheme: "ATE" | "ATE_stabilized" | "ATT" | "overlap";
    ess: [number, number];
    smdAfter: Balance[];
  }[];
}

export const { cases } = readFixture<{ cases: Case[] }>("iptw_weights");

export interface FittedPatients {
  readonly fit: LogisticFit;
  /** One row a patient, in R's order. */
  readonly rows: readonly PropensityPattern[];
}

export function fitPatients({ input, smdBefore }: Case): FittedPatients {
  const covariatesOf = (row: number): number[] => smdBefore.map(({ v }) => input[v]?.[row] ?? NaN);
  const fit = logisticRegression(
    input.trt.map((other, row) => ({ covariates: covariatesOf(row), successes: other, failures: 1 - other })),
  );
  if ("notEstimable" in fit) throw new Error(fit.notEstimable);
  const rows = input.trt.map((other, row) => ({
    inReference: 1 - other,
    inOther: other,
    probability: fit.fitted[row] ?? NaN,
  }));
  return { fit, rows };
}
