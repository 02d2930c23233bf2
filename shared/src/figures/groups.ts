/** Groups as figures speak of them: how each is called, its place in the key, what the whole set is called. */
import type { Count } from "../estimate";
import type { ExploreState } from "../explore";
import type { Group } from "../results";
import { dimensionByName } from "../vocabulary/dimensions";
import { inSentence, UNKNOWN_CODE } from "../vocabulary/entry";
import type { FigureKeyEntry } from "./figure";
import { countText } from "./numbers";
import { DRAWN_GROUPS, markOf } from "./series";

interface Grouped {
  readonly group: Group;
}

/** The groups that are drawn: the first eight. All of them stand in the table. */
export const drawn = <G extends Grouped>(groups: readonly G[]): readonly G[] => groups.slice(0, DRAWN_GROUPS);

/** The key of the page: full name, n, colour and dash. None where nothing is grouped. */
export function keyOf(
  groups: readonly (Grouped & { readonly patients: Count })[],
  state: ExploreState,
  smallest: number,
): FigureKeyEntry[] {
  if (state.by === null) return [];
  return drawn(groups).map(({ group, patients }) => ({
    code: group.code,
    label: group.label,
    series: markOf(state.by, group.code),
    patients: countText(patients, smallest),
  }));
}

/** "patients with post-traumatic stress disorder", "patients aged 30 to 39", "all patients". */
export function patientsOf(group: Group, state: ExploreState): string {
  const label = inSentence(group.label);
  const { by } = state;
  if (by === null) return "all patients";
  if (group.code === UNKNOWN_CODE)
    return `patients with ${inSentence(dimensionByName(by).label)} not recorded`;
  if (by === "condition") return `patients with ${label}`;
  if (by === "modality") return `patients given ${label}`;
  if (by === "age") return `patients aged ${label}`;
  return `patients with ${inSentence(dimensionByName(by).label)} ${label}`;
}

/** "responders with post-traumatic stress disorder"; "all responders". */
export const respondersOf = (group: Group, state: ExploreState): string =>
  patientsOf(group, state).replace("patients", "responders");

/** What the first column of a table is called. */
export const groupHeader = (state: ExploreState): string =>
  state.by === null ? "Group" : dimensionByName(state.by).label;

/** " by condition", or nothing. */
export const byText = (state: ExploreState): string =>
  state.by === null ? "" : ` by ${inSentence(dimensionByName(state.by).label)}`;

/** "TRD, treatment-resistant depression; OCD, obsessive-compulsive disorder": only what a reader could not guess. */
export function abbreviations(groups: readonly Grouped[]): string {
  return drawn(groups)
    .filter(({ group }) => group.short !== group.label)
    .map(({ group }) => `${group.short}, ${inSentence(group.label)}`)
    .join("; ");
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
