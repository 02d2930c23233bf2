// The mean time free of the event within the first tau days, of one group and as a difference of two. It needs no
// proportional hazards. Not the median, which is in survivalQuantile.

import { normalQuantile, normalUpperTail } from "./distributions";
import type { SurvivalCurve } from "./kaplanMeier";
import type { NotEstimable } from "./notEstimable";

const Z = normalQuantile(0.975);

export interface RestrictedMean {
  readonly tau: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface RestrictedMeanDifference extends RestrictedMean {
  readonly lower: number;
  readonly upper: number;
  readonly z: number;
  readonly p: number;
}

/**
 * Restricted mean survival time: the area under the Kaplan-Meier curve up to tau, with a normal 95 % interval.
 *
 *   mean = integral of S from 0 to tau;   var = sum over event times t <= tau of A(t)^2 d / (r (r - d))
 *   A(t) the area from t to tau,   d events, r at risk
 *
 * Assumes: as Kaplan-Meier; tau chosen before looking, and no later than the shortest follow-up of the groups compared.
 * Edges: tau after the last time seen, while some are still free of the event: FOLLOW_UP_TOO_SHORT; once S is 0 any
 * tau will do. No event by tau, or all at one time: the mean with an error of 0 and no interval, which would be one
 * point and claim certainty. Nobody: NO_PATIENTS.
 * Source: Royston, Parmar, BMC Med Res Methodol 2013;13:152; Klein, Moeschberger, Survival Analysis 2003, 4.5.
 * R: `summary(survfit(Surv(time, status) ~ 1), rmean = tau)$table`
 */
export function restrictedMean(curve: SurvivalCurve, tau: number): RestrictedMean | NotEstimable {
  if (!(Number.isFinite(tau) && tau > 0)) {
    throw new RangeError("Restricted mean: tau must be a finite number above 0.");
  }
  const end = curve.points.at(-1);
  if (!end) return { notEstimable: "NO_PATIENTS" };
  if (end.time < tau && end.survival > 0) return { notEstimable: "FOLLOW_UP_TOO_SHORT" };

  let area = 0;
  let variance = 0;
  let until = tau;
  // From the end, so that the area after each time is known when its events come.
  for (const { time, survival, atRisk, events } of curve.points.toReversed()) {
    if (time >= tau) continue;
    area += survival * (until - time);
    until = time;
    if (atRisk > events) variance += (area * area * events) / (atRisk * (atRisk - events));
  }
  const estimate = area + until;
  const standardError = Math.sqrt(variance);
  const sure = variance === 0;
  return {
    tau,
    estimate,
    standardError,
    lower: sure ? null : estimate - Z * standardError,
    upper: sure ? null : estimate + Z * standardError,
  };
}

/**
 * Difference of two restricted means, the group less its reference, with a normal 95 % interval.
 *
 *   mean_1 - mean_0;   var = var_1 + var_0;   z = difference / sqrt(var)
 *
 * Assumes: as restrictedMean in each group; the groups are of different patients.
 * Edges: where either mean is not estimable, neither is the difference; no error in either: NO_VARIANCE. A group without
 * an event by tau adds no error of its own, so that the interval is too narrow for a small one.
 * Source: Royston, Parmar, BMC Med Res Methodol 2013;13:152.
 * R: `survRM2::rmst2(time, status, arm, tau = tau)$unadjusted.result`
 */
export function restrictedMeanDifference(
  group: SurvivalCurve,
  reference: SurvivalCurve,
  tau: number,
): RestrictedMeanDifference | NotEstimable {
  const one = restrictedMean(group, tau);
  const other = restrictedMean(reference, tau);
  if ("notEstimable" in one) return one;
  if ("notEstimable" in other) return other;
  const estimate = one.estimate - other.estimate;
  const standardError = Math.hypot(one.standardError, other.standardError);
  if (standardError === 0) return { notEstimable: "NO_VARIANCE" };
  const z = estimate / standardError;
  return {
    tau,
    estimate,
    standardError,
    lower: estimate - Z * standardError,
    upper: estimate + Z * standardError,
    z,
    p: 2 * normalUpperTail(Math.abs(z)),
  };
}
