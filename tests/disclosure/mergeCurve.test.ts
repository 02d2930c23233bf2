// Merged curves: no step under k, nothing under the axis that the curve hides, the same every time.
import { curveRows } from "../../server/src/disclosure/curveRows";
import { mergeCurve, type TimedCounts } from "../../server/src/disclosure/mergeCurve";
import { policyOf, type Policy } from "../../server/src/disclosure/policy";
import { roundCount, smallestShown } from "../../server/src/disclosure/rounding";
import { kaplanMeier, survivalAt } from "../../server/src/statistics/kaplanMeier";
import { randomFrom } from "../queries/analysisRows";

const policies = [policyOf("publish"), policyOf("internal")];
const ticks = [0, 7, 14, 21, 28, 35, 42];

function randomTally(seed: number, patients: number): TimedCounts[] {
  const random = randomFrom(seed);
  const days = new Map<number, { events: number; censored: number }>();
  const [eventShare, early] = [random(), 1 + random() * 3];
  for (let patient = 0; patient < patients; patient++) {
    const time = Math.floor(random() ** early * 43);
    const day = days.get(time) ?? { events: 0, censored: 0 };
    if (time > 0 && random() < eventShare) day.events++;
    else day.censored++;
    days.set(time, day);
  }
  return [...days].map(([time, counts]) => ({ time, ...counts }));
}

const tallies = (policy: Policy) =>
  Array.from({ length: 120 }, (_, seed) => ({
    policy,
    tally: randomTally(seed, policy.smallestCount + ((seed * 7) % 200)),
  }));

it.each(policies)("never steps by fewer than k under $profile", (policy) => {
  for (const { tally } of tallies(policy)) {
    const curve = mergeCurve(policy, tally);
    if (curve === null) continue;
    const total = tally.reduce((sum, row) => sum + row.events + row.censored, 0);
    expect(curve.patients).toBe(roundCount(policy, total));
    const counted = curve.times.reduce((sum, row) => sum + row.events + row.censored, 0);
    expect(counted).toBe(curve.patients);
    let left = curve.patients;
    for (const { time, events, censored } of curve.times) {
      if (events > 0) expect(events).toBeGreaterThanOrEqual(smallestShown(policy));
      left -= events + censored;
      if (time < curve.endTime && policy.roundedTo > 1)
        expect(left).toBeGreaterThanOrEqual(smallestShown(policy));
      expect((events + censored) % policy.roundedTo).toBe(0);
    }
    const trulyLeft = tally.reduce(
      (sum, row) => sum + (row.time >= curve.endTime ? row.events + row.censored : 0),
      0,
    );
    expect(trulyLeft).toBeGreaterThanOrEqual(policy.smallestCount);
  }
});

it.each(policies)("writes rows that add up and hide what is small under $profile", (policy) => {
  for (const { tally } of tallies(policy)) {
    const curve = mergeCurve(policy, tally);
    const rows = curveRows(policy, tally, curve, ticks);
    let before = { events: 0, censored: 0 };
    for (const { time, atRisk, events, censored } of rows) {
      if (curve === null || time > curve.endTime) {
        expect([atRisk.value, events.value, censored.value]).toEqual([null, null, null]);
        continue;
      }
      expect((atRisk.value ?? NaN) + (events.value ?? 0) + (censored.value ?? 0)).toBe(curve.patients);
      for (const kind of ["events", "censored"] as const) {
        const value = (kind === "events" ? events : censored).value;
        const truth = tally.reduce((sum, row) => sum + (row.time < time ? row[kind] : 0), 0);
        if (value === 0) expect(truth).toBe(0);
        if (value === null) continue;
        const more = value - before[kind];
        expect(more === 0 || more >= Math.min(smallestShown(policy), policy.roundedTo)).toBe(true);
        before = { ...before, [kind]: value };
      }
    }
  }
});

/** Weekly assessments; six in ten respond, half of them within 12 days; the rest are seen to the end or drop out. */
function plausibleTally(seed: number, patients: number): TimedCounts[] {
  const random = randomFrom(seed);
  return Array.from({ length: patients }, () => {
    const week = (days: number): number => Math.min(42, 7 * Math.ceil(days / 7) - Math.floor(random() * 3));
    const event = random() < 0.6 ? week(-17 * Math.log(1 - random()) + 0.1) : Infinity;
    const last = random() < 0.3 ? week(42 * random() + 0.1) : 42;
    return { time: Math.min(event, last), events: event <= last ? 1 : 0, censored: event <= last ? 0 : 1 };
  });
}

it("stays near the true curve", () => {
  const policy = policyOf("publish");
  for (const [patients, most] of [
    [100, 0.06],
    [400, 0.015],
  ] as const) {
    let error = 0;
    let read = 0;
    for (let seed = 0; seed < 40; seed++) {
      const tally = plausibleTally(seed, patients);
      const merged = mergeCurve(policy, tally);
      if (merged === null) continue;
      const [shown, truth] = [kaplanMeier(merged.times), kaplanMeier(tally)];
      for (let day = 1; day <= merged.endTime; day++) {
        error += Math.abs((survivalAt(shown, day).survival ?? 0) - (survivalAt(truth, day).survival ?? 0));
        read++;
      }
    }
    expect(error / read).toBeLessThan(most);
  }
});

it("is hidden for none as for too few where counts are rounded, and drawn flat where not", () => {
  const flat = (events: number): TimedCounts[] => [
    { time: 7, events, censored: 0 },
    { time: 42, events: 0, censored: 40 },
  ];
  const [publish, internal] = [policyOf("publish"), policyOf("internal")];
  for (const events of [0, 1, 10]) expect(mergeCurve(publish, flat(events))).toBeNull();
  expect(mergeCurve(publish, flat(11))?.events).toBe(10);
  expect(mergeCurve(internal, flat(0))?.events).toBe(0);
  expect(mergeCurve(internal, flat(4))).toBeNull();
  expect(curveRows(publish, flat(0), null, ticks)).toEqual(curveRows(publish, flat(10), null, ticks));
});

it("says the same in the same bytes, in whatever order the counts come", () => {
  const tally = randomTally(3, 150);
  const once = JSON.stringify(mergeCurve(policyOf("publish"), tally));
  expect(JSON.stringify(mergeCurve(policyOf("publish"), [...tally].reverse()))).toBe(once);
});
