// The difference of two Kaplan-Meier curves at one fixed time. Not the difference of their areas, which is in
// restrictedMean, and not a test of the whole curves, which is in logRank.

import { normalQuantile } from "./distributions";
import { survivalAt, type SurvivalCurve } from "./kaplanMeier";
import type { NotEstimable } from "./notEstimable";

const Z = normalQuantile(0.975);

export interface SurvivalDifference {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Difference of two survival shares at a fixed time, with a normal 95 % interval.
 *
 *   S1(t) - S2(t) -+ z sqrt(var S1(t) + var S2(t)),   each variance Greenwood's
 *
 * Assumes: two independent groups; a time fixed beforehand; some events before it in both.
 * Edges: a curve of nobody, NO_PATIENTS; a time after the last one seen of a curve that has not ended at 0,
 * FOLLOW_UP_TOO_SHORT; no event in either before the time, NO_EVENTS. A curve at 0 has no variance of its own there:
 * it counts as 0. The interval is cut off at -1 and 1.
 * Source: Klein, Logan, Harhoff, Andersen, Stat Med 2007;26:4505-4519, the test they call naive.
 * R: `s <- summary(survfit(Surv(time, status) ~ group), times = t); s$surv[1] - s$surv[2]`, and `s$std.err`
 */
export function survivalDifference(
  one: SurvivalCurve,
  other: SurvivalCurve,
  time: number,
): SurvivalDifference | NotEstimable {
  const [here, there] = [survivalAt(one, time), survivalAt(other, time)];
  if (here.survival === null || there.survival === null) return { notEstimable: "NO_PATIENTS" };
  if (here.beyondFollowUp || there.beyondFollowUp) return { notEstimable: "FOLLOW_UP_TOO_SHORT" };
  if (here.survival === 1 && there.survival === 1) return { notEstimable: "NO_EVENTS" };
  const estimate = here.survival - there.survival;
  const standardError = Math.hypot(here.standardError ?? 0, there.standardError ?? 0);
  return {
    estimate,
    standardError,
    lower: Math.max(-1, estimate - Z * standardError),
    upper: Math.min(1, estimate + Z * standardError),
  };
}
