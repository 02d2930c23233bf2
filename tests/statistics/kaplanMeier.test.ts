// Kaplan-Meier against survfit(conf.type = "log-log") of R's survival package, on its data sets and on edges.

import { kaplanMeier, survivalAt, type SurvivalCurve } from "../../server/src/statistics/kaplanMeier";
import { medianOf, survivalQuantile } from "../../server/src/statistics/survivalQuantile";
import { mergeTies, type TimeCount } from "../../server/src/statistics/timeTally";
import { type Expected, expectEqualToR, readFixture } from "./fixture";

interface Group {
  group: string;
  n: number;
  events: number;
  time: number[];
  nRisk: number[];
  nEvent: number[];
  nCensor: number[];
  surv: number[];
  seGreenwood: Expected[];
  lower: Expected[];
  upper: Expected[];
  at: { times: number[]; nRisk: number[]; surv: number[] };
  quantiles: { p: number[]; estimate: Expected[]; lower: Expected[]; upper: Expected[] };
}
interface Case {
  name: string;
  input: { time: number[]; status: number[]; group: (string | number)[] };
  groups: Group[];
}

function tallyOf({ input }: Case, group: string): TimeCount[] {
  return input.time.flatMap((time, row) => {
    if (String(input.group[row]) !== group) return [];
    return { time, events: input.status[row] ? 1 : 0, censored: input.status[row] ? 0 : 1 };
  });
}

const groups = ["km_edge", "km_survival_pkg"].flatMap((file) =>
  readFixture<{ cases: Case[] }>(file).cases.flatMap((one) =>
    one.groups.map((expected) => ({
      title: `${file}: ${one.name}, ${expected.group}`,
      expected,
      curve: kaplanMeier(tallyOf(one, String(expected.group))),
    })),
  ),
);

test("all 26 cases of R are here", () => {
  expect(new Set(groups.map((one) => one.title.split(",")[0])).size).toBe(26);
});

describe.each(groups)("$title", ({ expected, curve }: { expected: Group; curve: SurvivalCurve }) => {
  test("the steps, their counts, errors and limits", () => {
    expect(curve.n).toBe(expected.n);
    expect(curve.events).toBe(expected.events);
    expect(curve.points.map((point) => point.time)).toEqual(expected.time);
    expect(curve.points.map((point) => point.atRisk)).toEqual(expected.nRisk);
    expect(curve.points.map((point) => point.events)).toEqual(expected.nEvent);
    expect(curve.points.map((point) => point.censored)).toEqual(expected.nCensor);
    curve.points.forEach((point, row) => {
      expectEqualToR(point.survival, expected.surv[row], `survival at ${point.time}`);
      expectEqualToR(point.standardError, expected.seGreenwood[row], `error at ${point.time}`);
      expectEqualToR(point.lower, expected.lower[row], `lower at ${point.time}`);
      expectEqualToR(point.upper, expected.upper[row], `upper at ${point.time}`);
    });
  });

  test("the curve read between its steps", () => {
    expected.at.times.forEach((time, row) => {
      const read = survivalAt(curve, time);
      expectEqualToR(read.survival, expected.at.surv[row], `survival at ${time}`);
      expect(read.atRisk).toBe(expected.at.nRisk[row]);
    });
  });

  test("median and quartiles with their limits", () => {
    expected.quantiles.p.forEach((p, row) => {
      const quantile = survivalQuantile(curve, p);
      expectEqualToR(quantile.value, expected.quantiles.estimate[row], `quantile ${p}`);
      expectEqualToR(quantile.lower, expected.quantiles.lower[row], `lower of quantile ${p}`);
      expectEqualToR(quantile.upper, expected.quantiles.upper[row], `upper of quantile ${p}`);
      if (p === 0.5) expect(medianOf(curve)).toEqual(quantile);
    });
  });
});

describe("edges beyond the fixtures", () => {
  test("of nobody there is no estimate", () => {
    for (const curve of [kaplanMeier([]), kaplanMeier([{ time: 3, events: 0, censored: 0 }])]) {
      expect(curve).toEqual({ n: 0, events: 0, points: [] });
      expect(survivalAt(curve, 5).survival).toBeNull();
      expect(medianOf(curve)).toEqual({ value: null, lower: null, upper: null });
    }
  });

  test("before the first time S is 1; after the last it is marked as beyond follow-up", () => {
    const curve = kaplanMeier([
      { time: 10, events: 1, censored: 0 },
      { time: 20, events: 0, censored: 1 },
    ]);
    expect(survivalAt(curve, 0)).toMatchObject({ survival: 1, atRisk: 2, standardError: 0, lower: null });
    expect(survivalAt(curve, 10)).toMatchObject({ survival: 0.5, atRisk: 2, eventsBefore: 0 });
    expect(survivalAt(curve, 20)).toMatchObject({ atRisk: 1, eventsBefore: 1, beyondFollowUp: false });
    expect(survivalAt(curve, 21)).toMatchObject({ survival: 0.5, atRisk: 0, beyondFollowUp: true });
  });

  test("after the last event of all S is known to be 0", () => {
    const curve = kaplanMeier([{ time: 10, events: 2, censored: 0 }]);
    expect(survivalAt(curve, 99)).toMatchObject({ survival: 0, atRisk: 0, beyondFollowUp: false });
  });

  test("times tie across floating noise and keep the smallest", () => {
    const rows = [0.1 + 0.2, 0.3, 5].map((time) => ({ time, events: 1, censored: 0 }));
    expect(mergeTies(rows)).toEqual([
      { time: 0.3, events: 2, censored: 0 },
      { time: 5, events: 1, censored: 0 },
    ]);
  });

  test("a million courses a day do not overflow", () => {
    const curve = kaplanMeier([
      { time: 1, events: 3_000_000_000, censored: 0 },
      { time: 2, events: 3_000_000_000, censored: 3_000_000_000 },
    ]);
    expect(curve.n).toBe(9_000_000_000);
    expectEqualToR(curve.points[1]?.survival, 1 / 3, "survival at 2");
  });

  test("bad input is refused with place and rule, not the value", () => {
    const row = { time: 1, events: 1, censored: 0 };
    expect(() => kaplanMeier([row, { ...row, time: -7 }])).toThrow(
      "Time tally, row 1: time must be a finite number of 0 or more.",
    );
    expect(() => kaplanMeier([{ ...row, time: NaN }])).toThrow("row 0: time must be");
    expect(() => kaplanMeier([{ ...row, events: 1.5 }])).toThrow("row 0: events must be a whole number");
    expect(() => kaplanMeier([{ ...row, censored: -1 }])).toThrow("row 0: censored must be a whole number");
    expect(() => survivalAt(kaplanMeier([row]), Infinity)).toThrow("time must be a finite number");
    expect(() => survivalQuantile(kaplanMeier([row]), 1)).toThrow("p must be between 0 and 1");
  });
});
