// Limits and over-dispersion of a funnel plot against R.

import fc from "fast-check";
import { binomialTest } from "../../server/src/statistics/exactBinomial";
import { funnelLimits, widenLimits } from "../../server/src/statistics/funnelLimits";
import { overDispersion } from "../../server/src/statistics/overDispersion";
import { expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";

interface Case {
  name: string;
  input: { x: number[]; n: number[] };
  theta: number;
  p: number[];
  z: number[];
  exactTwoSidedP: number[];
  phiRaw: number;
  phiWinsor10: number;
  tau2: number;
  zMultiplicative: number[];
  zAdditive: number[];
  limits: Record<"exact95" | "exact998", { lower: number[]; upper: number[] }> & { n: number[] };
}
const { cases } = readFixture<{ cases: Case[] }>("funnel");

test("the case of R is here, with clinics of one patient, of none and of all with the event", () => {
  expect(cases.map((one) => [one.input.n.length, one.limits.n.length])).toEqual([[5, 7]]);
});

describe.each(cases)("$name", ({ input, theta, limits, ...expected }) => {
  const clinics = input.x.map((count, row) => ({ count, n: input.n[row] ?? NaN }));

  test.each([
    ["exact95", 0.95],
    ["exact998", 0.998],
  ] as const)("%s limits equal R, cut off at 0 and 1", (name, level) => {
    limits.n.forEach((n, row) => {
      const ours = funnelLimits(theta, n, level);
      const [lower = NaN, upper = NaN] = [limits[name].lower[row], limits[name].upper[row]];
      expectEqualToR(ours?.lower, Math.max(0, lower), `lower at ${n}`);
      expectEqualToR(ours?.upper, Math.min(1, upper), `upper at ${n}`);
    });
  });

  test("overall, z, phi and tau2 equal R", () => {
    const ours = overDispersion(clinics);
    if ("notEstimable" in ours) throw new Error(ours.notEstimable);
    expectEqualToR(ours.overall, theta, "overall");
    expectEqualToR(ours.rawPhi, expected.phiRaw, "raw phi");
    expectEqualToR(ours.phi, expected.phiWinsor10, "phi");
    expectEqualToR(ours.tau2, expected.tau2, "tau2");
    clinics.forEach(({ n }, row) => {
      const z = ours.z[row] ?? NaN;
      expectEqualToR(z, expected.z[row], `z ${row}`);
      expectEqualToR(z / Math.sqrt(ours.phi), expected.zMultiplicative[row], `multiplicative z ${row}`);
      const variance = (theta * (1 - theta)) / n + ours.tau2;
      expectEqualToR(
        ((expected.p[row] ?? NaN) - theta) / Math.sqrt(variance),
        expected.zAdditive[row],
        `additive z ${row}`,
      );
    });
  });

  test("the exact P of each clinic equals R", () => {
    clinics.forEach(({ count, n }, row) =>
      expectEqualToR(binomialTest(count, n, theta), expected.exactTwoSidedP[row], `P ${row}`),
    );
  });
});

const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const size = fc.integer({ min: 1, max: 5000 });

test("the limits lie in [0, 1] in their order, and the wider hold the narrower", () => {
  fc.assert(
    fc.property(chance, size, (overall, n) => {
      const [inner, outer] = [funnelLimits(overall, n, 0.95), funnelLimits(overall, n, 0.998)];
      const order = [0, outer?.lower, inner?.lower, inner?.upper, outer?.upper, 1].map(
        (limit) => limit ?? NaN,
      );
      expect(order.toSorted((one, other) => one - other)).toEqual(order);
    }),
    SEEDED,
  );
});

test("the limits hold the overall share, and mirror with those without the event, give or take one patient", () => {
  const some = fc.double({ min: 0.1, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(some, fc.integer({ min: 11, max: 5000 }), (overall, n) => {
      for (const level of [0.95, 0.998]) {
        const [here, there] = [funnelLimits(overall, n, level), funnelLimits(1 - overall, n, level)];
        expect(here?.lower ?? NaN).toBeLessThan(overall);
        expect(here?.upper ?? NaN).toBeGreaterThan(overall);
        // One tail is interpolated from above a whole count, the other from below.
        expect(Math.abs((there?.lower ?? NaN) + (here?.upper ?? NaN) - 1)).toBeLessThan(1 / n + 1e-9);
      }
    }),
    SEEDED,
  );
});

test("the limits close in on the overall share like 1 over the square root of n", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (overall) => {
      const n = 100_000;
      const { lower = NaN, upper = NaN } = funnelLimits(overall, n, 0.95) ?? {};
      const error = Math.sqrt((overall * (1 - overall)) / n);
      expect(Math.abs((overall - lower) / error - 1.96)).toBeLessThan(0.03);
      expect(Math.abs((upper - overall) / error - 1.96)).toBeLessThan(0.03);
    }),
    SEEDED,
  );
});

test("widened limits move out by the square root of phi, never in, and stay in [0, 1]", () => {
  const limits = { lower: 0.4, upper: 0.6 };
  expect(widenLimits(limits, 0.5, 0.7)).toEqual(limits);
  expectNear(widenLimits(limits, 0.5, 4).lower, 0.3);
  expectNear(widenLimits(limits, 0.5, 4).upper, 0.7);
  expect(widenLimits(limits, 0.5, 900)).toEqual({ lower: 0, upper: 1 });
});

const clinic = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.record({ n: fc.constant(n), count: fc.integer({ min: 0, max: n }) }));

test("the order of the clinics, clinics of nobody and the event turned about change no phi", () => {
  fc.assert(
    fc.property(fc.array(clinic, { minLength: 2, maxLength: 20 }), (clinics) => {
      const here = overDispersion(clinics);
      const turned = clinics.toReversed().map(({ count, n }) => ({ count: n - count, n }));
      const there = overDispersion([{ count: 0, n: 0 }, ...turned]);
      if ("notEstimable" in here || "notEstimable" in there) {
        expect(there).toEqual(here);
        return;
      }
      expect(there.z[0]).toBeNull();
      expectNear(there.phi, here.phi);
      expectNear(there.rawPhi, here.rawPhi);
      expectNear(there.tau2, here.tau2);
      expect(here.phi).toBeLessThanOrEqual(here.rawPhi * (1 + 1e-12));
    }),
    SEEDED,
  );
});

test("what cannot be told is said, and bad input is refused", () => {
  expect(overDispersion([])).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(overDispersion([{ count: 0, n: 0 }])).toEqual({ notEstimable: "NO_PATIENTS" });
  expect(
    overDispersion([
      { count: 0, n: 5 },
      { count: 0, n: 7 },
    ]),
  ).toEqual({ notEstimable: "NO_VARIANCE" });
  expect(overDispersion([{ count: 2, n: 5 }])).toMatchObject({ overall: 0.4, phi: 0, tau2: 0 });
  expect(funnelLimits(0.4, 0, 0.95)).toBeNull();
  expect(funnelLimits(0, 12, 0.95)).toEqual({ lower: 0, upper: 0 });
  expect(() => overDispersion([{ count: 3, n: 2 }])).toThrow(
    "clinic 0: count must be a whole number from 0 to n",
  );
  expect(() => funnelLimits(1.2, 5, 0.95)).toThrow("overall must be from 0 to 1");
  expect(() => funnelLimits(0.2, 5.5, 0.95)).toThrow("n must be a whole number");
  expect(() => funnelLimits(0.2, 5, 95)).toThrow("level must be between 0 and 1");
});
