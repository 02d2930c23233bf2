// A comparison as a way round: does an arm say more than its cohort says alone? Every number of an arm at a visit is the
// one that the cohort alone is given, or hidden; and a contrast has no number where an arm has none.
import { everyone, type Cohort } from "@afterglow/shared";
import type { Policy } from "../../server/src/disclosure/policy";
import type { Door } from "../api/door";
import { askCohorts, inputOf, keyOf } from "./askCohorts";
import { behind } from "./behind";
import { cellsOf } from "./planPairs";
import { internal, publish } from "./policies";
import { attacked, openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

interface Number_ {
  readonly value: number | null;
}
interface Alone {
  readonly patients: Number_;
  readonly missingData: { readonly groups: readonly { readonly received: { readonly patients: Number_ } }[] };
}
interface Arm {
  readonly letter: string;
  readonly patients: Number_;
  readonly estimate: Number_;
}
interface Compared {
  readonly cohorts: readonly { readonly letter: string; readonly patients: Number_ }[];
  readonly effects: {
    readonly rows: readonly {
      readonly unadjusted: readonly Arm[];
      readonly contrasts: readonly { readonly unadjusted: { readonly difference: Number_ } }[];
    }[];
  };
}

const alone =
  "patients { value } missingData(outcome: { measure: PHQ9 }, visit: W4) { groups { received { patients { value } } } }";
const question = `query ($a: CohortInput, $b: CohortInput) {
  comparison(release: "${attacked}", cohorts: [{ where: $a }, { where: $b }], adjustFor: []) {
    cohorts { letter patients { value } }
    effects(outcome: { measure: PHQ9 }, visit: W4) { rows {
      unadjusted { letter patients { value } estimate { value } }
      contrasts { unadjusted { difference { value } } } } } } }`;

/** Every category of every dimension against every other of that dimension, among men and women apart. */
function pairs(): (readonly [Cohort, Cohort])[] {
  const cells = cellsOf(registry.people);
  return ["FEMALE", "MALE"].flatMap((sex) =>
    cells.flatMap(({ dimension: { name }, code }, at) => {
      const next = cells[at + 1];
      if (name === "sex" || next?.dimension.name !== name) return [];
      const of = (chosen: string): Cohort => ({ ...everyone, sex: [sex], [name]: [chosen] });
      return [[of(code), of(next.code)] as const];
    }),
  );
}

async function attack(door: Door, policy: Policy) {
  const all = pairs();
  const told = await askCohorts<Alone>(door, all.flat(), alone);
  let [numbers, more, contrasts] = [0, 0, 0];
  for (const cohorts of all) {
    const [a, b] = cohorts.map(inputOf);
    const { data, errors } = await door.ask(question, { a, b });
    if (errors.length > 0) throw new Error(errors[0]?.message);
    const { cohorts: sizes, effects } = data?.["comparison"] as Compared;
    const [response] = effects.rows;
    cohorts.forEach((cohort, at) => {
      const own = told.get(keyOf(cohort));
      const arm = response?.unadjusted[at];
      const received = own?.missingData.groups[0]?.received.patients.value ?? null;
      const claims = [
        [sizes[at]?.patients.value ?? null, own?.patients.value ?? null],
        [arm?.patients.value ?? null, received],
      ] as const;
      for (const [compared, single] of claims) {
        if (compared === null) continue;
        numbers += 1;
        // A share of those received may be hidden beside those due, where the number itself is no secret.
        if (compared !== single && single !== null) more += 1;
        if (compared < policy.smallestCount - 1) more += 1;
      }
    });
    const isHidden = response?.unadjusted.some(({ estimate }) => estimate.value === null) === true;
    if (isHidden && response.contrasts.some(({ unadjusted }) => unadjusted.difference.value !== null))
      contrasts += 1;
  }
  return { asked: all.length, numbers, more, contrasts };
}

test.each([
  { profile: "publish", policy: publish },
  { profile: "internal", policy: internal },
])(
  "$profile: an arm says what its cohort says alone",
  async ({ profile, policy }) => {
    const { asked, numbers, more, contrasts } = await behind(registry.database, policy, (door) =>
      attack(door, policy),
    );
    tell({
      attack: "An arm of a comparison against its cohort alone",
      against: profile,
      targets: `${asked} comparisons, ${numbers} numbers of arms`,
      reached: `${more} that the cohort alone does not say; ${contrasts} contrasts with a hidden arm`,
    });
    expect(numbers).toBeGreaterThan(50);
    expect({ more, contrasts }).toEqual({ more: 0, contrasts: 0 });
  },
  180_000,
);
