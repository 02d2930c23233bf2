// Reads the results made by R and compares with them. Holds no numbers of its own.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What R printed: null is not estimable or not reached. */
export type Expected = number | null | undefined;

export function readFixture<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, "fixtures", `${name}.json`), "utf8")) as T;
}

/** Equal to R: null for null, and numbers within a share of R's number (1e-9 unless said otherwise). */
export function expectEqualToR(actual: Expected, expected: Expected, where: string, relative = 1e-9): void {
  if (typeof expected !== "number" || typeof actual !== "number") {
    expect({ where, value: actual ?? null }).toEqual({ where, value: expected ?? null });
    return;
  }
  const close = Math.abs(actual - expected) <= relative * Math.abs(expected);
  // Named only when it fails: thousands of numbers are compared, and each must say where it stands.
  if (!close) expect({ where, value: actual }).toEqual({ where, value: expected });
}

/** One seed, so that a failure comes again. */
export const SEEDED = { seed: 20240229, numRuns: 300 };

/** Close enough for a law that holds on paper, where the last digits are floating noise. */
export function expectNear(actual: number, expected: number, scale = 1): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(expected), scale));
}
