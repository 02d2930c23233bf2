/** Lines that several figures say in the same words: how many in each group, what is hidden, when it was seen. */
import { listed } from "../cohortSentence";
import type { Count } from "../estimate";
import type { Group, TimeToEvent, TimeToEventGroup } from "../results";
import type { Figure, Words } from "./figure";
import { capital, drawn } from "./groups";
import { countText, isHidden, numberText } from "./numbers";

interface Counted {
  readonly groups: readonly { readonly group: Group; readonly patients: Count }[];
}

/** "Cases at baseline with a later score: TRD 1,005, Bipolar 220. Hidden: Panic." */
export function patientsLine(result: Counted, what: string, smallest: number): string {
  const groups = drawn(result.groups);
  const [first] = groups;
  if (groups.length === 1 && first !== undefined)
    return `${capital(countText(first.patients, smallest))} ${what}.`;
  const shown = groups.filter(({ patients }) => patients.value !== null);
  const hidden = groups.filter(({ patients }) => patients.value === null);
  const counts = shown
    .map(({ group, patients }) => `${group.short} ${countText(patients, smallest)}`)
    .join(", ");
  const silent = hidden.length === 0 ? "" : ` Hidden: ${listed(hidden.map(({ group }) => group.short))}.`;
  return shown.length === 0 ? `${capital(what)}: all hidden.` : `${capital(what)}: ${counts}.${silent}`;
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

export const hidesAnything = ({ groups }: TimeToEvent): boolean =>
  groups.some((group) => isHidden(group.patients) || group.endTime === null || group.rows.some(rowHides));

export const hiddenNote = (anyHidden: boolean, smallest: number): Figure["notes"] =>
  anyHidden
    ? [
        {
          name: "Hidden",
          text: `fewer than ${smallest} patients or events, or a count that would reveal one. Hidden does not mean none.`,
        },
      ]
    : [];
