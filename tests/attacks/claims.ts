// What answers tell an attacker who knows everyone's characteristics: that so many patients are in this very set. Two
// such sets, one within the other and 1 to k - 1 apart, isolate those between them.
import { dimensions, everyone, type Cohort } from "@afterglow/shared";
import type { Door } from "../api/door";
import { askCohorts, keyOf } from "./askCohorts";
import type { Person, Universe } from "./people";
import { PatientSet } from "./patientSet";

interface Count {
  readonly value: number | null;
}
interface Told {
  readonly patients?: Count;
  readonly flow?: {
    readonly steps: readonly { readonly step: string; readonly patients: Count }[];
    readonly groups: readonly {
      readonly group: { readonly code: string };
      readonly cases: Count;
      readonly scored: Count;
    }[];
  };
}

const stepOf = (universe: Universe): string =>
  universe === "CASE" || universe === "LATER_SCORE" ? universe : "VISIT";
const visitOf = (universe: Universe): string => (stepOf(universe) === "VISIT" ? universe : "W4");

/** The sizes of cohorts in a universe, by key; null where hidden. */
export async function askSizes(
  door: Pick<Door, "ask">,
  cohorts: readonly Cohort[],
  universe: Universe,
): Promise<Map<string, number | null>> {
  const selection =
    universe === "TREATED"
      ? "patients { value }"
      : `flow(outcome: { measure: PHQ9 }, visit: ${visitOf(universe)}) { steps { step patients { value } } }`;
  const told = await askCohorts<Told>(door, cohorts, selection);
  return new Map(
    [...told].map(([key, { patients, flow }]) => {
      const step = flow?.steps.find(({ step }) => step === stepOf(universe));
      return [key, (patients ?? step?.patients)?.value ?? null];
    }),
  );
}

/** The same, each as one group of the cohort without its last filter of one category. Those treated have no groups. */
export async function askGroupSizes(
  door: Pick<Door, "ask">,
  cohorts: readonly Cohort[],
  universe: Universe,
): Promise<Map<string, number | null>> {
  const sizes = new Map<string, number | null>();
  for (const { name, enumName } of dimensions) {
    const wholes = cohorts.flatMap((cohort) =>
      groupedBy(cohort) === name ? [{ cohort, whole: { ...cohort, [name]: undefined } }] : [],
    );
    const flow = `flow(outcome: { measure: PHQ9 }, visit: ${visitOf(universe)}, by: ${enumName})`;
    const told = await askCohorts<Told>(
      door,
      wholes.map(({ whole }) => whole),
      `${flow} { groups { group { code } cases { value } scored { value } } }`,
    );
    for (const { cohort, whole } of wholes) {
      const [code] = cohort[name] ?? [];
      const group = told.get(keyOf(whole))?.flow?.groups.find((each) => each.group.code === code);
      sizes.set(keyOf(cohort), (universe === "CASE" ? group?.cases : group?.scored)?.value ?? null);
    }
  }
  return sizes;
}

export const groupedBy = (cohort: Cohort): string | null =>
  dimensions.findLast(({ name }) => name !== "courseNumber" && cohort[name]?.length === 1)?.name ?? null;

/** Patients between two told sets that are 1 to k - 1 apart, as places; and of them those who stand there alone. */
export function isolatedBy(
  sets: readonly PatientSet[],
  k: number,
): { readonly few: ReadonlySet<number>; readonly alone: ReadonlySet<number> } {
  const distinct = [...new Map(sets.map((set) => [set.key, set])).values()]
    .map((set) => ({ set, size: set.size }))
    .sort((one, other) => one.size - other.size);
  const [few, alone] = [new Set<number>(), new Set<number>()];
  distinct.forEach((inner, at) => {
    for (let next = at + 1; next < distinct.length; next++) {
      const outer = distinct[next];
      if (outer === undefined || outer.size - inner.size >= k) break;
      if (outer.size === inner.size || inner.set.shared(outer.set) < inner.size) continue;
      const between = outer.set.without(inner.set).places;
      between.forEach((place) => few.add(place));
      if (between.length === 1) between.forEach((place) => alone.add(place));
    }
  });
  return { few, alone };
}

/** The sets that answers are about: each as it was asked for, where the told size is that set's. */
export function claimedSets(
  people: readonly Person[],
  cohorts: readonly Cohort[],
  sizes: ReadonlyMap<string, number | null>,
  universe: Universe,
): PatientSet[] {
  const inUniverse = PatientSet.of(people, ({ among }) => among.has(universe));
  return cohorts.flatMap((cohort) => {
    const set = PatientSet.ofCohort(people, { ...everyone, ...cohort }).and(inUniverse);
    return sizes.get(keyOf(cohort)) === set.size ? [set] : [];
  });
}
