// The difference of two curves at a time, from R's shares and standard errors of each curve.
import { kaplanMeier, type SurvivalCurve } from "../../server/src/statistics/kaplanMeier";
import { survivalDifference } from "../../server/src/statistics/survivalDifference";
import { expectEqualToR, readFixture } from "./fixture";

interface Case {
  name: string;
  input: { time: number[]; status: number[]; group: string[] };
  groups: { group: string; time: number[]; surv: number[]; seGreenwood: (number | null)[] }[];
}
const { cases } = readFixture<{ cases: Case[] }>("km_survival_pkg");
const pairs = cases.flatMap((one) => {
  const [first, second] = one.groups;
  return first === undefined || second === undefined ? [] : [{ one, first, second }];
});

function curveOf({ input }: Case, group: string): SurvivalCurve {
  const rows = input.time.flatMap((time, at) =>
    input.group[at] === group
      ? [{ time, events: input.status[at] === 1 ? 1 : 0, censored: input.status[at] === 1 ? 0 : 1 }]
      : [],
  );
  return kaplanMeier(rows);
}

/** What R's survfit has at a time: the last step at or before it. */
function read(group: Case["groups"][number], time: number) {
  const at = group.time.findLastIndex((each) => each <= time);
  return at < 0 ? { surv: 1, se: 0 } : { surv: group.surv[at] ?? NaN, se: group.seGreenwood[at] ?? 0 };
}

test("there are groups to compare", () => expect(pairs.length).toBeGreaterThan(2));

test.each(pairs.map((pair) => [pair.one.name, pair] as const))("%s, at every time of both", (name, pair) => {
  const { one, first, second } = pair;
  const [here, there] = [curveOf(one, first.group), curveOf(one, second.group)];
  const last = Math.min(Math.max(...first.time), Math.max(...second.time));
  let compared = 0;
  for (const time of [...first.time, ...second.time].filter((each) => each <= last)) {
    const [a, b] = [read(first, time), read(second, time)];
    const result = survivalDifference(here, there, time);
    if (a.surv === 1 && b.surv === 1) {
      expect(result).toEqual({ notEstimable: "NO_EVENTS" });
      continue;
    }
    if ("notEstimable" in result) throw new Error(`${name} at ${time}: ${result.notEstimable}`);
    compared++;
    expectEqualToR(result.standardError, Math.sqrt(a.se ** 2 + b.se ** 2), `${name} at ${time}, se`);
    expect(Math.abs(result.estimate - (a.surv - b.surv))).toBeLessThan(1e-12);
    const [lower, upper] = [result.lower - result.estimate, result.upper - result.estimate];
    if (result.lower > -1) expectEqualToR(lower, -1.959963984540054 * result.standardError, `${name}, lower`);
    if (result.upper < 1) expectEqualToR(upper, 1.959963984540054 * result.standardError, `${name}, upper`);
  }
  expect(compared).toBeGreaterThan(5);
});

describe("edges", () => {
  const some = kaplanMeier([
    { time: 2, events: 1, censored: 0 },
    { time: 5, events: 0, censored: 3 },
  ]);
  test("nobody, no difference", () =>
    expect(survivalDifference(some, kaplanMeier([]), 3)).toEqual({ notEstimable: "NO_PATIENTS" }));
  test("beyond what was seen, no difference", () =>
    expect(survivalDifference(some, some, 6)).toEqual({ notEstimable: "FOLLOW_UP_TOO_SHORT" }));
  test("nothing yet, nothing to compare", () =>
    expect(survivalDifference(some, some, 1)).toEqual({ notEstimable: "NO_EVENTS" }));
  test("swapping the groups turns the sign", () => {
    const other = kaplanMeier([
      { time: 1, events: 2, censored: 0 },
      { time: 5, events: 0, censored: 3 },
    ]);
    const [one, two] = [survivalDifference(some, other, 4), survivalDifference(other, some, 4)];
    if ("notEstimable" in one || "notEstimable" in two) throw new Error("both can be estimated");
    expect(one.estimate).toBe(-two.estimate);
    expect(one.lower).toBe(-two.upper);
  });
});
