// Differences and ratios of two arms, from what is shown of each and from nothing else. A contrast without a number
// says why.
import type { Contrast, ContrastReason, EffectContrast, Estimate, TestResult } from "@afterglow/shared";
import { hiddenEstimate, shownEstimate } from "../../disclosure/cells";
import type { Policy } from "../../disclosure/policy";
import { roundCount, roundMean } from "../../disclosure/rounding";
import type { Moments } from "../../queries/tallyTrajectory";
import type { CountOfN } from "../../statistics/countOfN";
import { hedgesG } from "../../statistics/hedgesG";
import { newcombe } from "../../statistics/newcombe";
import type { NotEstimable } from "../../statistics/notEstimable";
import { riskRatio } from "../../statistics/riskRatio";
import { twoProportionTest } from "../../statistics/twoProportionTest";
import { welch } from "../../statistics/welch";
import type { MeanArm, Part, ShareArm } from "./arms";

export const noContrast = (why: ContrastReason): Contrast => ({ ...hiddenEstimate("NOT_ESTIMABLE"), why });
export const hiddenContrast: Contrast = { ...hiddenEstimate("TOO_FEW"), why: null };

export const noTest = (statistic: TestResult["statistic"], why: ContrastReason | null): TestResult => ({
  statistic,
  value: null,
  df: null,
  p: null,
  adjustedP: null,
  why,
});

interface Interval {
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export function contrastOf(result: Interval | NotEstimable | null): Contrast {
  if (result === null) return noContrast("NO_PATIENTS");
  if ("notEstimable" in result) return noContrast(result.notEstimable);
  return { ...shownEstimate(result.estimate, result.lower, result.upper), why: null };
}

/** A share against the reference's: Newcombe's difference and the risk ratio, of the shown counts. */
export function shareContrast(one: ShareArm, reference: ShareArm): EffectContrast {
  const shown = bothShown(one, reference);
  if (shown === null) return { difference: hiddenContrast, ratio: hiddenContrast, standardized: null };
  const [here, there] = shown;
  return {
    difference: contrastOf(newcombe(countOf(here), countOf(there))),
    ratio: contrastOf(riskRatio(countOf(here), countOf(there))),
    standardized: null,
  };
}

const countOf = ({ part, whole }: Part): CountOfN => ({ count: part, n: whole });

/** Chi-square of the two shown shares. */
export function shareTest(one: ShareArm, reference: ShareArm): TestResult {
  const shown = bothShown(one, reference);
  if (shown === null) return noTest("CHI_SQUARE", null);
  const [here, there] = shown;
  const test = twoProportionTest(countOf(here), countOf(there));
  if ("notEstimable" in test) return noTest("CHI_SQUARE", test.notEstimable);
  return { statistic: "CHI_SQUARE", value: test.statistic, df: 1, p: test.p, adjustedP: null, why: null };
}

function bothShown<Shown extends Part | Moments>(
  one: { readonly shown: Shown | null },
  reference: { readonly shown: Shown | null },
): readonly [Shown, Shown] | null {
  return one.shown === null || reference.shown === null ? null : [one.shown, reference.shown];
}

/** A mean against the reference's: Welch's interval by the shown n's, in the digits of a mean; Hedges' g in two. */
export function meanContrast(policy: Policy, one: MeanArm, reference: MeanArm, unit: number): EffectContrast {
  const shown = bothShown(one, reference);
  if (shown === null) return { difference: hiddenContrast, ratio: null, standardized: hiddenContrast };
  const [here, there] = shown;
  const sizes = { one: roundCount(policy, here.n), other: roundCount(policy, there.n) };
  const smaller = Math.min(sizes.one, sizes.other);
  const difference = contrastOf(welch(here, there, sizes));
  const g = contrastOf(hedgesG(here, there, sizes));
  return {
    difference: inDigits(difference, (value) => roundMean(policy, smaller, value / unit)),
    ratio: null,
    standardized: inDigits(g, (value) => roundMean(policy, smaller, value)),
  };
}

function inDigits(contrast: Contrast, digits: (value: number) => number): Contrast {
  const each = (value: number | null): number | null => (value === null ? null : digits(value));
  const { value, lower, upper } = contrast;
  return { ...contrast, value: each(value), lower: each(lower), upper: each(upper) };
}

/** A contrast that is hidden, or not estimable for a reason of its own, stays so whatever else is the matter. */
export const isShown = ({ value }: Estimate): boolean => value !== null;
