/** What the durability figure says: its reading and its notes, made from the released numbers alone. */
import type { ExploreState } from "../explore";
import { relapseRules } from "../outcome";
import type { TimeToEvent, TimeToEventGroup } from "../results";
import { inSentence } from "../vocabulary/entry";
import type { Figure, Words } from "./figure";
import { capital, drawn, respondersOf } from "./groups";
import { asWeeks, exact, inHundred, intervalWords, numberText } from "./numbers";
import { hiddenNote, hidesAnything, patientsCounted, seenAt, tableNote, tooFewToShow } from "./patientsLine";

const DAYS_PER_WEEK = 7;
/** Said in this order of preference: the earliest and the latest landmark that are shown. */
const EARLY = 4 * DAYS_PER_WEEK;
const LATE = [12, 8].map((week) => week * DAYS_PER_WEEK);

export function durabilityReading(durability: TimeToEvent, state: ExploreState, smallest: number): Words {
  const groups = drawn(durability.groups, state);
  const first = groups.find((group) => landmark(group, EARLY) !== null);
  const median = groups.find((group) => group !== first && group.median.value !== null);
  if (first === undefined) {
    const said = groups.find((group) => group.median.value !== null);
    return said === undefined ? tooFewToShow(smallest) : medianWords(said, state);
  }
  const stay = state.outcome.relapse.includes("RELAPSE") ? "had not relapsed" : "were still in response";
  const late = LATE.map((time) => ({ time, share: landmark(first, time) })).find(
    ({ share }) => share !== null,
  );
  return [
    { text: `Of ${respondersOf(first.group, state)}, ` },
    { text: `${inHundred(landmark(first, EARLY) ?? 0)} in 100`, strong: true },
    { text: ` ${stay} at 4 weeks` },
    ...(late === undefined
      ? []
      : [
          { text: " and " },
          { text: `${inHundred(late.share ?? 0)} in 100`, strong: true },
          { text: ` at ${late.time / DAYS_PER_WEEK}` },
        ]),
    { text: "." },
    ...(median === undefined ? [] : [{ text: " " }, ...medianWords(median, state)]),
  ];
}

function medianWords(group: TimeToEventGroup, state: ExploreState): Words {
  const lost = state.outcome.relapse.includes("RELAPSE") ? "relapsed" : "lost response";
  const interval = intervalWords(group.median, asWeeks);
  const week = numberText((group.median.value ?? 0) / DAYS_PER_WEEK, 1);
  return [
    {
      text: `${capital(respondersOf(group.group, state))}: half had ${lost} by week ${week}${interval === null ? "" : ` (${interval})`}.`,
    },
  ];
}

function landmark(group: TimeToEventGroup, time: number): number | null {
  const share = group.landmarks.find((each) => each.time === time)?.share;
  return share === undefined ? null : exact(share);
}

export function durabilityNotes(
  durability: TimeToEvent,
  state: ExploreState,
  smallest: number,
): Figure["notes"] {
  const maintenance =
    state.outcome.maintenance === "CENSORED"
      ? "A patient is censored at the first maintenance session."
      : "Maintenance sessions are ignored (treatment policy).";
  return [
    {
      name: "Method",
      text: `Kaplan-Meier; log-log 95% bands. Event: ${inSentence(relapseRules[state.outcome.relapse])}. Time zero is the last score of induction, not the first session. ${maintenance} A short bar ends a curve where fewer than ${smallest} are at risk.`,
    },
    { name: "n", text: patientsCounted(durability, "responders at the end of induction", smallest) },
    ...seenAt(durability.groups),
    ...tableNote(durability.groups, state),
    ...hiddenNote(hidesAnything(durability), smallest, durability.groups),
  ];
}
