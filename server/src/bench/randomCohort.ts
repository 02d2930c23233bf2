/** A fresh cohort for every question of the benchmark: one to three filters at random, as the API and as SQL take them. */
import { conditions, everyone, modalities, type Cohort } from "@afterglow/shared";

export interface RandomCohort {
  readonly cohort: Cohort;
  /** Conditions, modalities, sexes, youngest and oldest age of the raw statements: $2 to $6. */
  readonly raw: readonly [string[] | null, string[] | null, string[] | null, number | null, number | null];
}

/** From a seed, so that a run can be repeated; successive numbers give different cohorts. */
export function randomCohort(number: number): RandomCohort {
  const random = mulberry32(number + 1);
  const some = (codes: readonly string[]): string[] => {
    const chosen = codes.filter(() => random() < 0.6);
    return chosen.length === 0 ? [...codes] : chosen;
  };
  const chosenConditions = some(conditions.map((c) => c.code).filter((code) => code !== "HEALTHY_CONTROL"));
  const chosenModalities =
    random() < 0.6 ? some(modalities.map((m) => m.code).filter((code) => code !== "PLACEBO")) : null;
  const sexes = random() < 0.3 ? ["FEMALE"] : null;
  const ages = random() < 0.5 ? oneRange(random) : null;
  return {
    cohort: {
      ...everyone,
      condition: chosenConditions,
      ...(chosenModalities && { modality: chosenModalities }),
      ...(sexes && { sex: sexes }),
      ...(ages && { age: ages.codes }),
    },
    raw: [chosenConditions, chosenModalities, sexes, ages?.from ?? null, ages?.to ?? null],
  };
}

function oneRange(random: () => number): { codes: string[]; from: number; to: number } {
  const decades = ["AGE_18_29", "AGE_30_39", "AGE_40_49", "AGE_50_59", "AGE_60_69"];
  const youngest = [18, 30, 40, 50, 60];
  const first = Math.floor(random() * 4);
  const last = Math.min(4, first + 1 + Math.floor(random() * 3));
  return {
    codes: decades.slice(first, last + 1),
    from: youngest[first] ?? 18,
    to: (youngest[last] ?? 60) + (last === 0 ? 11 : 9),
  };
}

/** Tommy Ettinger's mulberry32: 32 bits of state are plenty for choosing cohorts. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
