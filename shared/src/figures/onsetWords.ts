/** What the onset figure says: its reading and its notes, made from the released numbers alone. */
import type { ExploreState } from "../explore";
import type { TimeToEvent, TimeToEventGroup } from "../results";
import { instrumentByCode } from "../vocabulary/instruments";
import type { Figure, Words } from "./figure";
import { capital, drawn, inGroups, patientsOf } from "./groups";
import { asWhole, inHundred, intervalWords, numberText } from "./numbers";
import { hiddenNote, hidesAnything, patientsCounted, seenAt, tableNote, tooFewToShow } from "./patientsLine";
import { lastSession, sessionWord } from "./sessionWord";
import { stepAt } from "./timeToEventTable";

export const onsetVerbs = {
  RESPONSE: "responded",
  CONFIRMED_RESPONSE: "a confirmed response",
  REMISSION: "reached remission",
} as const;

export function onsetReading(onset: TimeToEvent, state: ExploreState, smallest: number): Words {
  const without = withoutRemission(state);
  if (without !== null) return without;
  const unit = onset.clock === "SESSION" ? sessionWord(state) : "day";
  const verb = onsetVerbs[state.options.onset];
  const groups = drawn(onset.groups, state);
  const reached = groups.find((group) => group.median.value !== null);
  const notReached = groups.filter((group) => group.median.hidden === "NOT_REACHED");
  const last = Math.min(onset.horizon, onset.clock === "SESSION" ? lastSession(state) : 42);
  const seen = notReached.every((group) => (group.endTime ?? 0) >= last);
  const until = seen ? `${unit} ${last}` : "the end of the curve";
  if (reached === undefined) return notReachedReading(notReached, state, { unit, last, verb }, smallest);
  const interval = intervalWords(reached.median, asWhole);
  return [
    { text: `Half of ${patientsOf(reached.group, state)} had ${verb} by ` },
    { text: `${unit} ${numberText(reached.median.value ?? 0)}`, strong: true },
    { text: `${interval === null ? "" : ` (${interval})`}.${fewerThanHalf(notReached, state, until)}` },
  ];
}

/** A curve that cannot rise must not be read as one that did not. */
function withoutRemission({ outcome, options }: ExploreState): Words | null {
  if (options.onset !== "REMISSION" || outcome.measure === "OWN") return null;
  const { short, remission } = instrumentByCode(outcome.measure);
  if (remission !== null) return null;
  return [{ text: `${short} has no cut-off for remission: there is nothing to reach.` }];
}

function fewerThanHalf(groups: readonly TimeToEventGroup[], state: ExploreState, until: string): string {
  if (groups.length === 0) return "";
  return ` ${capital(inGroups(groups, state))}, fewer than half had by ${until}.`;
}

function notReachedReading(
  groups: readonly TimeToEventGroup[],
  state: ExploreState,
  { unit, last, verb }: { readonly unit: string; readonly last: number; readonly verb: string },
  smallest: number,
): Words {
  const first = groups.find(
    (group) => group.endTime !== null && (stepAt(group.curve, Math.min(group.endTime, last))?.share ?? 0) > 0,
  );
  const end = Math.min(first?.endTime ?? 0, last);
  const step = first === undefined ? null : stepAt(first.curve, end);
  if (first === undefined || step === null) return tooFewToShow(smallest);
  return [
    { text: `${capital(patientsOf(first.group, state))}: ` },
    { text: `${inHundred(step.share)} in 100`, strong: true },
    { text: ` had ${verb} by ${unit} ${numberText(end)}${end < last ? ", where the curve ends" : ""}.` },
  ];
}

export function onsetNotes(onset: TimeToEvent, state: ExploreState, smallest: number): Figure["notes"] {
  return [
    {
      name: "Method",
      text: `1 minus Kaplan-Meier; log-log 95% bands. Steps are merged to hold at least ${smallest} events. Those who never responded are censored at their last score. n.r., not reached.`,
    },
    { name: "n", text: patientsCounted(onset, "cases at baseline with a later score", smallest) },
    ...seenAt(onset.groups),
    ...tableNote(onset.groups, state),
    ...hiddenNote(hidesAnything(onset), smallest, onset.groups),
  ];
}
