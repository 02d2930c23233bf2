/** Groups as figures speak of them: how each is called, its place in the key, what the whole set is called. */
import { listed, protocolWords } from "../cohortSentence";
import type { Count } from "../estimate";
import type { ExploreState } from "../explore";
import type { Group } from "../results";
import { dimensionByName, type DimensionName } from "../vocabulary/dimensions";
import { inSentence, UNKNOWN_CODE } from "../vocabulary/entry";
import type { FigureKeyEntry } from "./figure";
import { countText } from "./numbers";
import { DRAWN_GROUPS, markOf } from "./series";

/** A group with the number of patients it rests on, whatever a result calls that. */
export interface Grouped {
  readonly group: Group;
  readonly patients?: Count;
  readonly cases?: Count;
  readonly exposed?: Count;
}

const countOf = ({ patients, cases, exposed }: Grouped): Count | undefined => patients ?? cases ?? exposed;

/** Nothing of this group may be shown. */
export const isWhollyHidden = (group: Grouped): boolean => countOf(group)?.value === null;

/**
 * The groups that are drawn: at most eight. Those wholly hidden only where the cohort names them (the Hidden note names
 * all of them), and they make room first. All groups stand in the table.
 */
export function drawn<G extends Grouped>(groups: readonly G[], state: ExploreState): readonly G[] {
  if (groups.every(isWhollyHidden)) return chosenOf(groups, state).slice(0, DRAWN_GROUPS);
  const shown = groups.filter((group) => !isWhollyHidden(group)).slice(0, DRAWN_GROUPS);
  const named = state.by === null || state.cohort[state.by] === undefined ? [] : chosenOf(groups, state);
  const hidden = named.filter(isWhollyHidden).slice(0, DRAWN_GROUPS - shown.length);
  return groups.filter((group) => shown.includes(group) || hidden.includes(group));
}

/** Those that the cohort names; all where it names none. */
function chosenOf<G extends Grouped>(groups: readonly G[], { by, cohort }: ExploreState): readonly G[] {
  const codes: readonly string[] = by === null ? [] : (cohort[by] ?? []);
  const chosen = groups.filter(({ group }) => codes.includes(group.code));
  return chosen.length === 0 ? groups : chosen;
}

/** The key of the page: full name, n, colour and dash. None where nothing is grouped. */
export function keyOf(
  groups: readonly (Grouped & { readonly patients: Count })[],
  state: ExploreState,
  smallest: number,
): FigureKeyEntry[] {
  if (state.by === null) return [];
  return drawn(groups, state).map(({ group, patients }) => ({
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
  if (by === "maintenance") return `patients ${maintenanceWords(group)}`;
  if (by === "psychotherapy") return `patients ${psychotherapyWords(group)}`;
  if (by === "protocol" && group.code in protocolWords)
    return `patients under the ${protocolWords[group.code] ?? label} protocol`;
  if (group.code === UNKNOWN_CODE)
    return `patients with ${inSentence(dimensionByName(by).label)} not recorded`;
  if (by === "condition") return `patients with ${label}`;
  if (by === "modality") return `patients given ${label}`;
  if (by === "age") return `patients aged ${label}`;
  if (by === "sex") return `${label} patients`;
  if (group.code === "YES") return `patients with ${inSentence(dimensionByName(by).label)}`;
  if (group.code === "NO") return `patients without ${inSentence(dimensionByName(by).label)}`;
  if (by === "clinic") return `patients of ${label}`;
  if (by === "startYear") return `patients who began in ${label}`;
  return `patients with ${inSentence(dimensionByName(by).label)} ${label}`;
}

/** Groups of the landmark as well as patterns of the whole course. */
function maintenanceWords({ code, label }: Group): string {
  if (code === "NONE") return "without maintenance";
  if (code === "NOT_BY_WEEK_6") return "without maintenance by week 6";
  if (code === "BY_WEEK_6") return "with maintenance begun by week 6";
  return code === UNKNOWN_CODE ? "with maintenance not recorded" : `with maintenance ${inSentence(label)}`;
}

function psychotherapyWords({ code, label }: Group): string {
  if (code === "NONE") return "without psychotherapy";
  if (code === "INTEGRATION") return "with integration";
  if (code === "ASSISTED") return "with psychotherapy during the session";
  return `with psychotherapy ${code === UNKNOWN_CODE ? "not recorded" : inSentence(label)}`;
}

const beforeNames: Readonly<Partial<Record<DimensionName, string>>> = {
  condition: "",
  modality: "",
  clinic: "",
  age: "those aged ",
  startYear: "those who began in ",
};

/** "in bipolar depression and panic disorder", "with ketamine IM", "in those aged 18 to 29". */
export function inGroups(groups: readonly Grouped[], state: ExploreState): string {
  const { by } = state;
  if (by === null) return "in all patients";
  const dimension = inSentence(dimensionByName(by).label);
  const known = groups.filter(({ group }) => group.code !== UNKNOWN_CODE);
  const answered = known.every(({ group }) => group.code === "YES" || group.code === "NO");
  const nameOf = ({ code, label }: Group) =>
    answered ? `those ${code === "YES" ? "with" : "without"} ${dimension}` : inSentence(label);
  const names = listed(known.map(({ group }) => nameOf(group)));
  const before = answered ? "" : beforeNames[by];
  const parts = known.length === 0 ? [] : [`${before ?? `those with ${dimension} `}${names}`];
  if (known.length < groups.length) parts.push(`those with ${dimension} not recorded`);
  return `${by === "modality" && known.length === groups.length ? "with" : "in"} ${listed(parts)}`;
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
export function abbreviations(groups: readonly Grouped[], state: ExploreState): string {
  if (state.by === null) return "";
  const named = drawn(groups, state);
  return groups
    .filter((group) => named.includes(group) || !isWhollyHidden(group))
    .filter(({ group: { code, short, label } }) => code !== "ALL" && short !== label && /^[A-Z]/.test(short))
    .filter(({ group: { short, label } }) => !label.startsWith(`${short},`))
    .map(({ group }) => `${group.short}, ${inSentence(group.label)}`)
    .join("; ");
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
