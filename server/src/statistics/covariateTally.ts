// Patients as counts per pattern of covariates: what a regression is given in place of patient rows. Holds the type,
// its checks and its standardised columns; no estimate is made here.

/** All with the same covariates: how many had the event, and how many had not. Counts may be weighted. */
export interface CovariatePattern {
  readonly covariates: readonly number[];
  readonly successes: number;
  readonly failures: number;
}

/** In any order; the same pattern may stand more than once. Every row has the same covariates, in the same order. */
export type CovariateTally = readonly CovariatePattern[];

/** Throws if a row cannot be counted, or has other covariates than the first. */
export function checkCovariates(tally: CovariateTally): void {
  const width = tally[0]?.covariates.length ?? 0;
  tally.forEach(({ covariates, successes, failures }, index) => {
    if (covariates.length !== width) {
      throw new RangeError(`Covariate tally, row ${index}: must have as many covariates as the first row.`);
    }
    if (!covariates.every((value) => Number.isFinite(value))) {
      throw new RangeError(`Covariate tally, row ${index}: covariates must be finite numbers.`);
    }
    for (const [name, count] of Object.entries({ successes, failures })) {
      if (!Number.isFinite(count) || count < 0) {
        throw new RangeError(`Covariate tally, row ${index}: ${name} must be a number of 0 or more.`);
      }
    }
  });
}

/** The columns of a regression, each covariate with mean 0 and variance 1 over the patients; the first is all 1. */
export interface StandardColumns {
  readonly columns: readonly Float64Array[];
  readonly means: readonly number[];
  /** 0 for a covariate that is the same in all. */
  readonly deviations: readonly number[];
}

/**
 * Centred and scaled, so that a covariate in years and one of 0 and 1 lose no digits side by side. A covariate that
 * does not vary is a column of 0, which the fit drops.
 */
export function standardColumns(tally: CovariateTally): StandardColumns {
  const total = tally.reduce((sum, row) => sum + row.successes + row.failures, 0);
  const meanOf = (values: Float64Array): number =>
    tally.reduce((sum, row, index) => sum + (row.successes + row.failures) * (values[index] ?? NaN), 0) /
    total;

  const standard = { columns: [new Float64Array(tally.length).fill(1)], means: [0], deviations: [1] };
  for (let covariate = 0; covariate < (tally[0]?.covariates.length ?? 0); covariate++) {
    const values = Float64Array.from(tally, (row) => row.covariates[covariate] ?? NaN);
    const mean = meanOf(values);
    const variance = meanOf(values.map((value) => (value - mean) ** 2));
    // A mean of equal values may miss them by the last digits; that is no variance.
    const deviation = variance <= (8 * Number.EPSILON * mean) ** 2 ? 0 : Math.sqrt(variance);
    standard.columns.push(values.map((value) => (deviation === 0 ? 0 : (value - mean) / deviation)));
    standard.means.push(mean);
    standard.deviations.push(deviation);
  }
  return standard;
}
