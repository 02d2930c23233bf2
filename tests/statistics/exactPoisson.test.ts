// Rates, their ratio and the exact binomial test under it, against poisson.test and binom.test of R.

import fc from "fast-check";
import { binomialCdf, binomialQuantile, binomialTest } from "../../server/src/statistics/exactBinomial";
import { exactRate, exactRateRatio } from "../../server/src/statistics/exactPoisson";
import { expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";
import { estimable } from "./survivalFixture";

interface Rates {
  cases: { events: number; personTime: number; rate: number; exact: [number, number] }[];
  rateRatio: Record<"x1" | "t1" | "x2" | "t2" | "estimate" | "p", number> & { exactCI: [number, number] };
}
const { cases, rateRatio } = readFixture<Rates>("incidence_rates");

test("all 5 rates of R are here", () => {
  expect(cases).toHaveLength(5);
});

test.each(cases)("$events events in $personTime equal R", ({ events, personTime, rate, exact }) => {
  const ours = estimable(exactRate({ events, time: personTime }));
  expectEqualToR(ours.estimate, rate, "rate");
  expectEqualToR(ours.lower, exact[0], "lower");
  expectEqualToR(ours.upper, exact[1], "upper");
});

test("the ratio of two rates equals R", () => {
  const ours = estimable(
    exactRateRatio(
      { events: rateRatio.x1, time: rateRatio.t1 },
      { events: rateRatio.x2, time: rateRatio.t2 },
    ),
  );
  expectEqualToR(ours.estimate, rateRatio.estimate, "ratio");
  expectEqualToR(ours.lower, rateRatio.exactCI[0], "lower");
  expectEqualToR(ours.upper, rateRatio.exactCI[1], "upper");
  expectEqualToR(ours.p, rateRatio.p, "P");
});

const some = fc.record({
  events: fc.integer({ min: 1, max: 300 }),
  time: fc.double({ min: 0.5, max: 1e5, noNaN: true }),
});

test("the rates changed about: the ratio inverted, P the same", () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      const [here, there] = [estimable(exactRateRatio(one, other)), estimable(exactRateRatio(other, one))];
      expect(Math.abs(here.lower * there.upper - 1)).toBeLessThan(1e-6);
      expect(Math.abs(here.upper * there.lower - 1)).toBeLessThan(1e-6);
      expectNear(there.p, here.p);
    }),
    SEEDED,
  );
});

test("the unit of time scales the rate and leaves the ratio", () => {
  fc.assert(
    fc.property(some, some, fc.constantFrom(1 / 365.25, 12), (one, other, unit) => {
      const scaled = [one, other].map((given) => ({ ...given, time: given.time * unit }));
      const [first = one, second = other] = scaled;
      expectNear(estimable(exactRate(first)).upper * unit, estimable(exactRate(one)).upper);
      expectNear(
        estimable(exactRateRatio(first, second)).estimate,
        estimable(exactRateRatio(one, other)).estimate,
      );
    }),
    SEEDED,
  );
});

test("what cannot be told is said", () => {
  const [none, five] = [
    { events: 0, time: 10 },
    { events: 5, time: 10 },
  ];
  expect(exactRate({ events: 0, time: 0 })).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(exactRateRatio(five, { events: 0, time: 0 })).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(exactRateRatio(none, none)).toEqual({ notEstimable: "NO_EVENTS" });
  expect(exactRateRatio(five, none)).toEqual({ notEstimable: "ZERO_CELL" });
  expect(exactRateRatio(none, five)).toMatchObject({ estimate: 0, lower: 0 });
  expect(() => exactRate({ events: 1.5, time: 1 })).toThrow("events must be a whole number of 0 or more");
  expect(() => exactRate({ events: 1, time: -1 })).toThrow("time must be 0 or more");
  expect(() => exactRate({ events: 1, time: 0 })).toThrow("events need time in which they fell");
});

const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const counts = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }));

/** The chance of each count by Pascal's rule, patient by patient: no gamma function, no beta. */
function chancesOf(n: number, p: number): number[] {
  let chances = [1];
  for (let patient = 0; patient < n; patient++) {
    const before = chances;
    chances = Array.from(
      { length: before.length + 1 },
      (_, k) => (before[k] ?? 0) * (1 - p) + (before[k - 1] ?? 0) * p,
    );
  }
  return chances;
}

test("the binomial test adds up every count that is as unlikely", () => {
  fc.assert(
    fc.property(counts, chance, ({ n, k }, p) => {
      const chances = chancesOf(n, p);
      const limit = (chances[k] ?? NaN) * (1 + 1e-7);
      const slow = chances.filter((one) => one <= limit).reduce((sum, one) => sum + one, 0);
      expectNear(binomialTest(k, n, p), Math.min(1, slow));
    }),
    SEEDED,
  );
});

test("the distribution adds up, and its quantile is the first count that reaches a share", () => {
  fc.assert(
    fc.property(counts, chance, chance, ({ n, k }, p, share) => {
      const chances = chancesOf(n, p);
      expectNear(
        binomialCdf(k, n, p),
        chances.slice(0, k + 1).reduce((sum, one) => sum + one, 0),
      );
      const first = binomialQuantile(share, n, p);
      expect(binomialCdf(first, n, p)).toBeGreaterThanOrEqual(share);
      expect(binomialCdf(first - 1, n, p)).toBeLessThan(share);
    }),
    SEEDED,
  );
});

test("the binomial test at its edges, and bad input", () => {
  expect(binomialTest(0, 0, 0.3)).toBe(1);
  expect(binomialTest(5, 10, 0.5)).toBe(1);
  expect([binomialTest(0, 9, 0), binomialTest(1, 9, 0), binomialTest(9, 9, 1)]).toEqual([1, 0, 1]);
  expect(() => binomialTest(3, 2, 0.5)).toThrow("k must be a whole number from 0 to n");
  expect(() => binomialTest(1, 2, 1.5)).toThrow("p must be from 0 to 1");
});
