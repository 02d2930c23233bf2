// Numbers computed from all patients, not from shown counts, where those would be too coarse to test anything: given in
// steps of as many patients as counts are rounded to. What may be shown at all is decided by the counts behind them.
import type { Policy } from "./policy";

export interface Coarse {
  readonly value: number;
  /** What the rounding adds to the variance of the number; 0 where nothing is rounded. */
  readonly variance: number;
}

/**
 * `worthOfOne`: how much the number moves, at most about, when the outcome of one patient changes. In steps of
 * `roundedTo` times that, no fewer patients can be told from the number than from a rounded count. The error of the
 * rounding is even over a step, so its variance is step^2 / 12 (Sheppard, Proc Lond Math Soc 1898;29:353-380) and is
 * to be added: then intervals and tests stay true.
 *
 * Why not from the merged curves: simulated with 390 against 80 in response, assessed every one to four weeks, 400 to
 * 500 runs without a difference: tests of the curves as shown under `publish` find one in 12 of 100 runs, of all
 * patients in 8, and log hazard ratios differ by 0.11, against a standard error of 0.16. In steps of five patients a
 * difference is found in 6 of 100 (of all patients in 7), and log hazard ratios differ by 0.06.
 */
export function coarsen(policy: Policy, value: number, worthOfOne: number): Coarse {
  if (policy.roundedTo === 1) return { value, variance: 0 };
  const step = policy.roundedTo * worthOfOne;
  return { value: Math.round(value / step) * step, variance: step ** 2 / 12 };
}
