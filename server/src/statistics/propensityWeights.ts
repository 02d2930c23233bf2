// Inverse-probability weights: how much each patient of two cohorts counts, so that both look alike in the covariates
// of the model that gave the probabilities. Not that model (logisticRegression), and not the weighted estimates.

/** Patients with the same covariates: how many are in each cohort, and the fitted probability of being in the other. */
export interface PropensityPattern {
  readonly inReference: number;
  readonly inOther: number;
  readonly probability: number;
}

/**
 * Whom the weighted cohorts look like. EVERYONE: both together. REFERENCE, OTHER: the patients of that cohort.
 * OVERLAP: those who might have been in either.
 */
export type WeightScheme = "EVERYONE" | "REFERENCE" | "OTHER" | "OVERLAP";

/** What one patient of the pattern counts, in the cohort that they are in. */
export interface PatternWeight {
  readonly reference: number;
  readonly other: number;
}

export interface PropensityWeightsOptions {
  /** For EVERYONE: weights times the cohort's share of all, so that they add up to about its n. Effective n: the same. */
  readonly stabilized?: boolean;
}

function check(tally: readonly PropensityPattern[]): void {
  tally.forEach(({ inReference, inOther, probability }, index) => {
    for (const [name, count] of Object.entries({ inReference, inOther })) {
      if (!Number.isFinite(count) || count < 0) {
        throw new RangeError(`Propensity pattern ${index}: ${name} must be a number of 0 or more.`);
      }
    }
    if (!(probability > 0 && probability < 1)) {
      throw new RangeError(`Propensity pattern ${index}: probability must be between 0 and 1.`);
    }
  });
}

/**
 * Propensity weights, from the probability p of being in the other cohort, for a patient of the reference and of the
 * other cohort.
 *
 *   EVERYONE   1 / (1 - p) and 1 / p, times each cohort's share of all when stabilized
 *   REFERENCE  1 and (1 - p) / p;   OTHER  p / (1 - p) and 1;   OVERLAP  p and 1 - p
 *
 * Assumes: no covariate left out that rules both the cohort and the outcome; a model that fits; every pattern possible
 * in both cohorts.
 * Edges: a probability of 0 or 1 has no weight and is refused: the model says SEPARATION before. Near them weights of
 * EVERYONE, REFERENCE and OTHER grow without bound and the effective number falls; those of OVERLAP stay under 1.
 * Source: Rosenbaum, Rubin, Biometrika 1983;70:41-55; Robins, Hernan, Brumback, Epidemiology 2000;11:550-560 for
 * stabilized weights; Li, Morgan, Zaslavsky, J Am Stat Assoc 2018;113:390-400 for overlap weights.
 * R: `p <- fitted(glm(other ~ x, binomial)); ifelse(other == 1, mean(other) / p, mean(1 - other) / (1 - p))`
 */
export function propensityWeights(
  tally: readonly PropensityPattern[],
  scheme: WeightScheme,
  { stabilized = true }: PropensityWeightsOptions = {},
): PatternWeight[] {
  check(tally);
  const reference = tally.reduce((sum, row) => sum + row.inReference, 0);
  const other = tally.reduce((sum, row) => sum + row.inOther, 0);
  const [referenceShare, otherShare] = stabilized
    ? [reference / (reference + other), other / (reference + other)]
    : [1, 1];
  return tally.map(({ probability: p }): PatternWeight => {
    switch (scheme) {
      case "EVERYONE":
        return { reference: referenceShare / (1 - p), other: otherShare / p };
      case "REFERENCE":
        return { reference: 1, other: (1 - p) / p };
      case "OTHER":
        return { reference: p / (1 - p), other: 1 };
      case "OVERLAP":
        return { reference: p, other: 1 - p };
    }
  });
}

export interface WeightedCount {
  readonly count: number;
  readonly weight: number;
}

/**
 * The effective number of weighted patients: how many unweighted ones would give a mean as precise.
 *
 *   (sum w)^2 / sum w^2
 *
 * Edges: equal weights give the number itself; nobody, or weights that are all 0, have none (null).
 * Source: Kish, Survey Sampling 1965, 11.7. R: `sum(w)^2 / sum(w^2)`
 */
export function effectiveNumber(rows: readonly WeightedCount[]): number | null {
  const sum = rows.reduce((total, { count, weight }) => total + count * weight, 0);
  const sumOfSquares = rows.reduce((total, { count, weight }) => total + count * weight ** 2, 0);
  return sumOfSquares === 0 ? null : sum ** 2 / sumOfSquares;
}
