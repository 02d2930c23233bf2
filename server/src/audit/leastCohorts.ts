/**
 * How many cohorts also of a small release may be asked: its pages ask several at once, and a trial of fifty patients has to
 * be readable. Ten answers about fifty patients, each of at least eleven and rounded, leave far more unknown than they tell.
 */
export const LEAST_COHORTS = 10;
