// What answers tell an attacker who knows everyone's characteristics: that so many patients are in this very set. Two
// such sets, one within the other and 1 to k - 1 apart, isolate those between them.
import { dimensions, type Cohort } from "@afterglow/shared";
import type { Door } from "../api/door";
import { askCohorts, keyOf } from "./askCohorts";
import type { Person, Universe } from "./people";
import { PatientSet } from "./patientSet";
import { aboutWhom, groupSource, sourcesOf, type Source, type Told } from "./sources";

export interface Claims {
  /** Those that answers are about. */
  readonly sets: readonly PatientSet[];
  /** Answers whose size is not that of the cohort that they say they are about. */
  readonly unexplained: number;
}

interface Question {
  readonly source: Source;
  /** As it is sent. */
  readonly cohort: Cohort;
  /** As the attacker means it: of a group, with its category chosen. */
  readonly meant: Cohort;
}

/** Reads each cohort from one figure after the other, and every third from a group of it. */
function questionOf(universe: Universe, cohort: Cohort, at: number): Question {
  const by = dimensions.findLast(({ name }) => name !== "courseNumber" && cohort[name]?.length === 1)?.name;
  const code = by === undefined ? undefined : cohort[by]?.[0];
  const group = by === undefined || code === undefined ? null : groupSource(universe, by, code);
  if (at % 3 === 2 && by !== undefined && group !== null)
    return { source: group, cohort: { ...cohort, [by]: undefined }, meant: cohort };
  const sources = sourcesOf[universe];
  const source = sources[at % sources.length] ?? sources[0];
  if (source === undefined) throw new Error(`Nothing tells of ${universe}`);
  return { source, cohort, meant: cohort };
}

/** `k`: sizes under it the attacker leaves out, as plain suppression would. */
export async function claimsOf(
  door: Pick<Door, "ask">,
  people: readonly Person[],
  cohorts: readonly Cohort[],
  universe: Universe,
  k: number,
): Promise<Claims> {
  const inUniverse = PatientSet.of(people, ({ among }) => among.has(universe));
  const questions = cohorts.map((cohort, at) => questionOf(universe, cohort, at));
  const sets: PatientSet[] = [];
  let unexplained = 0;
  for (const selection of new Set(questions.map(({ source }) => source.selection))) {
    const alike = questions.filter(({ source }) => source.selection === selection);
    const told = await askCohorts<Told>(
      door,
      alike.map(({ cohort }) => cohort),
      selection,
    );
    for (const { source, cohort, meant } of alike) {
      const answer = told.get(keyOf(cohort));
      const size = answer === undefined ? null : source.size(answer);
      if (answer === undefined || size === null || size < k) continue;
      const about = aboutWhom(cohort, source.notApplied(answer));
      const chosen = Object.entries(meant).filter(([name]) => cohort[name as keyof Cohort] === undefined);
      const set = PatientSet.ofCohort(people, { ...about, ...Object.fromEntries(chosen) }).and(inUniverse);
      if (set.size === size) sets.push(set);
      else unexplained += 1;
    }
  }
  return { sets, unexplained };
}

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
