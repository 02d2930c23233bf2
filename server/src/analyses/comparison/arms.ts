// One cohort's share or mean as it may be shown, as it is and weighted; and the shown numbers that contrasts are made
// of, so that a comparison says no more than its cohorts alone.
import type { Count, EffectArm, Letter } from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate, judgePart, shownCount } from "../../disclosure/cells";
import type { Policy } from "../../disclosure/policy";
import { roundCount } from "../../disclosure/rounding";
import type { Moments } from "../../queries/tallyTrajectory";
import { judgedPart, meanOf } from "../shares";

/** Part of a whole, in patients or, weighted, in what they are worth. */
export interface Part {
  readonly part: number;
  readonly whole: number;
}

/** An arm with what is shown of it; `shown` is null where the arm is hidden. */
export interface ShareArm {
  readonly arm: EffectArm;
  readonly shown: Part | null;
}
export interface MeanArm {
  readonly arm: EffectArm;
  readonly shown: Moments | null;
}

export function shareArm(policy: Policy, letter: Letter, { part, whole }: Part): ShareArm {
  const verdict = judgePart(policy, part, whole);
  const { share } = judgedPart(policy, part, whole, verdict);
  const arm = { letter, patients: denominator(policy, whole), estimate: share };
  return { arm, shown: verdict === "SHOWN" ? asShown(policy, { part, whole }) : null };
}

/** Counts decide whether it may be shown; effective patients, in whole numbers, are what is shown. */
export function weightedShareArm(policy: Policy, letter: Letter, counts: Part, worth: Part): ShareArm {
  const effective = { part: Math.round(worth.part), whole: Math.round(worth.whole) };
  const both = [counts, effective].every(
    ({ part, whole }) => judgePart(policy, part, whole) === "SHOWN" && whole >= policy.smallestCount,
  );
  if (both) return shareArm(policy, letter, effective);
  const patients = effectiveCount(policy, counts.whole, worth.whole);
  return { arm: { letter, patients, estimate: hiddenEstimate("TOO_FEW") }, shown: null };
}

function asShown(policy: Policy, { part, whole }: Part): Part {
  const shownWhole = roundCount(policy, whole);
  return { part: Math.min(roundCount(policy, part), shownWhole), whole: shownWhole };
}

/** Effective patients, where both they and the patients behind them are k or more. */
export function effectiveCount(policy: Policy, patients: number, worth: number): Count {
  const whole = Math.round(worth);
  if (Math.min(patients, whole) < policy.smallestCount) return hiddenCount("TOO_FEW");
  return shownCount(policy, whole);
}

export function meanArm(policy: Policy, letter: Letter, moments: Moments, unit: number): MeanArm {
  const arm = {
    letter,
    patients: denominator(policy, moments.n),
    estimate: meanOf(policy, moments, unit),
  };
  return { arm, shown: moments.n < policy.smallestCount ? null : moments };
}

/** `worth`: the moments of the weighted patients, whose n is the effective number. */
export function weightedMeanArm(
  policy: Policy,
  letter: Letter,
  patients: number,
  worth: Moments,
  unit: number,
): MeanArm {
  const n = Math.round(worth.n);
  if (Math.min(patients, n) < policy.smallestCount) {
    const hidden = hiddenEstimate("TOO_FEW");
    return { arm: { letter, patients: hiddenCount("TOO_FEW"), estimate: hidden }, shown: null };
  }
  const scale = n / worth.n;
  const whole = { n, sum: worth.sum * scale, sumOfSquares: worth.sumOfSquares * scale };
  return meanArm(policy, letter, whole, unit);
}

/** A cohort of which no adjusted number can be given. */
export function noArm(letter: Letter): { readonly arm: EffectArm; readonly shown: null } {
  const hidden = hiddenEstimate("NOT_ESTIMABLE");
  return { arm: { letter, patients: hiddenCount("NOT_ESTIMABLE"), estimate: hidden }, shown: null };
}
