// Events over time at risk, with exact intervals: one rate, and the ratio of two. Not the share of patients who had an
// event (wilson), and not for events that come in clusters within patients.

import { betaQuantile, chiSquareQuantile } from "./distributions";
import { binomialTest } from "./exactBinomial";
import type { NotEstimable } from "./notEstimable";

/** Events, and the time at risk in which they fell, in any unit. */
export interface EventsInTime {
  readonly events: number;
  readonly time: number;
}

export interface Rate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

export interface RateRatio extends Rate {
  readonly p: number;
}

function check({ events, time }: EventsInTime): void {
  if (!Number.isSafeInteger(events) || events < 0) {
    throw new RangeError("Poisson rate: events must be a whole number of 0 or more.");
  }
  if (!Number.isFinite(time) || time < 0) throw new RangeError("Poisson rate: time must be 0 or more.");
  if (time === 0 && events > 0) throw new RangeError("Poisson rate: events need time in which they fell.");
}

/**
 * Rate of events, with the exact interval of a Poisson count.
 *
 *   x / T;   chi2(.025, 2 x) / 2 T   to   chi2(.975, 2 x + 2) / 2 T
 *
 * Assumes: events fall independently of one another, at one rate.
 * Edges: no time at risk is NO_PATIENTS; no events have a rate of 0, a lower limit of exactly 0 and an upper one.
 * Source: Garwood, Biometrika 1936;28:437-442. R: `poisson.test(x, T)$conf.int`
 */
export function exactRate(given: EventsInTime, confidence = 0.95): Rate | NotEstimable {
  check(given);
  const { events, time } = given;
  if (time === 0) return { notEstimable: "NO_PATIENTS" };
  const tail = (1 - confidence) / 2;
  return {
    estimate: events / time,
    lower: events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2 / time,
    upper: chiSquareQuantile(1 - tail, 2 * events + 2) / 2 / time,
  };
}

/**
 * Ratio of two rates, one over other, with the exact interval and two-sided P that follow from how the events of both
 * divide.
 *
 *   (x1 / T1) / (x2 / T2);   limits pi / (1 - pi) T2 / T1,   pi the Clopper-Pearson limits of x1 in x1 + x2
 *
 * Assumes: events fall independently of one another, at one rate in each group.
 * Edges: no time at risk in a group is NO_PATIENTS; no events in either NO_EVENTS; none in the other alone, whose rate
 * is divided by, ZERO_CELL; none in one alone is a ratio of 0 with an upper limit.
 * Source: Przyborowski, Wilenski, Biometrika 1940;31:313-323; Clopper, Pearson, Biometrika 1934;26:404-413.
 * R: `poisson.test(c(x1, x2), c(T1, T2))`
 */
export function exactRateRatio(
  one: EventsInTime,
  other: EventsInTime,
  confidence = 0.95,
): RateRatio | NotEstimable {
  check(one);
  check(other);
  if (one.time === 0 || other.time === 0) return { notEstimable: "NO_PATIENTS" };
  const all = one.events + other.events;
  if (all === 0) return { notEstimable: "NO_EVENTS" };
  if (other.events === 0) return { notEstimable: "ZERO_CELL" };

  const tail = (1 - confidence) / 2;
  const lower = one.events === 0 ? 0 : betaQuantile(tail, one.events, other.events + 1);
  const upper = betaQuantile(1 - tail, one.events + 1, other.events);
  const asRatio = (share: number): number => ((share / (1 - share)) * other.time) / one.time;
  return {
    estimate: one.events / one.time / (other.events / other.time),
    lower: asRatio(lower),
    upper: asRatio(upper),
    p: binomialTest(one.events, all, one.time / (one.time + other.time)),
  };
}
