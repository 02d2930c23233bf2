// What holds of every cumulative incidence, whatever the tally.

import fc from "fast-check";
import { aalenJohansen, incidenceAt } from "../../server/src/statistics/aalenJohansen";
import type { CompetingTally } from "../../server/src/statistics/competingTally";
import { kaplanMeier } from "../../server/src/statistics/kaplanMeier";
import { expectNear, SEEDED } from "./fixture";

const count = fc.integer({ min: 0, max: 40 });
const row = fc.record({
  time: fc.integer({ min: 0, max: 400 }),
  events: fc.tuple(count, count, count),
  censored: count,
});
const tallies: fc.Arbitrary<CompetingTally> = fc.array(row, { minLength: 1, maxLength: 40 });

test("who is free of events and who had each cause's add up to everyone, at every time", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      for (const { eventFree, causes } of aalenJohansen(tally, 3).points)
        expectNear(
          causes.reduce((sum, { value }) => sum + value, eventFree.value),
          1,
        );
    }),
    SEEDED,
  );
});

test("with one cause it is 1 minus Kaplan-Meier, with Greenwood's error", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const one = tally.map(({ time, events, censored }) => ({ time, events: events[0] ?? 0, censored }));
      const kaplan = kaplanMeier(one).points;
      const { points } = aalenJohansen(
        one.map((each) => ({ ...each, events: [each.events] })),
        1,
      );
      expect(points.map(({ time, atRisk }) => [time, atRisk])).toEqual(
        kaplan.map(({ time, atRisk }) => [time, atRisk]),
      );
      points.forEach(({ eventFree, causes: [cause] }, at) => {
        expectNear(eventFree.value, kaplan[at]?.survival ?? NaN);
        expectNear(cause?.value ?? NaN, 1 - (kaplan[at]?.survival ?? NaN));
        // Kaplan-Meier gives no error where S is 0.
        const error = kaplan[at]?.standardError ?? 0;
        for (const own of [eventFree, cause]) expectNear(own?.standardError ?? NaN, error);
      });
    }),
    SEEDED,
  );
});

test("free of events is Kaplan-Meier of any event, whatever the causes", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const any = tally.map(({ time, events, censored }) => ({
        time,
        events: events.reduce((sum, each) => sum + each, 0),
        censored,
      }));
      const kaplan = kaplanMeier(any).points;
      aalenJohansen(tally, 3).points.forEach(({ eventFree }, at) => {
        expectNear(eventFree.value, kaplan[at]?.survival ?? NaN);
        expectNear(eventFree.standardError ?? NaN, kaplan[at]?.standardError ?? 0);
        if (kaplan[at]?.lower != null) expectNear(eventFree.lower ?? NaN, kaplan[at]?.lower ?? NaN);
      });
    }),
    SEEDED,
  );
});

test("an incidence never falls, stays within its limits and under 1 minus Kaplan-Meier of its cause alone", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const { points } = aalenJohansen(tally, 3);
      for (const cause of [0, 1, 2]) {
        const alone = kaplanMeier(
          tally.map(({ time, events, censored }) => ({
            time,
            events: events[cause] ?? 0,
            censored: censored + events.reduce((sum, each, at) => sum + (at === cause ? 0 : each), 0),
          })),
        ).points;
        let previous = 0;
        points.forEach((point, at) => {
          const { value, lower, upper, standardError } = point.causes[cause] ?? point.eventFree;
          expect(value).toBeGreaterThanOrEqual(previous);
          expect(value).toBeLessThanOrEqual(1 - (alone[at]?.survival ?? NaN) + 1e-9);
          expect(standardError).toBeGreaterThanOrEqual(0);
          expect(lower === null).toBe(value <= 0 || value >= 1);
          if (lower !== null && upper !== null) {
            expect(lower).toBeLessThanOrEqual(value);
            expect(upper).toBeGreaterThanOrEqual(value);
            expect(upper).toBeLessThanOrEqual(1);
          }
          previous = value;
        });
      }
    }),
    SEEDED,
  );
});

test("without censoring, an incidence is the share with that cause, with the binomial error", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const { n, points } = aalenJohansen(
        tally.map((one) => ({ ...one, censored: 0 })),
        3,
      );
      const soFar = [0, 0, 0];
      for (const point of points)
        point.causes.forEach(({ value, standardError }, cause) => {
          soFar[cause] = (soFar[cause] ?? 0) + (point.events[cause] ?? 0);
          const share = (soFar[cause] ?? 0) / n;
          expectNear(value, share);
          expectNear((standardError ?? NaN) ** 2, (share * (1 - share)) / n);
        });
    }),
    SEEDED,
  );
});

test("causes keep their curves in whatever order they stand; two taken together are the sum of both", () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      const here = aalenJohansen(tally, 3).points;
      const reversed = tally.map((one) => ({ ...one, events: [...one.events].reverse() }));
      const joined = tally.map((one) => {
        const [first = 0, second = 0, third = 0] = one.events;
        return { ...one, events: [first + second, third] };
      });
      aalenJohansen(reversed, 3).points.forEach(({ causes }, at) =>
        [...causes].reverse().forEach((each, cause) => {
          expectNear(each.value, here[at]?.causes[cause]?.value ?? NaN);
          expectNear(each.standardError ?? NaN, here[at]?.causes[cause]?.standardError ?? NaN);
        }),
      );
      aalenJohansen(joined, 2).points.forEach(({ causes: [both, third] }, at) => {
        const before = here[at]?.causes ?? [];
        expectNear(both?.value ?? NaN, (before[0]?.value ?? NaN) + (before[1]?.value ?? NaN));
        expectNear(third?.standardError ?? NaN, before[2]?.standardError ?? NaN);
      });
    }),
    SEEDED,
  );
});

test("the variance is the sum of squared influences, found by giving each course a little more weight", () => {
  // Weights have to be whole here, so a course of 10,000 equal ones stands for a weight of 1 and one more for 1e-4.
  const many = 10_000;
  const tally: CompetingTally = [
    { time: 1, events: [2, 1], censored: 1 },
    { time: 3, events: [1, 2], censored: 2 },
    { time: 4, events: [2, 0], censored: 3 },
  ];
  const weighted = tally.map(({ time, events, censored }) => ({
    time,
    events: events.map((each) => each * many),
    censored: censored * many,
  }));
  const at = (of: CompetingTally) => incidenceAt(aalenJohansen(of, 2), 4).causes[0]?.value ?? NaN;
  const heavier = (index: number, more: (row: CompetingTally[number]) => CompetingTally[number]) =>
    at(weighted.map((each, place) => (place === index ? more(each) : each)));
  const base = at(weighted);
  const squares = tally.flatMap(({ events, censored }, index) => [
    ...events.map(
      (each, cause) =>
        each *
        (heavier(index, (row) => ({
          ...row,
          events: row.events.map((count, place) => count + (place === cause ? 1 : 0)),
        })) -
          base) **
          2,
    ),
    censored * (heavier(index, (row) => ({ ...row, censored: row.censored + 1 })) - base) ** 2,
  ]);
  const jackknife = Math.sqrt(squares.reduce((sum, each) => sum + each, 0)) * many;
  const error = incidenceAt(aalenJohansen(tally, 2), 4).causes[0]?.standardError ?? NaN;
  expect(Math.abs(error / jackknife - 1)).toBeLessThan(1e-4);
});
