// A ratio with the interval that is symmetric on the log scale. Which ratio, and its error, is each statistic's own.

import { normalQuantile } from "./distributions";

export interface RatioInterval {
  readonly estimate: number;
  /** Of the logarithm of the estimate. */
  readonly logStandardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** estimate / f to estimate f, f = exp(z se), z the normal quantile. */
export function logInterval(estimate: number, logStandardError: number, confidence: number): RatioInterval {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError("Ratio interval: confidence must be between 0 and 1.");
  }
  const log = Math.log(estimate);
  const halfWidth = normalQuantile((1 + confidence) / 2) * logStandardError;
  return {
    estimate,
    logStandardError,
    lower: Math.exp(log - halfWidth),
    upper: Math.exp(log + halfWidth),
  };
}
