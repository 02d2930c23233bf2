// Every one- and two-way table of some pairs of dimensions, with all complements and the total, solved for the small cells:
// which are found exactly, and of which is it certain that somebody is in them?
import { everyone, type Cohort, type DimensionName } from "@afterglow/shared";
import type { Policy } from "../../server/src/disclosure/policy";
import type { Door } from "../api/door";
import { load } from "../load";
import { askCohorts, keyOf } from "./askCohorts";
import { behind } from "./behind";
import { isIn } from "./people";
import { cellsOf } from "./planPairs";
import { exactPublish, internal, openGate, publish } from "./policies";
import { openRegistry, type Registry } from "./registry";
import { aboutWhom, sourcesOf, type Told } from "./sources";
import { bounded, determined, type Sum } from "./solveTables";
import { tell } from "./tell";

const tables: readonly (readonly [DimensionName, DimensionName])[] = [
  ["condition", "modality"],
  ["condition", "sex"],
  ["modality", "psychotherapy"],
  ["protocol", "setting"],
  ["condition", "priorEct"],
];

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

const codesOf = (name: DimensionName): string[] =>
  cellsOf(registry.people)
    .filter(({ dimension }) => dimension.name === name)
    .map(({ code }) => code);

/** Each category alone, all but each, and any. */
const choicesOf = (codes: readonly string[]): (readonly string[] | undefined)[] => [
  undefined,
  ...codes.map((code) => [code]),
  ...codes.map((code) => codes.filter((other) => other !== code)),
];

function cohortsOf([first, second]: readonly [DimensionName, DimensionName]): Cohort[] {
  const others = choicesOf(codesOf(second));
  return choicesOf(codesOf(first)).flatMap((one) =>
    others.map((other): Cohort => ({ ...everyone, [first]: one, [second]: other })),
  );
}

/** What is shown, as sums of the table's cells. */
async function sumsOf(door: Door, policy: Policy, [first, second]: readonly [DimensionName, DimensionName]) {
  const [treated] = sourcesOf.TREATED;
  if (treated === undefined) throw new Error("Nothing tells of those treated");
  const cohorts = cohortsOf([first, second]);
  const told = await askCohorts<Told>(door, cohorts, treated.selection);
  const cells = codesOf(first).flatMap((one) => codesOf(second).map((other) => [one, other] as const));
  const half = Math.floor(policy.roundedTo / 2);
  const sums = cohorts.flatMap((cohort): Sum[] => {
    const answer = told.get(keyOf(cohort));
    const size = answer === undefined ? null : treated.size(answer);
    if (answer === undefined || size === null) return [];
    const about = aboutWhom(cohort, treated.notApplied(answer));
    const own = cells.flatMap(([one, other], at) =>
      (about[first]?.includes(one) ?? true) && (about[second]?.includes(other) ?? true) ? [at] : [],
    );
    return [{ cells: own, least: Math.max(size - half, policy.smallestCount), most: size + half }];
  });
  const truth = cells.map(
    ([one, other]) =>
      registry.people.filter((person) => isIn({ ...everyone, [first]: [one], [second]: [other] }, person))
        .length,
  );
  return { sums, truth };
}

/** Of the first `few` tables. */
async function attack(policy: Policy, k: number, few: number) {
  const found = { small: 0, single: 0, solved: 0, solvedSingle: 0, someoneCertain: 0 };
  await behind(registry.database, policy, async (door) => {
    for (const table of tables.slice(0, few)) {
      const { sums, truth } = await sumsOf(door, policy, table);
      const exactly = policy.roundedTo === 1 ? determined(sums, truth.length) : new Set<number>();
      const bounds = bounded(sums, truth.length);
      truth.forEach((count, at) => {
        if (count < 1 || count >= k) return;
        const { least = 0, most = Infinity } = bounds[at] ?? {};
        const isSolved = exactly.has(at) || least === most;
        found.small += 1;
        if (count === 1) found.single += 1;
        if (isSolved) found.solved += 1;
        if (isSolved && count === 1) found.solvedSingle += 1;
        if (isSolved || least > 0) found.someoneCertain += 1;
      });
    }
  });
  return found;
}

const line = ({
  small,
  single,
  solved,
  solvedSingle,
  someoneCertain,
}: Awaited<ReturnType<typeof attack>>) => ({
  targets: `${small} cells of 1 to k - 1, ${single} of one patient alone`,
  reached: `${solved} solved, ${solvedSingle} of the single ones; somebody certain in ${someoneCertain}`,
});
const name = "One- and two-way tables, complements and totals, solved for small cells";

const times = { short: 2, long: tables.length };

load(
  {
    load: `${name}, against publish: tables`,
    times: { short: tables.length, long: tables.length },
    passes: "no small cell is solved",
  },
  async () => {
    const found = await attack(publish, 11, tables.length);
    tell({ attack: name, against: "publish", ...line(found) });
    expect(found.small).toBeGreaterThan(20);
    expect(found.solved).toBe(0);
    return `${line(found).targets}: ${line(found).reached}`;
  },
);

load(
  {
    load: `${name}, where counts are exact, which no profile promises to withstand: tables`,
    times,
    passes: "not every small cell is solved",
  },
  async ({ times: few }) => {
    const [exact, team] = [await attack(exactPublish, 11, few), await attack(internal, 5, few)];
    tell({ attack: name, against: "publish, with exact counts", ...line(exact) });
    tell({ attack: `${name}; no protection is promised`, against: "internal", ...line(team) });
    expect(team.small).toBeGreaterThan(10);
    expect(team.solved).toBeLessThan(team.small);
    return `internal: ${line(team).targets}: ${line(team).reached}`;
  },
);

load(
  { load: `${name}, where nothing is hidden: tables`, times, passes: "the attack works: each is solved" },
  async ({ times: few }) => {
    const found = await attack(openGate, 11, few);
    expect(found.solved).toBe(found.small);
    return line(found).reached;
  },
);
