// The gamma distribution of a large value, for distributions.ts alone: beyond 1000 the library's asymptotic series is
// off in the third digit (gammainc 0.3.1; found against R's poisson.test of 1,500 events).

/** From this value on, and from this shape on: below that shape, what lies so far out is no double any more. */
export function isLargeGamma(x: number, shape: number): boolean {
  return x > 1000 && shape >= 30;
}

/** The logarithm of x^a e^-x / gamma(a + 1), by Stirling's series, whose next term is under 1e-13 from a = 30 on. */
function logTerm(x: number, a: number): number {
  const apart = (x - a) / a;
  const stirling = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / a ** 2) / a ** 2) / a ** 2) / a;
  return a * (Math.log1p(apart) - apart) - Math.log(2 * Math.PI * a) / 2 - stirling;
}

/** 1 + r1 + r1 r2 + ..., until what is left no longer counts. */
function sumOfProducts(ratio: (place: number) => number): number {
  let [sum, term] = [1, 1];
  for (let place = 1; term > sum * (Number.EPSILON / 16); place++) {
    term *= ratio(place);
    sum += term;
  }
  return sum;
}

/**
 * P(X <= x) and P(X > x) of gamma(a, 1), the smaller of the two as exact as the larger.
 *
 *   up to a:    x^a e^-x / gamma(a + 1) (1 + x/(a + 1) + x^2/((a + 1)(a + 2)) + ...)
 *   beyond a:   x^(a - 1) e^-x / gamma(a) (1 + (a - 1)/x + (a - 1)(a - 2)/x^2 + ...)
 *
 * Source: Abramowitz, Stegun, 6.5.29 and 6.5.32. R: `pgamma(x, a)`
 */
export function largeGamma(x: number, a: number): { lower: number; upper: number } {
  const term = Math.exp(logTerm(x, a));
  if (x <= a) {
    const lower = term * sumOfProducts((place) => x / (a + place));
    return { lower, upper: 1 - lower };
  }
  const upper = ((term * a) / x) * sumOfProducts((place) => Math.max(0, a - place) / x);
  return { lower: 1 - upper, upper };
}

/**
 * The x under which a share p of gamma(a, 1) lies: Newton's steps from a first guess, on whichever tail is smaller.
 * R: `qgamma(p, a)`
 */
export function largeGammaQuantile(p: number, a: number, guess: number): number {
  let x = guess;
  for (let step = 0; step < 50; step++) {
    const { lower, upper } = largeGamma(x, a);
    const density = (Math.exp(logTerm(x, a)) * a) / x;
    const moved = (p < 0.5 ? lower - p : 1 - p - upper) / density;
    x -= moved;
    if (Math.abs(moved) <= 4 * Number.EPSILON * x) break;
  }
  return x;
}
