// The weighted curve against survfit(weights, robust = TRUE) of R, and what holds of it whatever the weights.

import fc from "fast-check";
import { kaplanMeier, survivalAt } from "../../server/src/statistics/kaplanMeier";
import {
  weightedKaplanMeier,
  weightedSurvivalAt,
  type WeightedTimeCount,
} from "../../server/src/statistics/weightedKaplanMeier";
import { type Expected, expectEqualToR, expectNear, readFixture, SEEDED } from "./fixture";

interface Case {
  name: string;
  input: { time: number[]; status: number[]; group: number[]; weight: number[] };
  groups: {
    group: number;
    ess: number;
    at: Record<"times" | "nRiskWeighted", number[]> &
      Record<"surv" | "seRobustIJ" | "lower" | "upper", Expected[]>;
  }[];
}
const { cases } = readFixture<{ cases: Case[] }>("weighted_km");

test("all four schemes of R are here, and one of heavy ties", () => {
  expect(cases).toHaveLength(5);
});

describe.each(cases)("$name", ({ input, groups }) => {
  test.each(groups)("group $group equals R", ({ group, ess, at }) => {
    const rows = input.time.flatMap((time, row) => {
      if (input.group[row] !== group) return [];
      const status = input.status[row]!;
      return { time, events: status, censored: 1 - status, weight: input.weight[row]! };
    });
    const curve = weightedKaplanMeier(rows);
    expectEqualToR(curve.effectiveN, ess, "effective n");
    at.times.forEach((time, index) => {
      const read = weightedSurvivalAt(curve, time);
      expectEqualToR(read.survival, at.surv[index], `survival at ${time}`);
      expectEqualToR(read.standardError, at.seRobustIJ[index], `error at ${time}`);
      if (time > 0) expectEqualToR(read.weightAtRisk, at.nRiskWeighted[index], `at risk at ${time}`);
      // Where S is 1, R gives limits of 1, and here there are none.
      const known = read.survival !== 1;
      expectEqualToR(read.lower, known ? at.lower[index] : null, `lower at ${time}`);
      expectEqualToR(read.upper, known ? at.upper[index] : null, `upper at ${time}`);
    });
  });
});

test("of nobody there is no estimate", () => {
  const nobody = { n: 0, events: 0, weight: 0, effectiveN: null, points: [] };
  expect(weightedKaplanMeier([])).toEqual(nobody);
  expect(weightedKaplanMeier([{ time: 3, events: 0, censored: 0, weight: 2 }])).toEqual(nobody);
  expect(weightedSurvivalAt(weightedKaplanMeier([]), 5).survival).toBeNull();
});

test("after the last time it is marked as beyond follow-up, unless all have had the event", () => {
  const row = { time: 10, events: 1, censored: 0, weight: 0.3 };
  const open = weightedKaplanMeier([row, { ...row, time: 20, events: 0, censored: 1 }]);
  expect(weightedSurvivalAt(open, 20)).toMatchObject({ survival: 0.5, beyondFollowUp: false });
  expect(weightedSurvivalAt(open, 21)).toMatchObject({ survival: 0.5, beyondFollowUp: true });
  expect(weightedSurvivalAt(weightedKaplanMeier([row]), 99)).toMatchObject({
    survival: 0,
    standardError: null,
    beyondFollowUp: false,
  });
});

test("bad input is refused with place and rule, not the value", () => {
  const row = { time: 1, events: 1, censored: 0, weight: 1 };
  expect(() => weightedKaplanMeier([row, { ...row, weight: -2 }])).toThrow(
    "Weighted times, row 1: weight must be a finite number above 0.",
  );
  expect(() => weightedKaplanMeier([{ ...row, events: 0.5 }])).toThrow(
    "row 0: events must be a whole number",
  );
  expect(() => weightedSurvivalAt(weightedKaplanMeier([row]), NaN)).toThrow("time must be a finite number");
});

const count = fc.integer({ min: 0, max: 20 });
const rows: fc.Arbitrary<WeightedTimeCount[]> = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 100 }),
    events: count,
    censored: count,
    weight: fc.integer({ min: 1, max: 500 }).map((hundredths) => hundredths / 100),
  }),
  { minLength: 1, maxLength: 25 },
);

test("weights of 1 give the unweighted curve with Greenwood's error and its limits", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 120 }), (drawn, day) => {
      const plain = kaplanMeier(drawn);
      const unit = weightedKaplanMeier(drawn.map((row) => ({ ...row, weight: 1 })));
      expect(unit.points.map(({ time }) => time)).toEqual(plain.points.map(({ time }) => time));
      unit.points.forEach((point, index) => {
        const same = plain.points[index]!;
        expect(point.weightAtRisk).toBe(same.atRisk);
        for (const key of ["survival", "standardError", "lower", "upper"] as const) {
          if (same[key] === null) expect(point[key]).toBeNull();
          else expectNear(point[key] ?? NaN, same[key]);
        }
      });
      const [read, expected] = [weightedSurvivalAt(unit, day), survivalAt(plain, day)];
      expect(read.weightAtRisk).toBe(expected.atRisk);
      expect(read.beyondFollowUp).toBe(expected.beyondFollowUp);
    }),
    SEEDED,
  );
});

test("weights times a constant give the same curve and error; the effective n is at most the number of patients", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(0.01, 3, 1000), (drawn, factor) => {
      const here = weightedKaplanMeier(drawn);
      const there = weightedKaplanMeier(drawn.map((row) => ({ ...row, weight: row.weight * factor })));
      here.points.forEach((point, index) => {
        const other = there.points[index]!;
        expectNear(other.survival, point.survival);
        expectNear(other.weightAtRisk, point.weightAtRisk * factor);
        if (point.standardError === null) expect(other.standardError).toBeNull();
        else expectNear(other.standardError ?? NaN, point.standardError);
      });
      if (here.n === 0) return;
      expectNear(there.effectiveN ?? NaN, here.effectiveN ?? NaN);
      expect(here.effectiveN ?? NaN).toBeLessThanOrEqual(here.n * (1 + 1e-12));
    }),
    SEEDED,
  );
});
