/** What compared cohorts are called in figures: by their letter, and by the name they were given or their differences. */
import type { CompareState } from "../../compare";
import type { Letter } from "../../comparison";
import { pinnedName } from "../../pinnedName";
import type { Group } from "../../results";
import type { FigureKeyEntry } from "../figure";
import { letterMark } from "../series";
import { countText } from "../numbers";
import type { Count } from "../../estimate";

/** A longer label beside a curve would run into the plot. */
const LONGEST_LABEL = 16;

export const nameOf = (letter: string, { cohorts }: CompareState): string => {
  const pinned = cohorts.find((each) => each.letter === letter);
  return pinned === undefined ? "" : pinnedName(pinned, cohorts);
};

/** "B (Standard six, assisted)". */
export const inWords = (letter: string, state: CompareState): string =>
  `${letter} (${nameOf(letter, state)})`;

/** "B Intensive", or the letter alone where the name is long. */
export function labelOf(letter: string, state: CompareState): string {
  const label = `${letter} ${nameOf(letter, state)}`;
  return label.length > LONGEST_LABEL ? letter : label;
}

/** A cohort in the place of a group. */
export const asGroup = (letter: string, state: CompareState): Group => ({
  code: letter,
  label: `${letter}, ${nameOf(letter, state)}`,
  short: labelOf(letter, state),
});

/** "A, Standard six; B, Intensive": what letters stand for, where a figure shows them alone. */
export const lettersInWords = (state: CompareState): string =>
  state.cohorts.map(({ letter }) => `${letter}, ${nameOf(letter, state)}`).join("; ");

export function keyOf(
  cohorts: readonly { readonly letter: Letter; readonly patients: Count }[],
  state: CompareState,
  smallest: number,
): FigureKeyEntry[] {
  return cohorts.map(({ letter, patients }) => ({
    code: letter,
    label: asGroup(letter, state).label,
    series: letterMark(letter),
    patients: countText(patients, smallest),
  }));
}
