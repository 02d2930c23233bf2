// The Kaplan-Meier curve of one group, and survival at a time. Its median is in survivalQuantile. Not the comparison
// of groups, and not for competing events, where 1 - S overstates the incidence (aalenJohansen).

import { normalQuantile } from "./distributions";
import { mergeTies, type CountOptions, type TimeTally } from "./timeTally";

const Z = normalQuantile(0.975);
const NOISE = 1e-12;

/** The estimate; standardError is Greenwood's of S; the interval is log-log at 95 %. */
export interface SurvivalEstimate {
  readonly survival: number | null;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** One distinct time, with who was at risk just before it and what happened at it. */
export interface SurvivalPoint extends SurvivalEstimate {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
}

export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  readonly points: readonly SurvivalPoint[];
}

/** At any time: atRisk + eventsBefore + censoredBefore = n. */
export interface SurvivalAtTime extends SurvivalEstimate {
  readonly time: number;
  readonly atRisk: number;
  readonly eventsBefore: number;
  readonly censoredBefore: number;
  /** Later than the last time seen, with some still free of the event: the last S carried on, not to be shown. */
  readonly beyondFollowUp: boolean;
}

/** S with its interval; `hazardVariance` is the variance of ln S: by Greenwood the sum of d / (r (r - d)). */
export function survivalEstimate(
  survival: number,
  hazardVariance: number,
): SurvivalEstimate & { survival: number } {
  if (survival === 0) return { survival, standardError: null, lower: null, upper: null };
  const error = Math.sqrt(hazardVariance);
  if (survival === 1) return { survival, standardError: 0, lower: null, upper: null };
  const logSurvival = Math.log(survival);
  const spread = Math.exp((Z * error) / -logSurvival);
  return {
    survival,
    standardError: survival * error,
    lower: Math.exp(logSurvival * spread),
    upper: Math.exp(logSurvival / spread),
  };
}

/**
 * Kaplan-Meier estimate (the product limit) with Greenwood's variance and the log-log interval.
 *
 *   S(t) = product over times u <= t of (1 - d/r);   var S = S^2 sum d / (r (r - d));
 *   S^exp(+-z sqrt(sum d / (r (r - d))) / ln S),   d events, r at risk
 *
 * Assumes: censoring tells nothing of the event to come; one course a patient; follow-up from time 0.
 * Edges: censored at t are at risk at t; events at time 0 count; no interval where S is 0 or 1, no standard error
 * where S is 0; no events: S stays 1; nobody: no points. Ties by floating noise are one time (see mergeTies). Weighted
 * counts that add up to the effective number give the weighted curve, and an interval as wide as that number makes it.
 * Source: Kaplan, Meier, J Am Stat Assoc 1958;53:457-481; Kalbfleisch, Prentice 1980 for the log-log interval.
 * R: `survfit(Surv(time, status) ~ 1, conf.type = "log-log")`
 */
export function kaplanMeier(tally: TimeTally, options: CountOptions = {}): SurvivalCurve {
  const rows = mergeTies(tally, options);
  const n = rows.reduce((total, row) => total + row.events + row.censored, 0);
  let atRisk = n;
  let survival = 1;
  let hazardVariance = 0;
  const points = rows.map((row): SurvivalPoint => {
    // Of weighted patients the last to leave may leave floating noise behind.
    const left = atRisk - row.events;
    const survivors = left > NOISE * n ? left : 0;
    survival *= survivors / atRisk;
    if (survivors > 0) hazardVariance += row.events / (atRisk * survivors);
    const point = { ...row, atRisk, ...survivalEstimate(survival, hazardVariance) };
    atRisk = survivors - row.censored;
    return point;
  });
  return { n, events: rows.reduce((total, row) => total + row.events, 0), points };
}

/**
 * The curve read at one time: the step at or before it. Before the first time S is 1; of nobody there is no S.
 * R: `summary(survfit(...), times = time, extend = TRUE)`
 */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalAtTime {
  if (!Number.isFinite(time) || time < 0) {
    throw new RangeError("Survival at a time: time must be a finite number of 0 or more.");
  }
  const before = curve.points.filter((point) => point.time < time);
  const eventsBefore = before.reduce((total, point) => total + point.events, 0);
  const censoredBefore = before.reduce((total, point) => total + point.censored, 0);
  const step = curve.points.findLast((point) => point.time <= time);
  const { survival, standardError, lower, upper } = step ?? {
    survival: curve.n === 0 ? null : 1,
    standardError: curve.n === 0 ? null : 0,
    lower: null,
    upper: null,
  };
  const atRisk = curve.n - eventsBefore - censoredBefore;
  const beyondFollowUp = atRisk === 0 && survival !== 0;
  return {
    time,
    survival,
    standardError,
    lower,
    upper,
    atRisk,
    eventsBefore,
    censoredBefore,
    beyondFollowUp,
  };
}
