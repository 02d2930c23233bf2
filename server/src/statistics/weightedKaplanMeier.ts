// The Kaplan-Meier curve of one group whose patients count with weights, such as those that balance groups. The curve
// of patients who all count alike is in kaplanMeier; what the weights are is not decided here.

import { type SurvivalEstimate, survivalEstimate } from "./kaplanMeier";
import { effectiveNumber } from "./propensityWeights";
import { checkTimes, type TimeCount, tiedTimes } from "./timeTally";

export interface WeightedTimeCount extends TimeCount {
  /** How much each of these patients counts, above 0. */
  readonly weight: number;
}

/** One distinct time. What is weighted is no number of patients. */
export interface WeightedPoint extends SurvivalEstimate {
  readonly time: number;
  readonly weightAtRisk: number;
  readonly weightOfEvents: number;
  readonly weightOfCensored: number;
  readonly survival: number;
}

export interface WeightedCurve {
  readonly n: number;
  readonly events: number;
  readonly weight: number;
  /** The number of patients of one weight that would be as telling; null of nobody. */
  readonly effectiveN: number | null;
  readonly points: readonly WeightedPoint[];
}

export interface WeightedSurvivalAtTime extends SurvivalEstimate {
  readonly time: number;
  readonly weightAtRisk: number;
  /** Later than the last time seen, with some still free of the event: the last S carried on, not to be shown. */
  readonly beyondFollowUp: boolean;
}

interface Leaving {
  readonly time: number;
  readonly events: { weight: number; squared: number };
  readonly censored: { weight: number; squared: number };
}

function leavings(rows: readonly WeightedTimeCount[]): Leaving[] {
  const names = tiedTimes(rows.map((row) => row.time));
  const byTime = new Map<number, Leaving>();
  for (const row of rows) {
    const time = names.get(row.time) ?? row.time;
    const none = (): Leaving["events"] => ({ weight: 0, squared: 0 });
    const at = byTime.get(time) ?? { time, events: none(), censored: none() };
    for (const kind of ["events", "censored"] as const) {
      at[kind].weight += row[kind] * row.weight;
      at[kind].squared += row[kind] * row.weight * row.weight;
    }
    byTime.set(time, at);
  }
  return [...byTime.values()].sort((one, other) => one.time - other.time);
}

/**
 * Weighted Kaplan-Meier estimate, with the robust (infinitesimal jackknife) variance and the log-log interval.
 *
 *   S(t) = product over times u <= t of (1 - d/r);   var ln S(t) = sum over patients of w^2 (g(t) - 1[event]/r(t_i))^2
 *   g = sum over times up to t, or to the patient's last, of d / (r (r - d)), for an event without its own time
 *
 * where d and r are sums of weights. Assumes: as Kaplan-Meier; that the weights are right and, for the error, known.
 * Edges: weights of 1 give kaplanMeier, and all weights times a constant the same curve and error. No interval where
 * S is 0 or 1, no standard error where S is 0; nobody: no points.
 * Source: Xie, Liu, Stat Med 2005;24:3089-3110.
 * R: `survfit(Surv(time, status) ~ 1, weights = w, robust = TRUE, conf.type = "log-log")`
 */
export function weightedKaplanMeier(given: readonly WeightedTimeCount[]): WeightedCurve {
  checkTimes(given, "Weighted times");
  given.forEach(({ weight }, index) => {
    if (!Number.isFinite(weight) || weight <= 0) {
      throw new RangeError(`Weighted times, row ${index}: weight must be a finite number above 0.`);
    }
  });
  const rows = given.filter((row) => row.events + row.censored > 0);
  const times = leavings(rows);
  const sum = (of: (at: Leaving) => number): number => times.reduce((total, at) => total + of(at), 0);
  const total = sum(({ events, censored }) => events.weight + censored.weight);
  const squares = sum(({ events, censored }) => events.squared + censored.squared);

  // From the end, so that those last at risk keep every digit of their weight.
  const weightsAtRisk: number[] = [];
  times.toReversed().reduce((left, { events, censored }) => {
    const weight = left + events.weight + censored.weight;
    weightsAtRisk.unshift(weight);
    return weight;
  }, 0);

  let survival = 1;
  let pull = 0;
  let settled = 0;
  let squaresAtRisk = squares;
  const points = times.map(({ time, events, censored }, index): WeightedPoint => {
    const weightAtRisk = weightsAtRisk[index] ?? NaN;
    const last = index === times.length - 1;
    const survivors = last ? censored.weight : (weightsAtRisk[index + 1] ?? NaN) + censored.weight;
    survival *= survivors / weightAtRisk;
    settled += events.squared * (pull - 1 / weightAtRisk) ** 2;
    if (survivors > 0) pull += events.weight / (weightAtRisk * survivors);
    settled += censored.squared * pull * pull;
    squaresAtRisk = last ? 0 : squaresAtRisk - events.squared - censored.squared;
    return {
      time,
      weightAtRisk,
      weightOfEvents: events.weight,
      weightOfCensored: censored.weight,
      ...survivalEstimate(survival, settled + squaresAtRisk * pull * pull),
    };
  });
  return {
    n: rows.reduce((count, row) => count + row.events + row.censored, 0),
    events: rows.reduce((count, row) => count + row.events, 0),
    weight: total,
    effectiveN: effectiveNumber(
      rows.map(({ events, censored, weight }) => ({ count: events + censored, weight })),
    ),
    points,
  };
}

/**
 * The weighted curve read at one time: the step at or before it. Before the first time S is 1; of nobody there is no S.
 * R: `summary(survfit(..., weights = w, robust = TRUE), times = time, extend = TRUE)`
 */
export function weightedSurvivalAt(curve: WeightedCurve, time: number): WeightedSurvivalAtTime {
  if (!Number.isFinite(time) || time < 0) {
    throw new RangeError("Weighted survival at a time: time must be a finite number of 0 or more.");
  }
  const nobody = curve.n === 0;
  const { survival, standardError, lower, upper } = curve.points.findLast((point) => point.time <= time) ?? {
    survival: nobody ? null : 1,
    standardError: nobody ? null : 0,
    lower: null,
    upper: null,
  };
  const weightAtRisk = curve.points.find((point) => point.time >= time)?.weightAtRisk ?? 0;
  const beyondFollowUp = weightAtRisk === 0 && survival !== 0;
  return { time, survival, standardError, lower, upper, weightAtRisk, beyondFollowUp };
}
