// One cell at the edge, in both profiles: k - 1, k, k + 1, none and all; what is shown of a count, a part and a chain.
import { boundedShare, denominator, judgePart } from "../../server/src/disclosure/cells";
import { gateChain } from "../../server/src/disclosure/chain";
import { policyOf } from "../../server/src/disclosure/policy";
import { roundCount, roundMean } from "../../server/src/disclosure/rounding";

const publish = policyOf("publish");
const internal = policyOf("internal");

it.each([
  [publish, 0, null],
  [publish, 1, null],
  [publish, 10, null],
  [publish, 11, 10],
  [publish, 12, 10],
  [publish, 13, 15],
  [publish, 17, 15],
  [publish, 18, 20],
  [internal, 0, null],
  [internal, 4, null],
  [internal, 5, 5],
  [internal, 6, 6],
])("shows a denominator under %o of %i as %p", (policy, patients, value) => {
  expect(denominator(policy, patients)).toEqual({ value, hidden: value === null ? "TOO_FEW" : null });
});

it.each([
  [internal, 0, 100, "SHOWN"],
  [internal, 4, 100, "FEW"],
  [internal, 5, 100, "SHOWN"],
  [internal, 95, 100, "SHOWN"],
  [internal, 96, 100, "MANY"],
  [internal, 100, 100, "SHOWN"],
  [internal, 2, 4, "FEW"],
  [publish, 10, 1000, "FEW"],
  [publish, 11, 1000, "SHOWN"],
  [publish, 989, 1000, "SHOWN"],
  [publish, 990, 1000, "MANY"],
  [publish, 0, 1000, "SHOWN"],
  [publish, 1000, 1000, "SHOWN"],
  // On a small denominator nobody looks like a few, and everybody like all but a few.
  [publish, 0, 100, "FEW"],
  [publish, 100, 100, "MANY"],
] as const)("judges under %o: %i of %i is %s", (policy, part, whole, verdict) => {
  expect(judgePart(policy, part, whole)).toBe(verdict);
});

it("gives the same bound for none and for too few, and one that is always true", () => {
  for (let whole = 11; whole < 300; whole++) {
    for (let part = 0; part <= whole; part++) {
      const verdict = judgePart(publish, part, whole);
      if (verdict === "SHOWN") continue;
      const share = boundedShare(publish, verdict, whole);
      if (share.value === null) continue;
      if (share.bound === "UNDER") expect(part / whole).toBeLessThan(share.value);
      else expect(part / whole).toBeGreaterThan(share.value);
    }
  }
  expect(boundedShare(publish, "FEW", 100)).toEqual(boundedShare(publish, "FEW", 101));
});

it("hides a step of a chain that lies 1 to k - 1 under the last shown one", () => {
  const steps = gateChain(internal, [50, 50, 47, 44, 39, 4]);
  expect(steps.map(({ hidden }) => hidden)).toEqual([null, null, "PROTECTS_ANOTHER", null, null, "TOO_FEW"]);
  expect(steps.map(({ lost }) => lost)).toEqual([null, 0, null, null, 5, null]);
  expect(gateChain(publish, [30], 40)[0]?.hidden).toBe("PROTECTS_ANOTHER");
  expect(gateChain(publish, [29], 40)[0]?.hidden).toBeNull();
});

it("leaves every true n possible behind a mean", () => {
  for (const shown of [15, 50, 100, 400]) {
    const alike = Array.from({ length: 5 }, (_, index) => shown - 2 + index);
    let told = 0;
    for (let sum = 8 * shown; sum < 12 * shown; sum++) {
      const mean = roundMean(publish, shown, sum / shown);
      const possible = alike.filter((n) => {
        const near = Math.round(mean * n);
        return [near - 1, near, near + 1].some((each) => roundMean(publish, shown, each / n) === mean);
      });
      if (possible.length === 1) told++;
    }
    expect(told).toBe(0);
  }
  expect(roundMean(internal, 15, 1 / 3)).toBe(1 / 3);
  expect(Object.is(roundMean(publish, 15, -0.01), 0)).toBe(true);
});

it("never rounds a count that may be shown below the smallest shown", () => {
  for (let count = 11; count < 200; count++) expect(roundCount(publish, count)).toBeGreaterThanOrEqual(10);
});

it("knows two profiles and no other", () => {
  expect([publish.smallestCount, publish.roundedTo]).toEqual([11, 5]);
  expect([internal.smallestCount, internal.roundedTo]).toEqual([5, 1]);
  expect(internal.sentence).toContain("no protection against a member of the team");
  expect(() => policyOf("off" as "publish")).toThrow("publish, internal");
});
