// The median and other quantiles of a Kaplan-Meier curve: times that may be censored. Quantiles of plain values are
// in quantilesOf.

import type { SurvivalCurve, SurvivalPoint } from "./kaplanMeier";
import { TOLERANCE } from "./timeTally";

export interface SurvivalQuantile {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What a quantile is read from: the share left at each time, with its limits. */
export interface FallingCurve {
  readonly points: readonly Pick<SurvivalPoint, "time" | "survival" | "lower" | "upper">[];
}

/** Where 1 - S, or 1 - a limit of S, reaches p; null if it never does. */
function timeReaching(p: number, curve: FallingCurve, level: "survival" | "lower" | "upper"): number | null {
  const falls = curve.points.flatMap(({ time, [level]: left }) =>
    left === null ? [] : { time, fall: 1 - left },
  );
  // The least fall that is enough, not the first: a limit may rise again late, and R reads it sorted.
  const sorted = falls.toSorted((one, other) => one.fall - other.fall);
  const reached = sorted.find(({ fall }) => fall + TOLERANCE >= p);
  const passed = sorted.find(({ fall }) => fall - TOLERANCE >= p);
  const last = falls.at(-1);
  const end = curve.points.at(-1);
  if (!reached || !last || !end) return null;
  if (Math.abs(p - last.fall) < TOLERANCE) return (reached.time + end.time) / 2;
  return passed ? (reached.time + passed.time) / 2 : null;
}

/**
 * Quantile of a time to an event: by when a share p has had it, with a 95 % interval, where the limits of S cross 1 - p.
 * A curve that lies flat at exactly 1 - p gives the middle of that flat (1, 2, 3, 4 -> 2.5), up to the last time
 * if it ends so. Null is "not reached". Source: Brookmeyer, Crowley, Biometrics 1982;38:29-41.
 * R: `quantile(survfit(...), probs = p)`
 */
export const survivalQuantile = (curve: SurvivalCurve, p: number): SurvivalQuantile =>
  quantileOfCurve(curve, p);

/** The same of any falling curve with limits. */
export function quantileOfCurve(curve: FallingCurve, p: number): SurvivalQuantile {
  if (!(p > 0 && p < 1)) throw new RangeError("Survival quantile: p must be between 0 and 1.");
  return {
    value: timeReaching(p, curve, "survival"),
    lower: timeReaching(p, curve, "lower"),
    upper: timeReaching(p, curve, "upper"),
  };
}

/** The median time to the event, by `survivalQuantile`. R: `quantile(survfit(...), probs = .5)` */
export function medianOf(curve: SurvivalCurve): SurvivalQuantile {
  return survivalQuantile(curve, 0.5);
}
