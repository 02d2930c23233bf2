// Aalen-Johansen against survfit of R's survival package with several states, on its data sets and on edges.

import {
  aalenJohansen,
  incidenceAt,
  type IncidenceCurves,
  type IncidenceEstimate,
} from "../../server/src/statistics/aalenJohansen";
import type { CompetingCount } from "../../server/src/statistics/competingTally";
import { type Expected, expectEqualToR, readFixture } from "./fixture";

type ByState = Record<string, Expected[]>;
interface Group {
  group: string;
  n: number;
  states: string[];
  time: number[];
  pstate: ByState;
  se: ByState;
  at: { times: number[]; nRisk: number[]; pstate: ByState };
  logLog: Record<string, { lower: Expected[]; upper: Expected[] }>;
}
interface Case {
  name: string;
  input: { time: number[]; cause: string[]; group: string[] };
  groups: Group[];
}

function tallyOf({ input }: Case, { group, states }: Group): CompetingCount[] {
  const causes = states.slice(1);
  return input.time.flatMap((time, row) => {
    if (input.group[row] !== group) return [];
    const events = causes.map((cause) => (input.cause[row] === cause ? 1 : 0));
    return { time, events, censored: input.cause[row] === "censor" ? 1 : 0 };
  });
}

const groups = readFixture<{ cases: Case[] }>("cif_competing").cases.flatMap((one) =>
  one.groups.map((expected) => ({
    title: `${one.name}, ${expected.group}`,
    expected,
    curves: aalenJohansen(tallyOf(one, expected), expected.states.length - 1),
  })),
);

test("all 5 groups of R's 4 cases are here", () => {
  expect(groups).toHaveLength(5);
});

/** R's name of a state, and where it stands in ours. */
const statesOf = ({ states }: Group) =>
  states.map((state, index) => ({
    name: index === 0 ? "eventFree" : state,
    read: (of: { eventFree: IncidenceEstimate; causes: readonly IncidenceEstimate[] }) =>
      index === 0 ? of.eventFree : of.causes[index - 1],
  }));

describe.each(groups)("$title", ({ expected, curves }: { expected: Group; curves: IncidenceCurves }) => {
  test("the share in each state and its error, at every time", () => {
    expect(curves.n).toBe(expected.n);
    expect(curves.points.map(({ time }) => time)).toEqual(expected.time);
    for (const { name, read } of statesOf(expected))
      curves.points.forEach((point, row) => {
        const own = read(point);
        expectEqualToR(own?.value, expected.pstate[name]?.[row], `${name} at ${point.time}`);
        expectEqualToR(own?.standardError, expected.se[name]?.[row], `error of ${name} at ${point.time}`);
      });
  });

  test("the curves read at a time, with log-log limits", () => {
    const first = expected.time[0] ?? NaN;
    expected.at.times.forEach((time, row) => {
      const at = incidenceAt(curves, time);
      expect(at.atRisk).toBe(expected.at.nRisk[row]);
      for (const { name, read } of statesOf(expected)) {
        const own = read(at);
        const limits = expected.logLog[name];
        expectEqualToR(own?.value, expected.at.pstate[name]?.[row], `${name} at ${time}`);
        // Before the first time R writes limits of 0 and 0 for want of any, even of a share of 1.
        const [lower, upper] = time < first ? [null, null] : [limits?.lower[row], limits?.upper[row]];
        if (time < first) expect([limits?.lower[row], limits?.upper[row]]).toEqual([0, 0]);
        expectEqualToR(own?.lower, lower, `lower of ${name} at ${time}`);
        expectEqualToR(own?.upper, upper, `upper of ${name} at ${time}`);
      }
    });
  });
});

describe("edges beyond the fixtures", () => {
  test("of nobody there is no share", () => {
    for (const curves of [
      aalenJohansen([], 2),
      aalenJohansen([{ time: 3, events: [0, 0], censored: 0 }], 2),
    ]) {
      expect(curves).toEqual({ n: 0, events: [0, 0], points: [] });
      const none = { value: null, standardError: null, lower: null, upper: null };
      expect(incidenceAt(curves, 5)).toEqual({ time: 5, atRisk: 0, eventFree: none, causes: [none, none] });
    }
  });

  test("where all have had an event, nobody is left and the causes' shares are plain ones", () => {
    const curves = aalenJohansen([{ time: 10, events: [3, 1], censored: 0 }], 2);
    const { eventFree, causes } = incidenceAt(curves, 10);
    expect(eventFree).toEqual({ value: 0, standardError: 0, lower: null, upper: null });
    expect(causes.map(({ value }) => value)).toEqual([0.75, 0.25]);
  });

  test("a million courses a day do not overflow", () => {
    const curves = aalenJohansen(
      [
        { time: 1, events: [3_000_000_000, 0], censored: 0 },
        { time: 2, events: [0, 3_000_000_000], censored: 3_000_000_000 },
      ],
      2,
    );
    expect(curves.n).toBe(9_000_000_000);
    expectEqualToR(curves.points[1]?.causes[1]?.value, 1 / 3, "second cause at 2");
  });

  test("bad input is refused with place and rule, not the value", () => {
    const row = { time: 1, events: [1, 0], censored: 0 };
    expect(() => aalenJohansen([row, { ...row, time: -7 }], 2)).toThrow("row 1: time must be");
    expect(() => aalenJohansen([row, { ...row, events: [1] }], 2)).toThrow(
      "Competing tally, row 1: events must hold one count a cause.",
    );
    expect(() => aalenJohansen([{ ...row, events: [2, -1] }], 2)).toThrow("row 0: events must be whole");
    expect(() => aalenJohansen([{ ...row, censored: 0.5 }], 2)).toThrow("row 0: censored must be a whole");
    expect(() => aalenJohansen([], 0)).toThrow("causes must be a whole number of 1 or more");
    expect(() => incidenceAt(aalenJohansen([row], 2), NaN)).toThrow("time must be a finite number");
  });
});
