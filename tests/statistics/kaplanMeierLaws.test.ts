// What holds of every Kaplan-Meier curve, whatever the tally.

import fc from "fast-check";
import { kaplanMeier, survivalAt } from "../../server/src/statistics/kaplanMeier";
import { medianOf } from "../../server/src/statistics/survivalQuantile";
import type { TimeTally } from "../../server/src/statistics/timeTally";
import { expectNear, SEEDED } from "./fixture";

const count = fc.integer({ min: 0, max: 40 });
const row = fc.record({ time: fc.integer({ min: 0, max: 400 }), events: count, censored: count });
const tallies: fc.Arbitrary<TimeTally> = fc.array(row, { minLength: 1, maxLength: 40 });

test("at risk, events and censored so far are n at every time", () => {
  fc.assert(
    fc.property(tallies, fc.integer({ min: 0, max: 500 }), (tally, day) => {
      const curve = kaplanMeier(tally);
      let gone = 0;
      for (const point of curve.points) {
        expect(point.atRisk + gone).toBe(curve.n);
        gone += point.events + point.censored;
      }
      expect(gone).toBe(curve.n);
      const at = survivalAt(curve, day);
      expect(at.atRisk + at.eventsBefore + at.censoredBefore).toBe(curve.n);
    }),
    SEEDED,
  );
});

test("survival falls from 1 and stays between its limits", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      let previous = 1;
      for (const { survival, lower, upper, standardError } of kaplanMeier(tally).points) {
        expect(survival).toBeGreaterThanOrEqual(0);
        expect(survival).toBeLessThanOrEqual(previous);
        expect(lower === null).toBe(survival === 0 || survival === 1);
        expect(standardError === null).toBe(survival === 0);
        if (lower !== null && upper !== null) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(survival);
          expect(upper).toBeGreaterThanOrEqual(survival);
          expect(upper).toBeLessThanOrEqual(1);
        }
        previous = survival;
      }
    }),
    SEEDED,
  );
});

test("the order of the rows, and how equal times are split, do not matter", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const split = tally.flatMap(({ time, events, censored }) => [
        { time, events: 0, censored },
        { time, events, censored: 0 },
      ]);
      expect(kaplanMeier(split.reverse())).toEqual(kaplanMeier(tally));
    }),
    SEEDED,
  );
});

test("without censoring, S is the share still free of the event", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const curve = kaplanMeier(tally.map((one) => ({ ...one, censored: 0 })));
      for (const { survival, atRisk, events, standardError } of curve.points) {
        const share = (atRisk - events) / curve.n;
        expectNear(survival, share);
        // Greenwood is then the binomial variance.
        if (survival > 0) expectNear(standardError ?? NaN, Math.sqrt((share * (1 - share)) / curve.n));
      }
    }),
    SEEDED,
  );
});

test("time may be moved and stretched; S, its error and its limits stay, the median moves along", () => {
  const moves = fc.record({ shift: fc.integer({ min: 0, max: 50 }), scale: fc.constantFrom(1, 2, 7, 0.25) });
  fc.assert(
    fc.property(tallies, moves, (tally, { shift, scale }) => {
      const move = (time: number): number => time * scale + shift;
      const here = kaplanMeier(tally);
      const there = kaplanMeier(tally.map((one) => ({ ...one, time: move(one.time) })));
      expect(there.points).toEqual(here.points.map((point) => ({ ...point, time: move(point.time) })));
      const [from, to] = [medianOf(here), medianOf(there)];
      for (const side of ["value", "lower", "upper"] as const) {
        const before = from[side];
        if (before === null) expect(to[side]).toBeNull();
        else expectNear(to[side] ?? NaN, move(before));
      }
    }),
    SEEDED,
  );
});

test("m times the courses give the same S with an error sqrt(m) times smaller", () => {
  fc.assert(
    fc.property(tallies, fc.integer({ min: 2, max: 9 }), (tally, m) => {
      const once = kaplanMeier(tally).points;
      const often = kaplanMeier(
        tally.map(({ time, events, censored }) => ({ time, events: events * m, censored: censored * m })),
      );
      often.points.forEach((point, index) => {
        expectNear(point.survival, once[index]?.survival ?? NaN);
        const error = once[index]?.standardError ?? null;
        if (error === null) expect(point.standardError).toBeNull();
        else expectNear(point.standardError ?? NaN, error / Math.sqrt(m));
      });
    }),
    SEEDED,
  );
});

test("the median lies between its limits, and half have had the event by then", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const curve = kaplanMeier(tally);
      const { value, lower, upper } = medianOf(curve);
      if (value === null) {
        for (const point of curve.points) expect(point.survival).toBeGreaterThan(0.5);
        return;
      }
      expect(survivalAt(curve, value).survival ?? NaN).toBeLessThanOrEqual(0.5 + 1e-7);
      if (lower !== null) expect(lower).toBeLessThanOrEqual(value);
      if (upper !== null) expect(upper).toBeGreaterThanOrEqual(value);
    }),
    SEEDED,
  );
});
