/** What the onset figure says: its reading and its notes, made from the released numbers alone. */
import type { ExploreState } from "../explore";
import type { TimeToEvent, TimeToEventGroup } from "../results";
import type { Figure, Words } from "./figure";
import { capital, drawn, patientsOf } from "./groups";
import { asWhole, countText, inHundred, intervalWords, isHidden, numberText } from "./numbers";
import { stepAt } from "./timeToEventTable";
import { inSentence } from "../vocabulary/entry";
import { listed } from "../cohortSentence";

const verbs = {
  RESPONSE: "responded",
  CONFIRMED_RESPONSE: "a confirmed response",
  REMISSION: "reached remission",
} as const;

export function onsetReading(onset: TimeToEvent, state: ExploreState, smallest: number): Words {
  const unit = onset.clock === "SESSION" ? "infusion" : "day";
  const verb = verbs[state.options.onset];
  const groups = drawn(onset.groups);
  const reached = groups.find((group) => group.median.value !== null);
  const notReached = groups.filter((group) => group.median.hidden === "NOT_REACHED");
  const last = onset.clock === "SESSION" ? onset.horizon : 42;
  if (reached === undefined) return notReachedReading(notReached, state, `${unit} ${last}`, verb, smallest);
  const interval = intervalWords(reached.median, asWhole);
  return [
    { text: `Half of ${patientsOf(reached.group, state)} had ${verb} by ` },
    { text: `${unit} ${numberText(reached.median.value ?? 0)}`, strong: true },
    { text: `${interval === null ? "" : ` (${interval})`}.${fewerThanHalf(notReached, `${unit} ${last}`)}` },
  ];
}

function fewerThanHalf(groups: readonly TimeToEventGroup[], until: string): string {
  if (groups.length === 0) return "";
  return ` In ${listed(groups.map(({ group }) => inSentence(group.label)))}, fewer than half had by ${until}.`;
}

function notReachedReading(
  groups: readonly TimeToEventGroup[],
  state: ExploreState,
  until: string,
  verb: string,
  smallest: number,
): Words {
  const first = groups.find((group) => group.curve.length > 0 && group.endTime !== null);
  const step = first === undefined ? null : stepAt(first.curve, first.endTime ?? 0);
  if (first === undefined || step === null)
    return [{ text: `Too few patients to show: fewer than ${smallest} patients or events in every group.` }];
  return [
    { text: `${capital(patientsOf(first.group, state))}: ` },
    { text: `${inHundred(step.share)} in 100`, strong: true },
    { text: ` had ${verb} where the curve ends. Fewer than half had by ${until}.` },
  ];
}

export function onsetNotes(onset: TimeToEvent, smallest: number): Figure["notes"] {
  const gap = onset.groups.find((group) => group.medianGapDays.value !== null)?.medianGapDays.value ?? null;
  return [
    {
      name: "Method",
      text: `1 minus Kaplan-Meier; log-log 95% bands. Steps are merged to hold at least ${smallest} events. Those who never responded are censored at their last score.`,
    },
    { name: "n", text: patientsLine(onset, "cases at baseline with a later score", smallest) },
    ...seenAt(gap),
    ...hiddenNote(
      onset.groups.some((g) => isHidden(g.patients) || g.endTime === null || g.rows.some(rowHides)),
      smallest,
    ),
  ];
}

type Row = TimeToEventGroup["rows"][number];
const rowHides = (row: Row): boolean => [row.atRisk, row.censored, row.events].some(isHidden);

export const seenAt = (gapDays: number | null): Figure["notes"] =>
  gapDays === null
    ? []
    : [{ name: "Seen at", text: `assessments only: median gap ${numberText(gapDays)} days.` }];

export const hiddenNote = (anyHidden: boolean, smallest: number): Figure["notes"] =>
  anyHidden
    ? [
        {
          name: "Hidden",
          text: `fewer than ${smallest} patients or events, or a count that would reveal one. Hidden does not mean none.`,
        },
      ]
    : [];

/** "1,655 cases at baseline with a later score: TRD 1,005, Bipolar 220. Panic is hidden, fewer than 11 patients." */
export function patientsLine(result: TimeToEvent, what: string, smallest: number): string {
  const groups = drawn(result.groups);
  if (groups.length === 1 && groups[0] !== undefined)
    return `${countText(groups[0].patients, smallest)} ${what}.`;
  const shown = groups.filter(({ patients }) => patients.value !== null);
  const hidden = groups.filter(({ patients }) => patients.value === null);
  const counts = shown
    .map(({ group, patients }) => `${group.short} ${countText(patients, smallest)}`)
    .join(", ");
  const gone = listed(hidden.map(({ group }) => group.short));
  const silent = hidden.length === 0 ? "" : ` Hidden: ${gone}.`;
  return shown.length === 0 ? `${capital(what)}: all hidden.` : `${capital(what)}: ${counts}.${silent}`;
}
