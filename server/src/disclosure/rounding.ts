// Rounding of counts, and of the means that would give a count away. What is hidden is not decided here.
import type { Policy } from "./policy";

/**
 * A count to the nearest multiple of the policy's step. A true 11 or 12 becomes 10, so 10 is the smallest count
 * that `publish` ever shows; it stands for 11 or 12, never for 8, 9 or 10.
 */
export function roundCount(policy: Policy, count: number): number {
  return Math.round(count / policy.roundedTo) * policy.roundedTo;
}

/** The smallest count other than 0 that can ever be shown. */
export function smallestShown(policy: Policy): number {
  return roundCount(policy, policy.smallestCount);
}

/** From here on a mean is given to two decimals. */
const TWO_DECIMALS_FROM = 100;

/**
 * A mean, standard deviation or limit where counts are rounded: to one decimal, from 100 patients on to two.
 * A mean of whole numbers is a fraction over the true n, and with all its digits that n could be read from it
 * (by continued fractions), which the rounding of n was to hide. Means of 13 to 17 patients lie some 0.06 apart,
 * those of 98 to 102 some 0.01: with so few digits every n that rounds to the same count stays possible.
 * Not rounded counts hide no n: the number stays whole.
 */
export function roundMean(policy: Policy, shownCount: number, mean: number): number {
  if (policy.roundedTo === 1) return mean;
  const scale = shownCount >= TWO_DECIMALS_FROM ? 100 : 10;
  const rounded = Math.round(mean * scale) / scale;
  return rounded === 0 ? 0 : rounded;
}

/**
 * US dollars that stand for so many patients, where counts are rounded: to a step of 1, 10 or 100 (and so on) dollars
 * that is at least `grain` over their number. Costs come in steps of whole prices, not of single dollars: a mean over n
 * patients moves in steps of a price over n, and with more digits than that a few n would fit it and others not.
 */
export function roundDollars(policy: Policy, shownCount: number, dollars: number, grain: number): number {
  if (policy.roundedTo === 1) return dollars;
  const step = Math.max(1, 10 ** Math.ceil(Math.log10(grain / shownCount)));
  const rounded = Math.round(dollars / step) * step;
  return rounded === 0 ? 0 : rounded;
}

/** From so many patients in the smaller cohort on, standardized differences have two decimals. */
const FINE_DIFFERENCE_FROM = 200;

/**
 * A standardized difference where counts are rounded: to two decimals, of under 200 patients to the nearest 0.05. One
 * patient of 200 moves the share of a half by 0.01 standard deviations, one of 20 by 0.1: so few digits leave several
 * counts possible that would be rounded to the same.
 */
export function roundStandardizedDifference(policy: Policy, shownCount: number, difference: number): number {
  if (policy.roundedTo === 1) return difference;
  const steps = shownCount >= FINE_DIFFERENCE_FROM ? 100 : 20;
  return Math.round(difference * steps) / steps;
}
