// Two curves held against each other, from the merged curves as they are shown: log-rank, hazard ratio, restricted
// means, shares at fixed times. Weighted curves are counts of effective patients, so the same statistics serve both.
import type { ComparedTimes, PairBalance, TestResult, TimeContrast } from "@afterglow/shared";
import type { MergedCurve } from "../../disclosure/mergeCurve";
import { holm } from "../../statistics/adjustedP";
import { coxOfGroups } from "../../statistics/cox";
import type { SurvivalCurve } from "../../statistics/kaplanMeier";
import { logRank } from "../../statistics/logRank";
import { restrictedMeanDifference } from "../../statistics/restrictedMean";
import { survivalDifference } from "../../statistics/survivalDifference";
import type { CurveShape, Described } from "../timeToEvent";
import { contrastOf, hiddenContrast, noContrast, noTest } from "./contrasts";

export interface CohortTimes {
  readonly patients: number;
  readonly worth: number;
  /** As the cohort alone is told. */
  readonly described: Described;
  readonly merged: MergedCurve | null;
  readonly curve: SurvivalCurve | null;
}

interface Compared {
  readonly balance: readonly PairBalance[];
  readonly plain: readonly CohortTimes[];
  /** null: not comparable. */
  readonly adjusted: readonly (CohortTimes | null)[];
  readonly shape: CurveShape;
  readonly tau: number | null;
  readonly isAdjusted: boolean;
}

export function timeContrasts(compared: Compared): ComparedTimes["contrasts"] {
  const { balance, plain, adjusted, shape, tau, isAdjusted } = compared;
  const pairs = balance.map((pair, at) => {
    const why = whyNot(pair, isAdjusted);
    const overlapping = pair.reasons.includes("OVERLAPPING");
    return {
      letter: pair.letter,
      against: pair.against,
      unadjusted: overlapping
        ? nothing(shape, "OVERLAPPING")
        : contrast(plain[at + 1] ?? null, plain[0] ?? null, shape, tau),
      adjusted:
        why === null
          ? contrast(adjusted[at + 1] ?? null, adjusted[0] ?? null, shape, tau)
          : nothing(shape, why),
    };
  });
  return correct(correct(pairs, "unadjusted"), "adjusted");
}

export function whyNot(pair: PairBalance, isAdjusted: boolean) {
  if (pair.reasons.includes("OVERLAPPING")) return "OVERLAPPING" as const;
  if (!isAdjusted) return "NOT_ADJUSTED" as const;
  return pair.comparable ? null : ("NOT_COMPARABLE" as const);
}

type Why = Exclude<ReturnType<typeof whyNot>, null>;

const nothing = (shape: CurveShape, why: Why): TimeContrast => ({
  logRank: noTest("CHI_SQUARE", why),
  hazardRatio: noContrast(why),
  restrictedMean: noContrast(why),
  landmarks: shape.landmarks.map((time) => ({ time, difference: noContrast(why) })),
});

function contrast(
  one: CohortTimes | null,
  reference: CohortTimes | null,
  shape: CurveShape,
  tau: number | null,
): TimeContrast {
  const [here, there] = [one?.merged ?? null, reference?.merged ?? null];
  const [curve, against] = [one?.curve ?? null, reference?.curve ?? null];
  if (here === null || there === null || curve === null || against === null) {
    const landmarks = shape.landmarks.map((time) => ({ time, difference: hiddenContrast }));
    return {
      logRank: noTest("CHI_SQUARE", null),
      hazardRatio: hiddenContrast,
      restrictedMean: hiddenContrast,
      landmarks,
    };
  }
  return {
    logRank: logRankOf(here, there),
    hazardRatio: hazardRatio(here, there),
    restrictedMean: tau === null ? hiddenContrast : contrastOf(restrictedMeanDifference(curve, against, tau)),
    landmarks: shape.landmarks.map((time) => {
      const isSeen = [one, reference].every((each) => isShownAt(each, time));
      if (!isSeen) return { time, difference: hiddenContrast };
      // The share with the event rises as the share without it falls.
      const [first, second] = shape.share === "RISES" ? [against, curve] : [curve, against];
      return { time, difference: contrastOf(survivalDifference(first, second, time)) };
    }),
  };
}

/** Where a curve alone does not tell its share, no difference does. */
const isShownAt = (cohort: CohortTimes | null, time: number): boolean =>
  cohort?.described.landmarks.some((each) => each.time === time && each.share.value !== null) === true;

function logRankOf(here: MergedCurve, there: MergedCurve): TestResult {
  const test = logRank([there.times, here.times]);
  if ("notEstimable" in test) return noTest("CHI_SQUARE", test.notEstimable);
  const { statistic, df, p } = test;
  return { statistic: "CHI_SQUARE", value: statistic, df, p, adjustedP: null, why: null };
}

function hazardRatio(here: MergedCurve, there: MergedCurve) {
  const fit = coxOfGroups([there.times, here.times]);
  if ("notEstimable" in fit) return noContrast(fit.notEstimable);
  const [coefficient] = fit.coefficients;
  const estimate = coefficient?.hazardRatio ?? null;
  if (coefficient === undefined || estimate === null) return noContrast("NO_VARIANCE");
  return contrastOf({ estimate, lower: coefficient.lower, upper: coefficient.upper });
}

type Pairs = ComparedTimes["contrasts"];

/** Holm's correction over the pairs of the figure. */
function correct(pairs: Pairs, kind: "unadjusted" | "adjusted"): Pairs {
  const corrected = holm(pairs.map((pair) => pair[kind].logRank.p));
  return pairs.map((pair, at) => ({
    ...pair,
    [kind]: { ...pair[kind], logRank: { ...pair[kind].logRank, adjustedP: corrected[at] ?? null } },
  }));
}
