// What a cohort reaches at a visit, from its patterns: response, remission and change, as it is and weighted.
import type { Letter } from "@afterglow/shared";
import type { Policy } from "../../disclosure/policy";
import type { VisitPattern } from "../../queries/tallyVisitPatterns";
import type { Moments } from "../../queries/tallyTrajectory";
import {
  meanArm,
  noArm,
  shareArm,
  weightedMeanArm,
  weightedShareArm,
  type MeanArm,
  type Part,
  type ShareArm,
} from "./arms";
import { hiddenEstimate } from "../../disclosure/cells";

export type ShareOf = "RESPONSE" | "REMISSION";

export interface VisitArms {
  readonly share: Readonly<Record<ShareOf, ShareArm>>;
  readonly change: MeanArm;
}

interface Sums {
  readonly RESPONSE: Part;
  readonly REMISSION: Part;
  readonly change: Moments;
}

export function plainArms(
  policy: Policy,
  letter: Letter,
  patterns: readonly VisitPattern[],
  unit: number,
): VisitArms {
  const sums = sumsOf(patterns, () => 1);
  return {
    share: protectRemission(policy, sums, {
      RESPONSE: shareArm(policy, letter, sums.RESPONSE),
      REMISSION: shareArm(policy, letter, sums.REMISSION),
    }),
    change: meanArm(policy, letter, sums.change, unit),
  };
}

/** `weights`: one a pattern, adding up to the effective number. */
export function weightedArms(
  policy: Policy,
  letter: Letter,
  patterns: readonly VisitPattern[],
  weights: readonly number[],
  unit: number,
): VisitArms {
  const counts = sumsOf(patterns, () => 1);
  const worth = sumsOf(patterns, (row) => weights[row] ?? 0);
  const share = (of: ShareOf): ShareArm => weightedShareArm(policy, letter, counts[of], worth[of]);
  return {
    share: protectRemission(policy, counts, { RESPONSE: share("RESPONSE"), REMISSION: share("REMISSION") }),
    change: weightedMeanArm(policy, letter, counts.change.n, worth.change, unit),
  };
}

export const noArms = (letter: Letter): VisitArms => ({
  share: { RESPONSE: noArm(letter), REMISSION: noArm(letter) },
  change: noArm(letter),
});

function sumsOf(patterns: readonly VisitPattern[], weightOf: (row: number) => number): Sums {
  const sum = (value: (pattern: VisitPattern) => number): number =>
    patterns.reduce((total, pattern, row) => total + weightOf(row) * value(pattern), 0);
  const whole = sum(({ patients }) => patients);
  return {
    RESPONSE: { part: sum(({ responders }) => responders), whole },
    REMISSION: { part: sum(({ remitters }) => remitters), whole },
    change: {
      n: whole,
      sum: sum((pattern) => pattern.sum),
      sumOfSquares: sum(({ sumOfSquares }) => sumOfSquares),
    },
  };
}

/** Who responded and is not in remission follows from both: 1 to k - 1 of them hide the remission. */
function protectRemission(policy: Policy, counts: Sums, share: VisitArms["share"]): VisitArms["share"] {
  const between = Math.abs(counts.RESPONSE.part - counts.REMISSION.part);
  if (between === 0 || between >= policy.smallestCount || share.RESPONSE.shown === null) return share;
  const { arm } = share.REMISSION;
  const hidden = hiddenEstimate("PROTECTS_ANOTHER");
  return { ...share, REMISSION: { arm: { ...arm, estimate: hidden }, shown: null } };
}
