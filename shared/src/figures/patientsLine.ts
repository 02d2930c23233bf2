/** Lines that several figures say in the same words: how many in each group, what is hidden, when it was seen. */
import { listed } from "../cohortSentence";
import type { Count } from "../estimate";
import type { ExploreState } from "../explore";
import type { Group, TimeToEventCurves, TimeToEventGroup } from "../results";
import { inSentence } from "../vocabulary/entry";
import type { Figure, Words } from "./figure";
import { capital, drawn, isWhollyHidden, type Grouped } from "./groups";
import { countText, countWords, isHidden, numberText } from "./numbers";

interface Counted {
  readonly groups: readonly { readonly group: Group; readonly patients: Count }[];
}

/** "Cases at baseline with a later score: TRD 1,005, Bipolar 220." All groups that may be shown, drawn or not. */
export function patientsCounted({ groups }: Counted, what: string, smallest: number): string {
  const [first] = groups;
  if (groups.length === 1 && first !== undefined)
    return `${capital(countWords(first.patients, smallest))} ${what}.`;
  const counts = groups.flatMap(({ group, patients }) =>
    patients.value === null ? [] : [`${group.short} ${countText(patients, smallest)}`],
  );
  return `${capital(what)}: ${counts.length === 0 ? "all hidden" : counts.join(", ")}.`;
}

/** The same for the origin lines of a file, which also name those that are hidden. */
export function patientsLine(result: Counted, what: string, smallest: number): string {
  const hidden = result.groups.filter(isWhollyHidden);
  const named = hidden.length === 0 || hidden.length === result.groups.length;
  const silent = named ? "" : ` Hidden: ${listed(hidden.map(({ group }) => inSentence(group.label)))}.`;
  return `${patientsCounted(result, what, smallest)}${silent}`;
}

export const tooFewToShow = (smallest: number): Words => [
  { text: `Too few patients to show: fewer than ${smallest} patients or events in every group.` },
];

export function seenAt(groups: readonly TimeToEventGroup[]): Figure["notes"] {
  const gap = groups.find((group) => group.medianGapDays.value !== null)?.medianGapDays.value ?? null;
  if (gap === null) return [];
  return [{ name: "Seen at", text: `assessments only: median gap ${numberText(gap)} days.` }];
}

type Row = TimeToEventGroup["rows"][number];
const rowHides = (row: Row): boolean => [row.atRisk, row.censored, row.events].some(isHidden);

export const hidesAnything = ({ groups }: TimeToEventCurves): boolean =>
  groups.some((group) => isHidden(group.patients) || group.endTime === null || group.rows.some(rowHides));

/** Why numbers are missing, and, once, the groups of which nothing is shown. */
export function hiddenNote(
  anyHidden: boolean,
  smallest: number,
  groups: readonly Hideable[],
): Figure["notes"] {
  const throughout = groups.filter((group) => isWhollyHidden(group) || group.endTime === null);
  if (!anyHidden && throughout.length === 0) return [];
  const names = listed(throughout.map(({ group }) => inSentence(group.label)));
  const silent = throughout.length === 0 || groups.length === 1 ? "" : ` Hidden throughout: ${names}.`;
  return [
    {
      name: "Hidden",
      text: `fewer than ${smallest} patients or events, or a count that would reveal one. Hidden does not mean none.${silent}`,
    },
  ];
}
type Hideable = Grouped & { readonly endTime?: number | null };

/** Groups for which a plot has no room. */
export function tableNote(groups: readonly Grouped[], state: ExploreState): Figure["notes"] {
  const plotted = drawn(groups, state);
  const others = groups.filter((group) => !isWhollyHidden(group) && !plotted.includes(group));
  if (others.length === 0) return [];
  const names = listed(others.map(({ group }) => inSentence(group.label)));
  return [{ name: "Not drawn", text: `${names}; the table has the numbers.` }];
}
