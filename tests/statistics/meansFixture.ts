// The two groups of every case of means_two_groups, each taken alone, and values as moments.

import type { MomentTally } from "../../server/src/statistics/momentTally";
import { type Expected, readFixture } from "./fixture";

export interface Sample {
  n: number;
  mean: Expected;
  sd: Expected;
  se: Expected;
  lower: Expected;
  upper: Expected;
  q1_type7: Expected;
  median: Expected;
  q3_type7: Expected;
  min: Expected;
  max: Expected;
}
interface Case {
  name: string;
  input: { x: number[]; y: number[] };
  x: Sample;
  y: Sample;
}

const { cases } = readFixture<{ cases: Case[] }>("means_two_groups");

export const samples = cases.flatMap((one) =>
  (["x", "y"] as const).map((group) => ({
    title: `${one.name}, ${group}`,
    values: one.input[group],
    expected: one[group],
  })),
);

export function momentsOf(values: readonly number[], origin = 0): MomentTally {
  return {
    n: values.length,
    sum: values.reduce((total, value) => total + (value - origin), 0),
    sumOfSquares: values.reduce((total, value) => total + (value - origin) ** 2, 0),
    origin,
  };
}
