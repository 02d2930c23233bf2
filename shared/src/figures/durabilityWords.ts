/** What the durability figure says: its reading and its notes, made from the released numbers alone. */
import type { ExploreState } from "../explore";
import { relapseRules } from "../outcome";
import type { TimeToEvent, TimeToEventGroup } from "../results";
import { inSentence } from "../vocabulary/entry";
import { durabilityTerms, type DurabilityTerms } from "./durabilityTerms";
import type { Figure, Words } from "./figure";
import { capital, drawn, respondersOf } from "./groups";
import { asWeeks, exact, inHundred, intervalWords, numberText } from "./numbers";
import { hiddenNote, hidesAnything, patientsCounted, seenAt, tableNote, tooFewToShow } from "./patientsLine";

const DAYS_PER_WEEK = 7;
/** Said in this order of preference: the earliest and the latest landmark that are shown. */
const EARLY = 4 * DAYS_PER_WEEK;
const LATE = [12, 8].map((week) => week * DAYS_PER_WEEK);

type Landmarks = TimeToEventGroup["landmarks"];

export function durabilityReading(durability: TimeToEvent, state: ExploreState, smallest: number): Words {
  const groups = drawn(durability.groups, state);
  const terms = durabilityTerms(durability, state);
  if (terms.isCompeting) return competingReading(groups, state, terms, smallest);
  const first = groups.find((group) => at(group.landmarks, EARLY) !== null);
  const median = groups.find((group) => group !== first && group.median.value !== null);
  if (first === undefined) {
    const said = groups.find((group) => group.median.value !== null);
    return said === undefined ? tooFewToShow(smallest) : medianWords(said, state, terms);
  }
  const late = LATE.find((time) => at(first.landmarks, time) !== null);
  const times = [EARLY, ...(late === undefined ? [] : [late])];
  const [early = 0, later] = times.map((time) => at(first.landmarks, time) ?? 0);
  return [
    { text: `Of ${respondersOf(first.group, state)}, ` },
    { text: `${inHundred(early)} in 100`, strong: true },
    { text: ` ${terms.verb} ${terms.fromWeek === 0 ? "at 4 weeks" : "4 weeks later"}` },
    ...(late === undefined || later === undefined
      ? []
      : [
          { text: " and " },
          { text: `${inHundred(later)} in 100`, strong: true },
          { text: ` ${terms.fromWeek === 0 ? "at" : "after"} ${late / DAYS_PER_WEEK}` },
        ]),
    { text: "." },
    ...(median === undefined ? [] : [{ text: " " }, ...medianWords(median, state, terms)]),
    ...dropoutWords(first, times),
  ];
}

/** "By week 12, 41 in 100 responders … had lost response and 22 in 100 had received maintenance first." */
function competingReading(
  groups: readonly TimeToEventGroup[],
  state: ExploreState,
  terms: DurabilityTerms,
  smallest: number,
): Words {
  const shown = [...LATE, EARLY].flatMap((time) =>
    groups.flatMap((group) => {
      const lost = at(group.landmarks, time);
      const maintained = at(group.maintenanceFirst?.landmarks ?? [], time);
      return lost === null ? [] : [{ group, time, lost, maintained }];
    }),
  );
  const first = shown.find(({ maintained }) => maintained !== null);
  if (first === undefined) return tooFewToShow(smallest);
  const second = shown.find(({ group, time }) => group !== first.group && time === first.time);
  const weeks = first.time / DAYS_PER_WEEK;
  const when =
    terms.fromWeek === 0 ? `By week ${weeks}` : `Within ${weeks} weeks after week ${terms.fromWeek}`;
  return [
    { text: `${when}, of ${respondersOf(first.group.group, state)}, ` },
    { text: `${inHundred(first.lost)} in 100`, strong: true },
    { text: ` had ${terms.lost} and ` },
    { text: `${inHundred(first.maintained ?? 0)} in 100`, strong: true },
    { text: " had received maintenance first." },
    ...(second === undefined
      ? []
      : [
          {
            text: ` ${capital(respondersOf(second.group.group, state))}: ${inHundred(second.lost)}${second.maintained === null ? "" : ` and ${inHundred(second.maintained)}`}.`,
          },
        ]),
    ...dropoutWords(first.group, [first.time]),
  ];
}

function medianWords(
  group: TimeToEventGroup,
  state: ExploreState,
  { lost, fromWeek }: DurabilityTerms,
): Words {
  const interval = intervalWords(group.median, asWeeks);
  const week = numberText((group.median.value ?? 0) / DAYS_PER_WEEK, 1);
  const when = fromWeek === 0 ? `by week ${week}` : `within ${week} weeks`;
  return [
    {
      text: `${capital(respondersOf(group.group, state))}: half had ${lost} ${when}${interval === null ? "" : ` (${interval})`}.`,
    },
  ];
}

/** Both ways beside each other, where drop-outs count as having the event. */
function dropoutWords({ landmarksCensored }: TimeToEventGroup, times: readonly number[]): Words {
  if (landmarksCensored === null || landmarksCensored === undefined) return [];
  const censored = times.flatMap((time) => at(landmarksCensored, time) ?? []);
  if (censored.length < times.length) return [{ text: " Drop-outs count as having the event." }];
  return [
    {
      text: ` Drop-outs count as having the event; with them censored it would be ${censored.map(inHundred).join(" and ")}.`,
    },
  ];
}

function at(landmarks: Landmarks, time: number): number | null {
  const share = landmarks.find((each) => each.time === time)?.share;
  return share === undefined ? null : exact(share);
}

export function durabilityNotes(
  durability: TimeToEvent,
  state: ExploreState,
  smallest: number,
): Figure["notes"] {
  const terms = durabilityTerms(durability, state);
  const event = `Event: ${inSentence(relapseRules[state.outcome.relapse])}.`;
  const zero = "Time zero is the last score of induction, not the first session.";
  const end = `A short bar ends a curve where fewer than ${smallest} are at risk.`;
  const estimate = terms.isCompeting
    ? "Aalen-Johansen cumulative incidence; log-log 95% bands."
    : "Kaplan-Meier; log-log 95% bands.";
  return [
    { name: "Method", text: [estimate, event, zero, maintenanceText(terms, state, smallest), end].join(" ") },
    ...(terms.fromWeek === 0 ? [] : [{ name: "Clock", text: clockText(terms, state) }]),
    ...(durability.dropouts === "RELAPSED" ? [{ name: "Drop-outs", text: DROPOUTS }] : []),
    { name: "n", text: patientsCounted(durability, terms.patients, smallest) },
    ...seenAt(durability.groups),
    ...tableNote(durability.groups, state),
    ...hiddenNote(hidesAnything(durability), smallest, durability.groups),
  ];
}

function maintenanceText(
  { isCompeting, fromWeek }: DurabilityTerms,
  { outcome }: ExploreState,
  smallest: number,
): string {
  if (isCompeting)
    return `Maintenance is a competing event: a patient leaves by what comes first, a loss or a maintenance session. 1 minus Kaplan-Meier would count the maintained as if a loss without it were still to come, and so too many losses: it is not shown. Nor is a group of which fewer than ${smallest} had maintenance first, or were otherwise lost from sight.`;
  if (outcome.maintenance === "IGNORED") return "Maintenance sessions are ignored (treatment policy).";
  return `A patient is censored at the first maintenance session${fromWeek === 0 ? "" : " after the clock starts"}.`;
}

const clockText = ({ fromWeek }: DurabilityTerms, { outcome }: ExploreState): string =>
  `starts ${fromWeek} weeks after time zero (landmark), with patients well and still seen then, grouped by what they had been given by then. Grouped by their whole later course, who lost response early could not have come into a group of maintenance, and its patients' time until their first session could not have ended in a loss (immortal time). The groups may still differ in who was offered maintenance.${outcome.maintenance === "IGNORED" ? "" : " Of those who had begun, the later sessions change nothing."}`;

const DROPOUTS =
  "who was due another visit and did not come counts as having the event on that visit's target day, the first on which one would have been seen; at the last score itself the patient was seen without. Who was not due yet is censored. The worst case, as a sensitivity; the table has both.";
