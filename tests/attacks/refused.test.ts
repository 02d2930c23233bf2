// Hidden for being few, hidden for being nobody, and refused: can they be told apart by text, status, headers or time?
import { everyone, type Cohort } from "@afterglow/shared";
import type { Door } from "../api/door";
import { inputOf } from "./askCohorts";
import { behind } from "./behind";
import { cellsOf } from "./planPairs";
import { openGate, publish } from "./policies";
import { attacked, openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

const OF_EACH = 60;
const query = `query ($where: CohortInput) { cohort(release: "${attacked}", where: $where) {
  patients { value hidden } flow(outcome: { measure: PHQ9 }) { steps { step patients { value hidden } } }
  onset(outcome: { measure: PHQ9 }) { groups { patients { value hidden } curve { time share } median { value hidden } } }
  sideEffects { groups { exposed { value hidden } } } } }`;

let registry: Registry;
let cohorts: { few: Cohort[]; nobody: Cohort[] };
beforeAll(async () => {
  registry = await openRegistry();
  cohorts = cohortsOf();
});
afterAll(() => registry.drop());

/** Two categories that few patients have together, or none. */
function cohortsOf() {
  const { people } = registry;
  const cells = cellsOf(people).filter(({ dimension }) => dimension.grammar === "set");
  const [few, nobody]: [Cohort[], Cohort[]] = [[], []];
  cells.forEach((one, at) =>
    cells.slice(at + 1).forEach((other) => {
      if (one.dimension.name === other.dimension.name) return;
      const size = one.set.shared(other.set);
      const cohort = { ...everyone, [one.dimension.name]: [one.code], [other.dimension.name]: [other.code] };
      if (size === 0) nobody.push(cohort);
      else if (size < 11) few.push(cohort);
    }),
  );
  const spread = (all: Cohort[]) => all.filter((_, at) => at % Math.ceil(all.length / OF_EACH) === 0);
  return { few: spread(few), nobody: spread(nobody) };
}

interface Told {
  readonly told: string;
  /** Milliseconds. */
  readonly took: number;
}

async function askFor({ ask }: Door, cohort: Cohort): Promise<Told> {
  const began = performance.now();
  const { status, headers, text } = await ask(query, { where: inputOf(cohort) });
  const took = performance.now() - began;
  // Of each answer anew, whatever is asked: the date, how many requests are left, and a nonce drawn by lot.
  const kept = Object.entries(headers).filter(([name]) => name !== "date" && !name.startsWith("ratelimit"));
  const told = JSON.stringify([status, kept, text]).replaceAll(/'nonce-[^']*'/g, "'nonce'");
  return { told, took };
}

/** Asked by turns, so that a slow minute slows both. */
async function byTurns(door: Door) {
  const [few, nobody]: [Told[], Told[]] = [[], []];
  for (let at = 0; at < Math.max(cohorts.few.length, cohorts.nobody.length); at++) {
    const [one, other] = [cohorts.few[at], cohorts.nobody[at]];
    if (one !== undefined) few.push(await askFor(door, one));
    if (other !== undefined) nobody.push(await askFor(door, other));
  }
  return { few, nobody };
}

/** How often the longer time is that of the few: a half is no better than chance. */
function oftenLonger(few: readonly Told[], nobody: readonly Told[]): number {
  const pairs = few.flatMap((one) => nobody.map((other) => one.took > other.took));
  return pairs.filter(Boolean).length / pairs.length;
}

test("few and nobody are told alike", async () => {
  const { few, nobody } = await behind(registry.database, publish, byTurns);
  const distinct = new Set([...few, ...nobody].map(({ told }) => told));
  const longer = oftenLonger(few.slice(5), nobody.slice(5));
  tell({
    attack: "Few told from nobody, by text, status, headers and time",
    against: "publish",
    targets: `${few.length} cohorts of 1 to 10, ${nobody.length} of nobody`,
    reached: `${distinct.size - 1} told apart; the few take longer in ${Math.round(100 * longer)} of 100 pairs (50: chance)`,
  });
  expect(Math.min(few.length, nobody.length)).toBeGreaterThan(20);
  expect(distinct.size).toBe(1);
});

test("what is refused says which rule, and is the same whoever is there", async () => {
  const answers = await behind(registry.database, publish, ({ ask }) =>
    Promise.all(
      [{ clinic: "99" }, { clinic: "99", condition: ["PANIC"] }, { clinic: "99", condition: ["TRD"] }].map(
        (where) => ask(query, { where }),
      ),
    ),
  );
  const told = new Set(answers.map(({ status, errors }) => JSON.stringify([status, errors[0]?.message])));
  expect(told.size).toBe(1);
  expect(answers[0]?.status).toBe(400);
  expect(answers[0]?.errors[0]?.message).toContain("clinic: ");
});

test("the attack works where nothing is hidden", async () => {
  const { few, nobody } = await behind(registry.database, openGate, byTurns);
  const apart = few.filter((one) => nobody.every((other) => other.told !== one.told)).length;
  // The rule still stands there, and gives some of them up as filters that set nobody apart.
  expect(apart).toBeGreaterThan(0.2 * few.length);
});
