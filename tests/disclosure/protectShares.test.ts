// Clinics that show a part and its whole, or nothing: attacked by a reader who knows all totals, by trying every way to
// fill what is hidden.
import { policyOf } from "../../server/src/disclosure/policy";
import { protectShares, type ShareCounts } from "../../server/src/disclosure/protectShares";
import { randomFrom } from "../queries/analysisRows";

const internal = policyOf("internal");
const publish = policyOf("publish");
const k = internal.smallestCount;
const small = (count: number): boolean => count > 0 && count < k;

/** A group that must never be shown: too small, or with too few on one side. */
const mustHide = ({ patients, events }: ShareCounts): boolean =>
  patients < k || small(events) || small(patients - events);

/** Every way in which hidden groups can divide a total, each as many as it likes. */
function divisions(groups: number, total: number): number[][] {
  if (groups === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    divisions(groups - 1, total - first).map((rest) => [first, ...rest]),
  );
}

/** Nothing is shown beside totals that may not be shown themselves. */
function areTotalsShown(groups: readonly ShareCounts[]): boolean {
  const patients = groups.reduce((sum, one) => sum + one.patients, 0);
  return !mustHide({ patients, events: groups.reduce((sum, one) => sum + one.events, 0) });
}

function randomGroups(random: () => number): ShareCounts[] {
  return Array.from({ length: 3 + Math.floor(random() * 4) }, () => {
    const patients = Math.floor(random() ** 2 * 40);
    const sides = [0, patients, Math.floor(random() * (patients + 1)), Math.floor(random() * (patients + 1))];
    return { patients, events: sides[Math.floor(random() * sides.length)] ?? 0 };
  });
}

it("shows no group that is small by itself, and never leaves one alone beside the total", () => {
  const random = randomFrom(23);
  let shown = 0;
  for (let round = 0; round < 2000; round++) {
    const groups = randomGroups(random);
    if (!areTotalsShown(groups)) continue;
    const safe = protectShares(internal, groups);
    groups.forEach((group, index) => {
      if (mustHide(group)) expect({ groups, safe: safe[index] }).toEqual({ groups, safe: false });
    });
    const hidden = groups.filter(({ patients }, index) => patients > 0 && safe[index] !== true);
    shown += groups.length - hidden.length;
    // What the hidden ones have together, of patients and on each side, is a number of k or more, or of nobody.
    for (const side of [
      (one: ShareCounts) => one.patients,
      (one: ShareCounts) => one.events,
      (one: ShareCounts) => one.patients - one.events,
    ]) {
      const together = hidden.reduce((sum, one) => sum + side(one), 0);
      if (hidden.some((one) => small(side(one))))
        expect({ groups, safe, few: small(together) }).toMatchObject({ few: false });
      if (hidden.length === 1) expect({ groups, safe, few: small(together) }).toMatchObject({ few: false });
    }
  }
  expect(shown).toBeGreaterThan(1000);
});

it("leaves a small hidden number more than one possible value", () => {
  const random = randomFrom(31);
  for (let round = 0; round < 400; round++) {
    const groups = randomGroups(random);
    if (!areTotalsShown(groups)) continue;
    const safe = protectShares(internal, groups);
    const hidden = groups.filter(({ patients }, index) => patients > 0 && safe[index] !== true);
    for (const side of [(one: ShareCounts) => one.events, (one: ShareCounts) => one.patients - one.events]) {
      const together = hidden.reduce((sum, one) => sum + side(one), 0);
      if (hidden.length === 0 || hidden.length > 3 || together > 60) continue;
      const worlds = divisions(hidden.length, together);
      hidden.forEach((one, index) => {
        if (!small(side(one))) return;
        const values = new Set(worlds.map((world) => world[index]));
        expect({ groups, safe, values: values.size > 1 }).toMatchObject({ values: true });
      });
    }
  }
});

it("protects beside those of no known clinic, who are in the totals", () => {
  const two = [
    { patients: 60, events: 30 },
    { patients: 80, events: 40 },
  ];
  expect(protectShares(internal, two)).toEqual([true, true]);
  // Four of no clinic would follow as what is left: a clinic is hidden with them.
  expect(protectShares(internal, [{ patients: 4, events: 2, isRest: true }, ...two])).toEqual([
    false,
    false,
    true,
  ]);
  expect(protectShares(internal, [{ patients: 40, events: 20, isRest: true }, ...two])).toEqual([
    true,
    true,
    true,
  ]);
});

it("tells clinics of nobody from none, and those of a few from them by no other clinic where counts are rounded", () => {
  const others = [120, 90, 200, 75].map((patients) => ({ patients, events: Math.round(patients / 2) }));
  const beside = (patients: number) => protectShares(publish, [{ patients, events: 0 }, ...others]);
  expect(beside(0)).toEqual([false, true, true, true, true]);
  expect(protectShares(publish, [])).toEqual([]);
  // One hidden clinic with events of its own would follow from the totals within their roundings: another is hidden.
  expect(beside(9).filter(Boolean)).toHaveLength(3);
});
