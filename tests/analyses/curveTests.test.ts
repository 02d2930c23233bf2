// Tests and ratios of two curves where counts are rounded: told in steps of five patients, and not told at all where a
// step is larger than the standard error.
import { hazardRatio, logRankTest } from "../../server/src/analyses/comparison/curveTests";
import type { WeightedCounts } from "../../server/src/disclosure/mergeCurve";
import { policyOf } from "../../server/src/disclosure/policy";
import { logRank } from "../../server/src/statistics/logRank";

const [publish, internal] = [policyOf("publish"), policyOf("internal")];

/** One to nine events a week, each `times` over; nobody is weighted. */
const curve = (events: readonly number[], times: number): WeightedCounts[] =>
  events.map((count, week) => ({
    time: 7 * (week + 1),
    events: count * times,
    censored: times,
    effectiveEvents: count * times,
    effectiveCensored: times,
  }));
const slow = (times: number) => curve([2, 2, 3, 2, 1], times);
const fast = (times: number) => curve([3, 4, 2, 1, 1], times);
const END = 35;

test.each([
  [1, false],
  [20, true],
])("curves of %i times as many patients", (times, isTold) => {
  const test = logRankTest(publish, fast(times), slow(times), END);
  const ratio = hazardRatio(publish, fast(times), slow(times), END);
  expect([test.p !== null, ratio.value !== null]).toEqual([isTold, isTold]);
  // Hidden, and not for a reason of the statistic's own.
  if (!isTold) expect([test.why, ratio.why, ratio.hidden]).toEqual([null, null, "TOO_FEW"]);
  expect(hazardRatio(internal, fast(times), slow(times), END).value).toBeGreaterThan(1);
});

test("a step of five patients, with the error of the step in the test", () => {
  const exact = logRank([slow(20), fast(20)]);
  if ("notEstimable" in exact) throw new Error(exact.notEstimable);
  const difference = (exact.groups[1]?.observed ?? NaN) - (exact.groups[1]?.expected ?? NaN);
  const step = 5 * Math.round(difference / 5);
  const information = 5 * Math.round((exact.variance[1]?.[1] ?? NaN) / 5);
  const { value } = logRankTest(publish, fast(20), slow(20), END);
  expect(value).toBeCloseTo(step ** 2 / (information + 25 / 12), 9);
  expect(logRankTest(internal, fast(20), slow(20), END).value).toBeCloseTo(exact.statistic, 9);
});
