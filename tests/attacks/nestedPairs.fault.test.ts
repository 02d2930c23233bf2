// A, and A without one patient: over everyone, through every dimension and their combinations, also as groups, and at
// late visits. The counts are exact, so that rounding hides no leak of the rule. Nobody is isolated.
import type { Cohort } from "@afterglow/shared";
import type { Door } from "../api/door";
import { behind } from "./behind";
import { claimsOf, isolatedBy } from "./claims";
import { load } from "../load";
import { keyOf } from "./askCohorts";
import { type Universe } from "./people";
import { planPairs, type Pair } from "./planPairs";
import { exactPublish, internal, openGate } from "./policies";
import { openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

const cohortsOf = (pairs: readonly Pair[]): Cohort[] => [
  ...new Map(
    pairs.flatMap(({ smaller, larger }) => [smaller, larger]).map((each) => [keyOf(each), each]),
  ).values(),
];

async function isolated(door: Door, pairs: readonly Pair[], universe: Universe, k: number) {
  const { sets, unexplained } = await claimsOf(door, registry.people, cohortsOf(pairs), universe, k);
  return { ...isolatedBy(sets, k), sets: sets.length, unexplained };
}

const universes: readonly Universe[] = ["TREATED", "CASE", "LATER_SCORE", "W4", "W12", "W26"];
const cases = [
  { profile: "publish, with exact counts", policy: exactPublish },
  { profile: "internal", policy: internal },
];

for (const { profile, policy } of cases)
  for (const universe of universes)
    load(
      {
        load: `A, then A without a few, of ${universe}, against ${profile}: patients`,
        times: { short: 30, long: 10_000 },
        passes: "nobody stands between two answers that are 1 to k - 1 apart",
      },
      async ({ times }) => {
        const k = policy.smallestCount;
        const pairs = planPairs(registry.people, { universe, k, each: 1, most: times });
        const targets = new Set(pairs.map(({ target }) => target)).size;
        const { few, alone, sets, unexplained } = await behind(registry.database, policy, (door) =>
          isolated(door, pairs, universe, k),
        );
        const reached = `${alone.size} isolated, ${few.size} in a set of 1 to ${k - 1}; ${sets} answers`;
        tell({
          attack: "A, then A without a few",
          against: profile,
          targets: `${targets} patients in ${universe}`,
          reached,
        });
        expect(targets).toBeGreaterThan(20);
        expect(sets).toBeGreaterThan(10);
        expect(unexplained).toBe(0);
        expect([...few]).toEqual([]);
        return `${targets} patients: ${reached}`;
      },
    );

test("nor by two people, one before and one after a restart", async () => {
  const { people, database } = registry;
  const k = exactPublish.smallestCount;
  const pairs = planPairs(people, { universe: "TREATED", k, each: 1, most: 120 });
  const half = (side: "larger" | "smaller") =>
    behind(database, exactPublish, (door) =>
      claimsOf(
        door,
        people,
        pairs.map((pair) => pair[side]),
        "TREATED",
        k,
      ),
    );
  const [before, after] = [await half("larger"), await half("smaller")];
  const { few } = isolatedBy([...before.sets, ...after.sets], k);
  tell({
    attack: "A, then A without a few",
    against: "publish, with exact counts; two people, and a restart between",
    targets: `${new Set(pairs.map(({ target }) => target)).size} patients in TREATED`,
    reached: `${few.size} in a set of 1 to 10`,
  });
  expect(before.sets.length).toBeGreaterThan(20);
  expect([...few]).toEqual([]);
}, 120_000);

test("the attack works where small counts are hidden and nothing else is done", async () => {
  const k = 11;
  const pairs = planPairs(registry.people, { universe: "TREATED", k, each: 1, most: 120 });
  const { few } = await behind(registry.database, openGate, (door) => isolated(door, pairs, "TREATED", k));
  const targets = new Set(pairs.map(({ target }) => target));
  const caught = [...targets].filter((target) => few.has(target)).length;
  tell({
    attack: "A, then A without a few",
    against: "suppression of counts under 11, and no neighbour rule",
    targets: `${targets.size} patients in TREATED`,
    reached: `${caught} isolated with at most 10`,
  });
  expect(caught).toBeGreaterThan(0.9 * targets.size);
}, 240_000);
