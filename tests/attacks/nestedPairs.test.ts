// A, and A without one patient: over everyone, through every dimension and their combinations, also as groups, and at
// late visits. The counts are exact, so that rounding hides no leak of the rule.
import type { Cohort } from "@afterglow/shared";
import type { Door } from "../api/door";
import { behind } from "./behind";
import { askGroupSizes, askSizes, claimedSets, groupedBy, isolatedBy } from "./claims";
import { keyOf } from "./askCohorts";
import { type Universe } from "./people";
import { planPairs, type Pair } from "./planPairs";
import { openGate } from "./policies";
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

/** `k`: what the attacker hides from themselves, as suppression alone would. */
async function isolated(door: Door, pairs: readonly Pair[], universe: Universe, k: number) {
  const cohorts = cohortsOf(pairs);
  const asGroups =
    universe === "TREATED" || universe === "LATER_SCORE"
      ? []
      : cohorts.filter((cohort, at) => at % 2 === 0 && groupedBy(cohort) !== null);
  const asFilters = cohorts.filter((cohort) => !asGroups.includes(cohort));
  const sizes = new Map([
    ...(await askSizes(door, asFilters, universe)),
    ...(await askGroupSizes(door, asGroups, universe)),
  ]);
  const shown = new Map([...sizes].map(([key, size]) => [key, size !== null && size < k ? null : size]));
  return isolatedBy(claimedSets(registry.people, cohorts, shown, universe), k);
}

test("the attack works where small counts are hidden and nothing else is done", async () => {
  const k = 11;
  const pairs = planPairs(registry.people, { universe: "TREATED", k, each: 1 }).filter(
    (_, at) => at % 4 === 0,
  );
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
