// Two competing events through the gate: no step under k, the same losses as where maintenance censors, and nothing
// that follows by subtracting the answers of one rule from those of another.
import { competingRows, curveRows } from "../../server/src/disclosure/curveRows";
import { mergeCompeting, type CompetingCounts } from "../../server/src/disclosure/mergeCompeting";
import { mergeCurve, type TimedCounts } from "../../server/src/disclosure/mergeCurve";
import { policyOf, type Policy } from "../../server/src/disclosure/policy";
import { smallestShown } from "../../server/src/disclosure/rounding";
import { aalenJohansen, incidenceAt } from "../../server/src/statistics/aalenJohansen";
import { randomFrom } from "../queries/analysisRows";

const policies = [policyOf("publish"), policyOf("internal")];
const [publish, internal] = [policyOf("publish"), policyOf("internal")];

/** What the rule that censors at maintenance counts. */
const censoring = (tally: readonly CompetingCounts[]): TimedCounts[] =>
  tally.map(({ time, events, censored, competing }) => ({ time, events, censored: censored + competing }));

const asTally = (tally: readonly CompetingCounts[]) =>
  tally.map(({ time, events, competing, censored }) => ({ time, events: [events, competing], censored }));

function randomTally(seed: number, patients: number): CompetingCounts[] {
  const random = randomFrom(seed);
  const shares = [random(), random(), random()];
  const whole = shares.reduce((sum, share) => sum + share, 0.3);
  return Array.from({ length: patients }, () => {
    const fate = random() * whole;
    const [loss = 0, maintained = 0, lost = 0] = shares;
    // Losses are seen at assessments, a fortnight apart; sessions and departures on any day.
    if (fate < loss)
      return { time: 14 * (1 + Math.floor(random() * 12)), events: 1, competing: 0, censored: 0 };
    if (fate < loss + maintained)
      return { time: 1 + Math.floor(random() * 90), events: 0, competing: 1, censored: 0 };
    const time = fate < loss + maintained + lost ? Math.floor(random() * 182) : 182;
    return { time, events: 0, competing: 0, censored: 1 };
  });
}

const tallies = (policy: Policy) =>
  Array.from({ length: 110 }, (_, seed) => randomTally(seed, policy.smallestCount + ((seed * 11) % 400)));

it.each(policies)("steps of neither event by fewer than k, and adds up, under $profile", (policy) => {
  const drawn = tallies(policy).map((tally) => mergeCompeting(policy, tally));
  expect(drawn.filter((curve) => curve !== null && curve.competing > 0).length).toBeGreaterThan(30);
  for (const curve of drawn) {
    if (curve === null) continue;
    const sum = (kind: "events" | "competing" | "censored") =>
      curve.times.reduce((total, row) => total + row[kind], 0);
    expect(sum("events") + sum("competing") + sum("censored")).toBe(curve.patients);
    expect([sum("events"), sum("competing")]).toEqual([curve.events, curve.competing]);
    let left = curve.patients;
    for (const { time, events, competing, censored } of curve.times) {
      for (const count of [events, competing])
        expect(count === 0 || count >= smallestShown(policy)).toBe(true);
      left -= events + competing + censored;
      if (time < curve.endTime && policy.roundedTo > 1)
        expect(left).toBeGreaterThanOrEqual(smallestShown(policy));
      expect((events + competing + censored) % policy.roundedTo).toBe(0);
    }
  }
});

it.each(policies)("shows the losses of the rule that censors, and no other, under $profile", (policy) => {
  const lossesOf = (curve: { times: readonly TimedCounts[] }) =>
    curve.times.filter(({ events }) => events > 0).map(({ time, events }) => ({ time, events }));
  for (const tally of tallies(policy)) {
    const curve = mergeCompeting(policy, tally);
    const censored = mergeCurve(policy, censoring(tally));
    if (curve === null) continue;
    // It may end sooner, never later.
    const losses = lossesOf(curve);
    expect(losses).toEqual(lossesOf(censored ?? { times: [] }).slice(0, losses.length));
    expect(curve.endTime).toBeLessThanOrEqual(censored?.endTime ?? NaN);
  }
});

it.each(policies)("writes rows that add up and hide what is small, under $profile", (policy) => {
  for (const tally of tallies(policy)) {
    const curve = mergeCompeting(policy, tally);
    for (const row of competingRows(policy, tally, curve, [0, 28, 56, 84, 112, 182])) {
      if (curve === null || row.time > curve.endTime) {
        expect([row.atRisk, row.events, row.competing].map(({ value }) => value)).toEqual([null, null, null]);
        continue;
      }
      const shown = [row.events, row.competing, row.censored].map(({ value }) => value ?? 0);
      expect(shown.reduce((sum, value) => sum + value, row.atRisk.value ?? NaN)).toBe(curve.patients);
      const truth = tally.reduce((sum, each) => sum + (each.time < row.time ? each.competing : 0), 0);
      if (row.competing.value === 0) expect(truth).toBe(0);
    }
  }
});

it("is the plain cumulative incidence where nothing is rounded, but for steps of k", () => {
  let read = 0;
  for (const tally of tallies(internal)) {
    const curve = mergeCompeting(internal, tally);
    if (curve === null || curve.patients < 200) continue;
    const [shown, truth] = [aalenJohansen(asTally(curve.times), 2), aalenJohansen(asTally(tally), 2)];
    for (const time of [28, 56, 84, 112].filter((each) => each <= curve.endTime))
      for (const cause of [0, 1]) {
        const error =
          (incidenceAt(shown, time).causes[cause]?.value ?? NaN) -
          (incidenceAt(truth, time).causes[cause]?.value ?? NaN);
        expect(Math.abs(error)).toBeLessThan(0.08);
        read++;
      }
  }
  expect(read).toBeGreaterThan(100);
});

it("is hidden where the censored cannot be told apart, for none as for too few where counts are rounded", () => {
  const with_ = (competing: number, censored: number): CompetingCounts[] => [
    { time: 7, events: 15, competing, censored },
    { time: 42, events: 0, competing: 0, censored: 40 },
  ];
  for (const few of [0, 1, 10]) {
    expect(mergeCompeting(publish, with_(few, 30))).toBeNull();
    expect(mergeCompeting(publish, with_(30, few))).toBeNull();
  }
  expect(mergeCompeting(publish, with_(30, 11))?.competing).toBe(30);
  expect(mergeCompeting(internal, with_(0, 30))?.competing).toBe(0);
  expect(mergeCompeting(internal, with_(30, 0))?.competing).toBe(30);
  for (const few of [1, 4]) {
    expect(mergeCompeting(internal, with_(few, 30))).toBeNull();
    expect(mergeCompeting(internal, with_(30, few))).toBeNull();
  }
});

/** So many had maintenance first, were lost, and stayed to the end. */
interface World {
  readonly maintained: number;
  readonly lost: number;
  readonly stayed: number;
}

function* worlds(most: number, policy: Policy): Generator<World> {
  for (let maintained = 0; maintained <= most; maintained++)
    for (let lost = 0; lost <= most; lost++)
      for (let more = 0; more < 24; more++)
        yield { maintained, lost, stayed: 2 * policy.smallestCount + more };
}

/**
 * What the totals say that are released by the two rules that were there before, and by the third. Days are left out:
 * they are medians of k and more, and here, where everybody leaves on a day of his own, they would tell too much.
 */
function answersOf(policy: Policy, { maintained, lost, stayed }: World): [before: string, competing: string] {
  const losses = { time: 5, events: policy.smallestCount + 4, competing: 0, censored: 0 };
  const one = (time: number, kind: "competing" | "censored"): CompetingCounts => ({
    time,
    events: 0,
    competing: 0,
    censored: 0,
    [kind]: 1,
  });
  const lostOnes = Array.from({ length: lost }, (_, at) => one(11 + 2 * at, "censored"));
  const tally = [
    losses,
    ...Array.from({ length: maintained }, (_, at) => one(10 + 2 * at, "competing")),
    ...lostOnes,
    { time: 90, events: 0, competing: 0, censored: stayed },
  ];
  // Where maintenance is ignored, these stay to the end.
  const ignoring = [losses, ...lostOnes, { ...losses, time: 90, events: 0, censored: stayed + maintained }];
  const before = [ignoring, censoring(tally)].map((each) => {
    const curve = mergeCurve(policy, each);
    const [row] = curveRows(policy, each, curve, [90]);
    return [curve?.patients, row?.atRisk.value, row?.events.value, row?.censored.value];
  });
  const curve = mergeCompeting(policy, tally);
  const [row] = competingRows(policy, tally, curve, [90]);
  const after = [
    curve?.patients,
    row?.atRisk.value,
    row?.events.value,
    row?.competing.value,
    row?.censored.value,
  ];
  return [JSON.stringify(before), JSON.stringify(after)];
}

/** To each world those that a reader of the same answers cannot tell from it. */
function alikeBy(
  answered: readonly { world: World; answers: readonly string[] }[],
  seen: (answers: readonly string[]) => string,
): (world: World) => World[] {
  const alike = new Map<string, World[]>();
  const keys = new Map(answered.map(({ world, answers }) => [world, seen(answers)]));
  for (const [world, key] of keys) alike.set(key, [...(alike.get(key) ?? []), world]);
  return (world) => alike.get(keys.get(world) ?? "") ?? [];
}

it.each([
  { policy: internal, most: 16 },
  { policy: publish, most: 24 },
])(
  "tells who subtracts one rule from another of no small count that was not told before, under $policy.profile",
  ({ policy, most }) => {
    const answered = [...worlds(most, policy)].map((world) => ({ world, answers: answersOf(policy, world) }));
    const before = alikeBy(answered, ([first = ""]) => first);
    const after = alikeBy(answered, (answers) => answers.join());
    const valuesOf = (alike: readonly World[], kind: "maintained" | "lost") =>
      new Set(alike.map((world) => world[kind])).size;
    // Worlds at the edge of those tried have neighbours beyond it.
    const isAtEdge = ({ maintained, lost, stayed }: World) =>
      Math.max(maintained, lost) > most - 5 || Math.abs(stayed - 2 * policy.smallestCount - 12) > 6;
    let asked = 0;
    for (const { world } of answered)
      for (const kind of ["maintained", "lost"] as const) {
        const few = world[kind] > 0 && world[kind] < policy.smallestCount;
        if (!few || isAtEdge(world)) continue;
        asked++;
        const [known, now] = [valuesOf(before(world), kind), valuesOf(after(world), kind)];
        // As many as a shown count stands for, or what was left before.
        expect(now).toBeGreaterThanOrEqual(Math.min(known, policy.roundedTo));
      }
    expect(asked).toBeGreaterThan(500);
  },
);
