// Quantiles of a cumulative incidence: with one cause those of Kaplan-Meier, with several where its own curve crosses.

import fc from "fast-check";
import { aalenJohansen } from "../../server/src/statistics/aalenJohansen";
import { incidenceQuantile } from "../../server/src/statistics/incidenceQuantile";
import { kaplanMeier } from "../../server/src/statistics/kaplanMeier";
import { survivalQuantile } from "../../server/src/statistics/survivalQuantile";
import { SEEDED } from "./fixture";

const count = fc.integer({ min: 0, max: 12 });
const row = fc.record({
  time: fc.integer({ min: 0, max: 60 }),
  events: fc.tuple(count, count),
  censored: count,
});
const tallies = fc.array(row, { minLength: 1, maxLength: 20 });

test("with one cause it is the quantile of Kaplan-Meier", () => {
  fc.assert(
    fc.property(tallies, fc.constantFrom(0.25, 0.5, 0.75), (tally, p) => {
      const one = tally.map(({ time, events, censored }) => ({ time, events: events[0], censored }));
      const curves = aalenJohansen(
        one.map((each) => ({ ...each, events: [each.events] })),
        1,
      );
      expect(incidenceQuantile(curves, 0, p).value).toBe(survivalQuantile(kaplanMeier(one), p).value);
    }),
    SEEDED,
  );
});

test("is the first time at which that share had the event, and its limits those at which the band has", () => {
  fc.assert(
    fc.property(tallies, fc.constantFrom(0, 1), (tally, cause) => {
      const curves = aalenJohansen(tally, 2);
      const { value, lower, upper } = incidenceQuantile(curves, cause, 0.3);
      const first = (share: (at: number) => number | null) =>
        curves.points.find((_, at) => (share(at) ?? -1) >= 0.3)?.time ?? null;
      const estimate = (at: number) => curves.points[at]?.causes[cause];
      // A flat at exactly 0.3 is told by its middle, so look at the curve's own crossing only where there is none.
      const isFlat = (share: (at: number) => number | null | undefined) =>
        curves.points.some((_, at) => Math.abs((share(at) ?? NaN) - 0.3) < 1e-6);
      if (!isFlat((at) => estimate(at)?.value))
        expect(value).toBe(first((at) => estimate(at)?.value ?? null));
      if (!isFlat((at) => estimate(at)?.upper) && value !== null && lower !== null)
        expect(lower).toBeLessThanOrEqual(value);
      if (value !== null && upper !== null) expect(upper).toBeGreaterThanOrEqual(value);
    }),
    SEEDED,
  );
});

test("is not reached where the incidence stays under it, and refuses what is no share", () => {
  const curves = aalenJohansen([{ time: 5, events: [3, 7], censored: 0 }], 2);
  // Its upper limit comes to one half, so only from below is there an end.
  expect(incidenceQuantile(curves, 0, 0.5)).toEqual({ value: null, lower: 5, upper: null });
  expect(incidenceQuantile(curves, 1, 0.5).value).toBe(5);
  expect(() => incidenceQuantile(curves, 0, 0)).toThrow("p must be between 0 and 1");
});
