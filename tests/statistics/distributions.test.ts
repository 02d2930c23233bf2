// Distribution functions against R's own, 1e-9 relative in the middle and 1e-6 in extreme tails.

import fc from "fast-check";
import * as distributions from "../../server/src/statistics/distributions";
import { expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";

type Column = number[];
const golden = readFixture<Record<string, Record<string, Column>>>("distributions");

/** fixture, its column of results, its columns of arguments, ours */
const calls: [string, string, string[], (...given: number[]) => number][] = [
  ["pnorm", "lower", ["z"], distributions.normalCdf],
  ["pnorm", "upper", ["z"], distributions.normalUpperTail],
  ["qnorm", "q", ["p"], distributions.normalQuantile],
  ["pt", "lower", ["t", "df"], distributions.studentTCdf],
  ["pt", "upper", ["t", "df"], distributions.studentTUpperTail],
  ["qt", "q", ["p", "df"], distributions.studentTQuantile],
  ["pchisq", "lower", ["x", "df"], distributions.chiSquareCdf],
  ["pchisq", "upper", ["x", "df"], distributions.chiSquareUpperTail],
  ["qchisq", "q", ["p", "df"], distributions.chiSquareQuantile],
  ["pbeta", "lower", ["x", "a", "b"], distributions.betaCdf],
  ["pbeta", "upper", ["x", "a", "b"], distributions.betaUpperTail],
  ["qbeta", "q", ["p", "a", "b"], distributions.betaQuantile],
  ["pf", "upper", ["f", "df1", "df2"], distributions.fUpperTail],
  ["lgamma", "y", ["x"], distributions.logGamma],
];

function column(fixture: string, name: string): Column {
  const values = golden[fixture]?.[name];
  if (!values) throw new Error(`No column ${name} in the fixture ${fixture}.`);
  return values;
}

test.each(calls)("%s (%s) equals R", (fixture, result, given, ours) => {
  const expected = column(fixture, result);
  expect(expected.length).toBeGreaterThan(0);
  expected.forEach((value, row) => {
    const values = given.map((name) => column(fixture, name)[row] ?? NaN);
    const actual = ours(...values);
    const where = `${fixture}(${values.join(", ")})`;
    // R's file prints what lies below the smallest normal double as 0.
    if (value === 0 && Math.abs(actual) < 2.3e-308) return;
    expectEqualToR(actual, value, where, Math.abs(value) < 1e-30 ? 1e-6 : 1e-9);
  });
});

test("every column of results in the fixture is covered", () => {
  const results = Object.entries(golden)
    .filter(([fixture]) => fixture !== "_meta")
    .flatMap(([fixture, columns]) => Object.keys(columns).map((name) => `${fixture}.${name}`));
  const known = calls.flatMap(([fixture, result, given]) =>
    [result, ...given].map((name) => `${fixture}.${name}`),
  );
  expect(results.filter((name) => !known.includes(name))).toEqual([]);
});

test("a quantile undoes its distribution function", () => {
  const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const df = fc.double({ min: 0.5, max: 1e5, noNaN: true });
  fc.assert(
    fc.property(p, df, (share, freedom) => {
      expectNear(distributions.normalCdf(distributions.normalQuantile(share)), share, 1e-6);
      const t = distributions.studentTQuantile(share, freedom);
      expectNear(distributions.studentTCdf(t, freedom), share, 1e-3);
      const x = distributions.chiSquareQuantile(share, freedom);
      expectNear(distributions.chiSquareCdf(x, freedom), share, 1e-3);
    }),
    SEEDED,
  );
});

test("the tails of symmetric distributions mirror each other", () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (z) => {
      expect(distributions.normalUpperTail(z)).toBe(distributions.normalCdf(-z));
      expectNear(distributions.studentTCdf(z, 7) + distributions.studentTUpperTail(z, 7), 1);
    }),
    SEEDED,
  );
});

test("the middle of the normal is 0, not -0", () => {
  expect(distributions.normalQuantile(0.5)).toBe(0);
});

test("bad input is refused with the rule, not the value", () => {
  expect(() => distributions.normalQuantile(1.5)).toThrow("p must be a number from 0 to 1");
  expect(() => distributions.studentTQuantile(NaN, 3)).toThrow("p must be a number from 0 to 1");
  expect(() => distributions.studentTCdf(1, 0)).toThrow("df must be above 0");
  expect(() => distributions.betaCdf(0.5, 1, -1)).toThrow("a and b must be above 0");
});

test("chi-square of many degrees of freedom is the Poisson sum that it stands for", () => {
  // P(chi2 with 2 (k + 1) df > 2 m) = P(a Poisson count of mean m is at most k), added up from the largest term down.
  const mean = fc.integer({ min: 900, max: 20_000 });
  fc.assert(
    fc.property(mean, fc.integer({ min: -6, max: 6 }), (m, errors) => {
      const k = Math.round(m + errors * Math.sqrt(m));
      const top = Math.min(k, m);
      const down = (from: number, ratio: (i: number) => number): number => {
        let [sum, term] = [0, 1];
        for (let i = from; term > 1e-18 && i >= 0 && i <= k; i += from > top ? 1 : -1) {
          term *= ratio(i);
          sum += term;
        }
        return sum;
      };
      // Terms relative to the one at `top`, which is the largest of those counted.
      const relative = 1 + down(top, (i) => i / m) + down(top + 1, (i) => m / i);
      const largest = Math.exp(top * Math.log(m) - m - distributions.logGamma(top + 1));
      const upper = distributions.chiSquareUpperTail(2 * m, 2 * (k + 1));
      expect(Math.abs(upper / (largest * relative) - 1)).toBeLessThan(1e-9);
      expectNear(distributions.chiSquareCdf(2 * m, 2 * (k + 1)), 1 - upper);
    }),
    SEEDED,
  );
});

test("a chi-square quantile of many degrees of freedom undoes its distribution function in both tails", () => {
  const df = fc.double({ min: 500, max: 2e6, noNaN: true });
  fc.assert(
    fc.property(df, fc.double({ min: -9, max: Math.log10(0.5), noNaN: true }), (degrees, exponent) => {
      const p = 10 ** exponent;
      const low = distributions.chiSquareCdf(distributions.chiSquareQuantile(p, degrees), degrees);
      const high = distributions.chiSquareUpperTail(distributions.chiSquareQuantile(1 - p, degrees), degrees);
      expect(Math.abs(low / p - 1)).toBeLessThan(1e-8);
      // 1 - p has lost what is beyond the 16th digit.
      expect(Math.abs(high - p)).toBeLessThan(1e-8 * p + 1e-15);
    }),
    SEEDED,
  );
});
