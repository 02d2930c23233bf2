// Two curves held against each other: log-rank, hazard ratio and restricted means (curveTests.ts), and the shares at
// fixed times as the curves show them. Tests are corrected for the pairs of the figure.
import type { ComparedTimes, PairBalance, TimeContrast } from "@afterglow/shared";
import type { MergedCurve, WeightedCounts } from "../../disclosure/mergeCurve";
import type { Policy } from "../../disclosure/policy";
import { holm } from "../../statistics/adjustedP";
import type { SurvivalCurve } from "../../statistics/kaplanMeier";
import { survivalDifference } from "../../statistics/survivalDifference";
import type { CurveShape, Described } from "../timeToEvent";
import { hazardRatio, logRankTest, meanTimeDifference, type MeanTime } from "./curveTests";
import { contrastOf, hiddenContrast, noContrast, noTest } from "./contrasts";

export interface CohortTimes {
  readonly patients: number;
  readonly worth: number;
  /** As the cohort alone is told. */
  readonly described: Described;
  readonly counts: readonly WeightedCounts[];
  readonly mean: MeanTime;
  readonly merged: MergedCurve | null;
  readonly curve: SurvivalCurve | null;
}

interface Compared {
  readonly policy: Policy;
  readonly balance: readonly PairBalance[];
  readonly plain: readonly CohortTimes[];
  /** null: not comparable. */
  readonly adjusted: readonly (CohortTimes | null)[];
  readonly shape: CurveShape;
  readonly isAdjusted: boolean;
}

export function timeContrasts(compared: Compared): ComparedTimes["contrasts"] {
  const { policy, balance, plain, adjusted, shape, isAdjusted } = compared;
  const pairs = balance.map((pair, at) => {
    const why = whyNot(pair, isAdjusted);
    const overlapping = pair.reasons.includes("OVERLAPPING");
    return {
      letter: pair.letter,
      against: pair.against,
      unadjusted: overlapping
        ? nothing(shape, "OVERLAPPING")
        : contrast(policy, plain[at + 1] ?? null, plain[0] ?? null, shape),
      adjusted:
        why === null
          ? contrast(policy, adjusted[at + 1] ?? null, adjusted[0] ?? null, shape)
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
  policy: Policy,
  one: CohortTimes | null,
  reference: CohortTimes | null,
  shape: CurveShape,
): TimeContrast {
  const [here, there] = [one?.merged ?? null, reference?.merged ?? null];
  const [curve, against] = [one?.curve ?? null, reference?.curve ?? null];
  if (
    one === null ||
    reference === null ||
    here === null ||
    there === null ||
    curve === null ||
    against === null
  ) {
    return {
      logRank: noTest("CHI_SQUARE", null),
      hazardRatio: hiddenContrast,
      restrictedMean: hiddenContrast,
      landmarks: shape.landmarks.map((time) => ({ time, difference: hiddenContrast })),
    };
  }
  const until = Math.min(here.endTime, there.endTime);
  return {
    logRank: logRankTest(policy, one.counts, reference.counts, until),
    hazardRatio: hazardRatio(policy, one.counts, reference.counts, until),
    restrictedMean: meanTimeDifference(one.mean, reference.mean),
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

type Pairs = ComparedTimes["contrasts"];

/** Holm's correction over the pairs of the figure. */
function correct(pairs: Pairs, kind: "unadjusted" | "adjusted"): Pairs {
  const corrected = holm(pairs.map((pair) => pair[kind].logRank.p));
  return pairs.map((pair, at) => ({
    ...pair,
    [kind]: { ...pair[kind], logRank: { ...pair[kind].logRank, adjustedP: corrected[at] ?? null } },
  }));
}
