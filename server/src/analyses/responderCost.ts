// Cost over responders: what was spent on all who could respond, for each who did, and for each month in response.
// Everything is computed from the counts that are shown and from means in the digits that may be shown.
import type { CostGroup, Count, Estimate, HiddenReason } from "@afterglow/shared";
import {
  denominator,
  hiddenCount,
  hiddenEstimate,
  judgePart,
  shownCount,
  shownEstimate,
} from "../disclosure/cells";
import { mergeCurve, type TimedCounts } from "../disclosure/mergeCurve";
import type { Policy } from "../disclosure/policy";
import { roundCount, roundDollars } from "../disclosure/rounding";
import type { PairMoments } from "../queries/pairMoments";
import { kaplanMeier } from "../statistics/kaplanMeier";
import { meansOfPairs, ratioOf, type EstimatedPair, type RatioEstimate } from "../statistics/ratioEstimate";
import { restrictedMean } from "../statistics/restrictedMean";
import type { NotEstimable } from "../statistics/notEstimable";

/** Costs of courses come in steps of whole sessions. */
export const COURSE_GRAIN_DOLLARS = 1000;
/** Half a year: later, too few are followed in most groups. The cost counted against it is of the same time. */
export const MONTHS_HORIZON_DAYS = 182;
/** A twelfth of 365.25. */
export const DAYS_PER_MONTH = 30.4375;

interface Responders {
  readonly patients: Count;
  readonly responders: Count;
  /** Mean cost over the share of responders; null where hidden. */
  readonly means: EstimatedPair | null;
  readonly hidden: HiddenReason | null;
}

/** Mean months in response of a responder within half a year; its error is null where it is hidden or has none. */
export interface MonthsInResponse {
  readonly months: Estimate;
  readonly standardError: number | null;
}

export function costPerResponder(
  policy: Policy,
  pairs: PairMoments,
  reason: HiddenReason | null,
): CostGroup["perResponder"] {
  const { patients, responders, means, hidden } = respondersOf(policy, pairs, reason);
  const dollars =
    means === null ? hiddenEstimate(hidden ?? "TOO_FEW") : dollarsOf(policy, responders, ratioOf(means), 1);
  return { patients, responders, dollars };
}

/**
 * Mean cost over (share of responders x months in response of each). The months are estimated apart from the costs, so
 * their variance is added as that of another sample: that who stays in response for longer may also cost more is not in
 * the interval.
 */
export function costPerMonth(
  policy: Policy,
  pairs: PairMoments,
  inResponse: MonthsInResponse,
  reason: HiddenReason | null,
): CostGroup["perResponderMonth"] {
  const { patients, responders, means, hidden } = respondersOf(policy, pairs, reason);
  const months = reason === null ? inResponse.months : hiddenEstimate(reason);
  const none = hidden ?? months.hidden;
  if (means === null || months.value === null)
    return { patients, responders, months, dollars: hiddenEstimate(none ?? "TOO_FEW") };
  const { denominator: share, denominatorVariance, covariance } = means;
  const perPatient: EstimatedPair = {
    ...means,
    denominator: share * months.value,
    denominatorVariance:
      months.value ** 2 * denominatorVariance + (share * (inResponse.standardError ?? 0)) ** 2,
    covariance: months.value * covariance,
  };
  return {
    patients,
    responders,
    months,
    dollars: dollarsOf(policy, responders, ratioOf(perPatient), months.value),
  };
}

/** From the merged curve alone, as it is drawn for durability. Hidden where it ends earlier. */
export function monthsInResponse(policy: Policy, times: readonly TimedCounts[]): MonthsInResponse {
  const merged = mergeCurve(policy, times);
  const mean = merged === null ? null : restrictedMean(kaplanMeier(merged.times), MONTHS_HORIZON_DAYS);
  if (mean === null || "notEstimable" in mean)
    return { months: hiddenEstimate("TOO_FEW"), standardError: null };
  const inMonths = (days: number | null): number | null => (days === null ? null : days / DAYS_PER_MONTH);
  return {
    months: shownEstimate(mean.estimate / DAYS_PER_MONTH, inMonths(mean.lower), inMonths(mean.upper)),
    standardError: mean.standardError / DAYS_PER_MONTH,
  };
}

/** Responders and the others must each be none or k and more, like any part of a whole. */
function respondersOf(policy: Policy, pairs: PairMoments, reason: HiddenReason | null): Responders {
  const hide = (hidden: HiddenReason, patients: Count): Responders => ({
    patients,
    responders: hiddenCount(hidden),
    means: null,
    hidden,
  });
  if (reason !== null) return hide(reason, hiddenCount(reason));
  const { n, x, y } = pairs;
  const patients = denominator(policy, n);
  if (judgePart(policy, y.sum, n) !== "SHOWN") return hide("TOO_FEW", patients);
  const responders = shownCount(policy, y.sum);
  const shown = roundCount(policy, n);
  const means = meansOfPairs(pairs, { standardErrorN: shown });
  if (means === null || y.sum === 0) return { patients, responders, means: null, hidden: "NOT_ESTIMABLE" };
  const share = Math.min(1, roundCount(policy, y.sum) / shown);
  const variance = (share * (1 - share)) / (shown - 1);
  // The same correlation of cost and response, at the variance of the share that is shown.
  const before = means.denominatorVariance;
  return {
    patients,
    responders,
    means: {
      ...means,
      numerator: roundDollars(policy, shown, x.sum / n, COURSE_GRAIN_DOLLARS),
      denominator: share,
      denominatorVariance: variance,
      covariance: before === 0 ? 0 : means.covariance * Math.sqrt(variance / before),
    },
    hidden: null,
  };
}

/** In the digits that the number of responders allows. `per`: months that one of them stands for. */
function dollarsOf(
  policy: Policy,
  responders: Count,
  ratio: RatioEstimate | NotEstimable,
  per: number,
): Estimate {
  if ("notEstimable" in ratio) return hiddenEstimate("NOT_ESTIMABLE");
  const round = (value: number | null): number | null =>
    value === null ? null : roundDollars(policy, responders.value ?? 1, value, COURSE_GRAIN_DOLLARS / per);
  return shownEstimate(round(ratio.ratio) ?? ratio.ratio, round(ratio.lower), round(ratio.upper));
}
