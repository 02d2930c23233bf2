/**
 * What happens to pinned cohorts: one more, one in another's place, one fewer, another as the reference, a name. Letters
 * follow places, so they close up. Pure; the pages only navigate.
 */
import { cohortToSearch, type Cohort } from "./cohort";
import { lettered, MOST_COHORTS, type PinnedCohort } from "./compare";
import type { Letter } from "./comparison";

/** The next letter's, or in the place of `edit`, whose name it keeps. At four pins a fifth changes nothing. */
export function pinCohort(
  pins: readonly PinnedCohort[],
  cohort: Cohort,
  edit: Letter | null,
): readonly PinnedCohort[] {
  const place = pins.findIndex(({ letter }) => letter === edit);
  if (place >= 0) return lettered(pins.map((pin, at) => (at === place ? { ...pin, cohort } : pin)));
  return pins.length < MOST_COHORTS ? lettered([...pins, { name: "", cohort }]) : pins;
}

export const unpin = (pins: readonly PinnedCohort[], letter: Letter): PinnedCohort[] =>
  lettered(pins.filter((pin) => pin.letter !== letter));

/** The cohort first, the others in their order after it. */
export const asReference = (pins: readonly PinnedCohort[], letter: Letter): PinnedCohort[] =>
  lettered([...pins.filter((pin) => pin.letter === letter), ...pins.filter((pin) => pin.letter !== letter)]);

export const renamePin = (pins: readonly PinnedCohort[], letter: Letter, name: string): PinnedCohort[] =>
  lettered(pins.map((pin) => (pin.letter === letter ? { ...pin, name: name.trim() } : pin)));

/** The pin that is this very cohort; null where there is none. */
export const pinOf = (pins: readonly PinnedCohort[], cohort: Cohort): PinnedCohort | null =>
  pins.find((pin) => form(pin.cohort) === form(cohort)) ?? null;

const form = (cohort: Cohort): string => new URLSearchParams(cohortToSearch(cohort)).toString();
