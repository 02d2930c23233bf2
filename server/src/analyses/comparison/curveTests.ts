// Log-rank test, hazard ratio and restricted means of two cohorts, from everyone's times up to where both curves are
// shown, in steps of as many patients as counts are rounded to (coarsen.ts says why not from the merged curves).
// Weighted patients count what they are worth, so that the same statistics serve both.
import type { Contrast, Estimate, TestResult } from "@afterglow/shared";
import { hiddenEstimate, shownEstimate } from "../../disclosure/cells";
import { coarsen } from "../../disclosure/coarsen";
import type { WeightedCounts } from "../../disclosure/mergeCurve";
import type { Policy } from "../../disclosure/policy";
import { roundCount } from "../../disclosure/rounding";
import { cox } from "../../statistics/cox";
import { chiSquareUpperTail, normalQuantile } from "../../statistics/distributions";
import { kaplanMeier } from "../../statistics/kaplanMeier";
import { logRank } from "../../statistics/logRank";
import { restrictedMean } from "../../statistics/restrictedMean";
import type { TimeCount } from "../../statistics/timeTally";
import { contrastOf, hiddenContrast, noContrast, noTest } from "./contrasts";

const Z = normalQuantile(0.975);

/** What is still to come at `until` is not yet seen there. */
function worthUntil(counts: readonly WeightedCounts[], until: number): TimeCount[] {
  return counts.map(({ time, effectiveEvents, effectiveCensored }) =>
    time <= until
      ? { time, events: effectiveEvents, censored: effectiveCensored }
      : { time: until, events: 0, censored: effectiveEvents + effectiveCensored },
  );
}

/**
 * A step of patients larger than the standard error itself: what is left says little, and test and ratio, each rounded,
 * could contradict each other. `information`: variance of observed less expected events.
 */
const isTooCoarse = (policy: Policy, information: number): boolean =>
  policy.roundedTo > 1 && policy.roundedTo > Math.sqrt(information);

/** Observed less expected moves by about 1 with each patient; its variance is a sum over patients as well. */
export function logRankTest(
  policy: Policy,
  one: readonly WeightedCounts[],
  reference: readonly WeightedCounts[],
  until: number,
): TestResult {
  const test = logRank([worthUntil(reference, until), worthUntil(one, until)], { weighted: true });
  if ("notEstimable" in test) return noTest("CHI_SQUARE", test.notEstimable);
  const [, other] = test.groups;
  const variance = test.variance[1]?.[1] ?? 0;
  const difference = coarsen(policy, (other?.observed ?? 0) - (other?.expected ?? 0), 1);
  if (isTooCoarse(policy, variance)) return noTest("CHI_SQUARE", null);
  const information = coarsen(policy, variance, 1).value;
  const spread = policy.roundedTo === 1 ? variance : information + difference.variance;
  const value = difference.value ** 2 / spread;
  return {
    statistic: "CHI_SQUARE",
    value,
    df: test.df,
    p: chiSquareUpperTail(value, test.df),
    adjustedP: null,
    why: null,
  };
}

/** One patient moves the log hazard ratio by about the inverse of its information. */
export function hazardRatio(
  policy: Policy,
  one: readonly WeightedCounts[],
  reference: readonly WeightedCounts[],
  until: number,
): Contrast {
  const rows = [reference, one].flatMap((counts, group) =>
    counts.flatMap((row) => {
      const patients = row.events + row.censored;
      const worth = row.effectiveEvents + row.effectiveCensored;
      if (patients === 0 || worth === 0) return [];
      const isSeen = row.time <= until;
      return {
        time: isSeen ? row.time : until,
        events: isSeen ? row.events : 0,
        censored: isSeen ? row.censored : patients,
        weight: worth / patients,
        covariates: [group],
      };
    }),
  );
  const fit = cox(rows, { robust: rows.some(({ weight }) => Math.abs(weight - 1) > 1e-9) });
  if ("notEstimable" in fit) return noContrast(fit.notEstimable);
  const { coefficient = null, standardError = null } = fit.coefficients[0] ?? {};
  if (coefficient === null || standardError === null || standardError === 0) return noContrast("NO_VARIANCE");
  if (isTooCoarse(policy, standardError ** -2)) return hiddenContrast;
  const information = coarsen(policy, standardError ** -2, 1).value;
  const variance = policy.roundedTo === 1 ? standardError ** 2 : 1 / information;
  const log = coarsen(policy, coefficient, 1 / information);
  const error = Math.sqrt(variance + log.variance);
  const [lower, upper] = [Math.exp(log.value - Z * error), Math.exp(log.value + Z * error)];
  return contrastOf({ estimate: Math.exp(log.value), lower, upper });
}

/** A restricted mean as it may be shown, and the error of it and of its rounding. */
export interface MeanTime {
  readonly estimate: Estimate;
  readonly standardError: number | null;
}

/** One patient moves the mean by up to tau / n, by half of it on the average. */
export function meanTime(
  policy: Policy,
  counts: readonly WeightedCounts[],
  patients: number,
  tau: number,
): MeanTime {
  const curve = kaplanMeier(worthUntil(counts, tau), { weighted: true });
  const mean = restrictedMean(curve, tau);
  const whole = roundCount(policy, Math.round(patients));
  if ("notEstimable" in mean || whole === 0)
    return { estimate: hiddenEstimate("NOT_ESTIMABLE"), standardError: null };
  const worthOfOne = tau / (2 * whole);
  const coarse = coarsen(policy, mean.estimate, worthOfOne);
  const own = policy.roundedTo === 1 ? mean.standardError : roundUp(mean.standardError, worthOfOne);
  const standardError = Math.sqrt(own ** 2 + coarse.variance);
  const [lower, upper] = [coarse.value - Z * standardError, coarse.value + Z * standardError];
  return {
    estimate: shownEstimate(coarse.value, Math.max(0, lower), Math.min(tau, upper)),
    standardError,
  };
}

const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step;

export function meanTimeDifference(one: MeanTime, reference: MeanTime): Contrast {
  const [here, there] = [one.estimate.value, reference.estimate.value];
  if (here === null || there === null || one.standardError === null || reference.standardError === null)
    return noContrast("FOLLOW_UP_TOO_SHORT");
  const estimate = here - there;
  const error = Math.hypot(one.standardError, reference.standardError);
  if (error === 0) return noContrast("NO_VARIANCE");
  return contrastOf({ estimate, lower: estimate - Z * error, upper: estimate + Z * error });
}
