// Limits of a funnel plot, where clinics lie in it, and whether they differ by more than chance: from the counts as they
// are shown. Which clinics those are is decided in clinics.ts.
import type { Dispersion, Estimate, FunnelLimit, FunnelPlace } from "@afterglow/shared";
import { hiddenEstimate, shownEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { smallestShown } from "../disclosure/rounding";
import { funnelLimits, widenLimits } from "../statistics/funnelLimits";
import { dispersionOf } from "../statistics/overDispersion";

const [INNER, OUTER] = [0.95, 0.998] as const;

/** A clinic with the share that is expected of it: the overall one where nothing is adjusted for. */
export interface ShownClinic {
  readonly patients: number;
  readonly events: number;
  readonly expected: number;
}

export function limitAt(overall: number, patients: number): FunnelLimit {
  const none = { lower: 0, upper: 1 };
  const inner = funnelLimits(overall, patients, INNER) ?? none;
  const outer = funnelLimits(overall, patients, OUTER) ?? none;
  return {
    patients,
    lower95: inner.lower,
    upper95: inner.upper,
    lower998: outer.lower,
    upper998: outer.upper,
  };
}

/** Numbers of patients at which the limits are drawn: dense where they bend. */
const ALONG_AXIS = 60;

/** The limits from half of the smallest clinic, under which nothing is to be read from them, to a round end of the axis. */
export function limitsAlong(policy: Policy, overall: number, patients: readonly number[]): FunnelLimit[] {
  const from = Math.sqrt(Math.max(smallestShown(policy), Math.min(...patients) / 2));
  const to = Math.sqrt(roundEnd(Math.max(...patients)));
  const steps = Array.from({ length: ALONG_AXIS + 1 }, (_, step) =>
    Math.round((from + ((to - from) * step) / ALONG_AXIS) ** 2),
  );
  return [...new Set(steps)].map((each) => limitAt(overall, each));
}

/** The next multiple of 1, 2 or 5 times a power of ten that ends an axis of four to ten steps. */
function roundEnd(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const step = power * ([1, 2, 5, 10].find((times) => most / (times * power) <= 8) ?? 10);
  return Math.ceil(most / step) * step;
}

/**
 * Where a clinic lies. A rounded count may stand for half a step more or less, so the share that is nearest to the
 * overall one counts. With a share of its own expected, the clinic must also lie outside the limits around that one:
 * a share that is expected to be high or low varies otherwise than the overall one.
 */
export function placeOf(policy: Policy, overall: number, clinic: ShownClinic): FunnelPlace {
  const half = Math.floor(policy.roundedTo / 2);
  const { patients, events, expected } = clinic;
  const scale = overall / expected;
  const least = (scale * Math.max(0, events - half)) / (patients + half);
  const most = (scale * (events + half)) / Math.max(1, patients - half);
  const own = limitAt(expected, patients);
  const around = limitAt(overall, patients);
  const isBeyond = (level: "95" | "998"): boolean =>
    least > Math.max(around[`upper${level}`], scale * own[`upper${level}`]) ||
    most < Math.min(around[`lower${level}`], scale * own[`lower${level}`]);
  if (isBeyond("998")) return "OUTSIDE_998";
  return isBeyond("95") ? "WITHIN_998" : "WITHIN_95";
}

/**
 * Over-dispersion around what is expected of each clinic. Rounding moves shares too: its variance, (r^2 - 1) / 12 of a
 * count rounded to r, is added to that of chance, so that it is not taken for a difference between clinics.
 */
export function dispersionAmong(
  policy: Policy,
  overall: number,
  clinics: readonly ShownClinic[],
  limits: readonly FunnelLimit[],
): Dispersion {
  const rounding = (policy.roundedTo ** 2 - 1) / 12;
  const dispersion = dispersionOf(
    clinics.map(({ patients: n, events, expected: p }) => {
      const standardError = Math.sqrt((p * (1 - p)) / n + (rounding * (1 + p ** 2)) / n ** 2);
      return { z: (events / n - p) / standardError, standardError };
    }),
  );
  if ("notEstimable" in dispersion) return { phi: hiddenEstimate("NOT_ESTIMABLE"), widened: [] };
  const phi = Math.round(dispersion.phi * 10) / 10;
  return { phi: shownEstimate(phi, null, null), widened: phi > 1 ? limits.map(widen) : [] };

  function widen(limit: FunnelLimit): FunnelLimit {
    const inner = widenLimits({ lower: limit.lower95, upper: limit.upper95 }, overall, phi);
    const outer = widenLimits({ lower: limit.lower998, upper: limit.upper998 }, overall, phi);
    return {
      patients: limit.patients,
      lower95: inner.lower,
      upper95: inner.upper,
      lower998: outer.lower,
      upper998: outer.upper,
    };
  }
}

export const nothingToDisperse = (reason: Estimate["hidden"]): Dispersion => ({
  phi: hiddenEstimate(reason ?? "TOO_FEW"),
  widened: [],
});
