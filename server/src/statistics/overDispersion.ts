// Whether clinics differ by more than chance: over-dispersion of their shares around the overall one. Says nothing of
// why, and ranks nobody.

import { checkCountOfN, type CountOfN } from "./countOfN";
import type { NotEstimable } from "./notEstimable";
import { quantilesOf } from "./quantilesOf";

export interface Dispersion {
  /** The mean of the squared z, as they are. */
  readonly rawPhi: number;
  /** The same once the most extreme tenth at each end has been drawn in: about 1 if clinics differ by chance alone. */
  readonly phi: number;
  /** The variance between clinics that chance leaves unexplained; 0 if chance is enough. */
  readonly tau2: number;
}

export interface OverDispersion extends Dispersion {
  /** The share over all clinics together. */
  readonly overall: number;
  /** Per clinic in the order given: how many standard errors it lies from the overall share. Null for nobody. */
  readonly z: readonly (number | null)[];
}

/** How many standard errors a clinic lies from what is expected of it, and that error. */
export interface Deviation {
  readonly z: number;
  readonly standardError: number;
}

/** So that a few clinics far out do not make the limits so wide that they hold them. */
const WINSORIZED = 0.1;

/**
 * Over-dispersion, of clinics around what is expected of each, the z winsorised at their 10th and 90th percentile.
 *
 *   phi = sum zw^2 / k;   tau2 = (k phi - (k - 1)) / (sum w - sum w^2 / sum w),   w = 1 / s^2;   0 if below 0
 *
 * Assumes: clinics that share no patients; deviations near enough to normal.
 * Edges: no clinics is NO_PATIENTS; one alone, or clinics whose weights are all but one's, have a tau2 of 0.
 * Source: Spiegelhalter, Stat Med 2005;24:1185-1202, 3.2 and A.2; DerSimonian, Laird, Control Clin Trials
 * 1986;7:177-188.
 * R: `zw <- pmin(pmax(z, quantile(z, .1)), quantile(z, .9)); sum(zw^2) / length(z)`
 */
export function dispersionOf(clinics: readonly Deviation[]): Dispersion | NotEstimable {
  const k = clinics.length;
  const [low = null, high = null] = quantilesOf(
    clinics.map(({ z }) => ({ value: z, count: 1 })),
    [WINSORIZED, 1 - WINSORIZED],
  );
  if (low === null || high === null) return { notEstimable: "NO_PATIENTS" };
  const sum = (of: (clinic: Deviation) => number): number =>
    clinics.reduce((total, clinic) => total + of(clinic), 0);
  const phi = sum(({ z }) => Math.min(high, Math.max(low, z)) ** 2) / k;
  const weights = sum((clinic) => clinic.standardError ** -2);
  const spread = weights - sum((clinic) => clinic.standardError ** -4) / weights;
  return {
    rawPhi: sum(({ z }) => z ** 2) / k,
    phi,
    tau2: k < 2 || spread <= 0 ? 0 : Math.max(0, (k * phi - (k - 1)) / spread),
  };
}

/**
 * Over-dispersion of shares: of the clinics' shares around the share of all of them together.
 *
 *   z = (p - overall) / s,   s^2 = overall (1 - overall) / n;   phi and tau2 by `dispersionOf`
 *
 * Edges: clinics of nobody are left out; nobody at all is NO_PATIENTS; nobody, or everybody, with the event is
 * NO_VARIANCE.
 * Source: Spiegelhalter, Stat Med 2005;24:1185-1202, 3.2.
 * R: `z <- (x / n - overall) / sqrt(overall * (1 - overall) / n)`, then as `dispersionOf`
 */
export function overDispersion(clinics: readonly CountOfN[]): OverDispersion | NotEstimable {
  clinics.forEach((clinic, index) => checkCountOfN(clinic, `Over-dispersion, clinic ${index}`));
  const n = clinics.reduce((sum, clinic) => sum + clinic.n, 0);
  if (n === 0) return { notEstimable: "NO_PATIENTS" };
  const overall = clinics.reduce((sum, clinic) => sum + clinic.count, 0) / n;
  if (overall === 0 || overall === 1) return { notEstimable: "NO_VARIANCE" };

  const deviations = clinics.map((clinic): Deviation | null => {
    if (clinic.n === 0) return null;
    const standardError = Math.sqrt((overall * (1 - overall)) / clinic.n);
    return { z: (clinic.count / clinic.n - overall) / standardError, standardError };
  });
  const dispersion = dispersionOf(deviations.filter((deviation) => deviation !== null));
  if ("notEstimable" in dispersion) return dispersion;
  return { overall, z: deviations.map((deviation) => deviation?.z ?? null), ...dispersion };
}
