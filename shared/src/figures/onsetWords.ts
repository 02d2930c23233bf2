/** What the onset figure says: its reading and its notes, made from the released numbers alone. */
import type { ExploreState } from "../explore";
import type { TimeToEvent, TimeToEventGroup } from "../results";
import type { Figure, Words } from "./figure";
import { capital, drawn, patientsOf } from "./groups";
import { asWhole, inHundred, intervalWords, numberText } from "./numbers";
import { hiddenNote, hidesAnything, patientsLine, seenAt, tooFewToShow } from "./patientsLine";
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
  if (first === undefined || step === null) return tooFewToShow(smallest);
  return [
    { text: `${capital(patientsOf(first.group, state))}: ` },
    { text: `${inHundred(step.share)} in 100`, strong: true },
    { text: ` had ${verb} where the curve ends. Fewer than half had by ${until}.` },
  ];
}

export function onsetNotes(onset: TimeToEvent, smallest: number): Figure["notes"] {
  return [
    {
      name: "Method",
      text: `1 minus Kaplan-Meier; log-log 95% bands. Steps are merged to hold at least ${smallest} events. Those who never responded are censored at their last score. n.r., not reached.`,
    },
    { name: "n", text: patientsLine(onset, "cases at baseline with a later score", smallest) },
    ...seenAt(onset.groups),
    ...hiddenNote(hidesAnything(onset), smallest),
  ];
}
