/** What the session profile says: its reading and its notes, made from the released numbers alone. */
import type { ExploreState } from "../explore";
import type { SessionProfile, SessionProfileGroup } from "../sessionResults";
import { inSentence } from "../vocabulary/entry";
import type { Figure, Words } from "./figure";
import { capital, drawn, patientsOf } from "./groups";
import { inHundred, intervalWords, isHidden, asWhole, numberText } from "./numbers";
import { hiddenNote, patientsCounted, tableNote, tooFewToShow } from "./patientsLine";
import { effectName } from "./sessionProfileCharts";
import { minutesOf, monitoredOf, vitalsOf } from "./sessionProfileRows";

/** Of a release that is older than what is asked. */
export const notDerived: Words = [
  {
    text: "This release was published before releases described sessions, and stays as it was. A newer release has these numbers.",
  },
];

export function sessionProfileReading(
  { derived, groups }: SessionProfile,
  state: ExploreState,
  smallest: number,
): Words {
  if (!derived) return notDerived;
  const group = drawn(groups, state).find((each) => minutesOf(each, "SESSION").value !== null);
  if (group === undefined) return tooFewToShow(smallest);
  const session = minutesOf(group, "SESSION");
  const recovery = minutesOf(group, "RECOVERY").value;
  const interval = intervalWords(session, asWhole);
  return [
    { text: `${capital(patientsOf(group.group, state))}: a session took ` },
    { text: `${numberText(session.value ?? 0)} minutes`, strong: true },
    { text: `${interval === null ? "" : ` (${interval})`}` },
    ...(recovery === null ? [] : [{ text: ` and recovery ${numberText(recovery)} more` }]),
    { text: "." },
    ...pressure(group),
    ...ecg(group),
  ];
}

function pressure(group: SessionProfileGroup): Words {
  const { before, peak } = vitalsOf(group, "SYSTOLIC");
  if (before.value === null || peak.value === null) return [];
  return [
    { text: ` Systolic pressure went from ${numberText(before.value)} to ` },
    { text: `${numberText(peak.value)} mmHg`, strong: true },
    { text: " at its peak." },
  ];
}

function ecg(group: SessionProfileGroup): Words {
  const share = monitoredOf(group, "ECG").value;
  return share === null ? [] : [{ text: ` An ECG was done in ${inHundred(share)} of 100 sessions.` }];
}

export function sessionProfileNotes(
  result: SessionProfile,
  state: ExploreState,
  smallest: number,
): Figure["notes"] {
  const { derived, groups } = result;
  if (!derived) return [{ name: "Missing", text: notDerived.map(({ text }) => text).join("") }];
  const numbers = groups.flatMap((group) => [
    group.patients,
    ...group.times.map(({ minutes }) => minutes),
    ...group.vitals.map(({ peak }) => peak),
    ...group.monitoring.map(({ share }) => share),
    ...group.settings.map(({ share }) => share),
  ]);
  return [
    {
      name: "Method",
      text: "minutes and readings: mean over patients of each patient's mean over sessions, 95% t intervals; readings before (hollow) and at the peak (filled) are of the same sessions. Monitored: share of the sessions where it is recorded, 95% Fieller intervals with patients as the units that vary. At home: Wilson 95% intervals.",
    },
    {
      name: "Time to resolution",
      text: `${inSentence(effectName(state))}: median over the patients who had it, of each the longest time; lines, quartiles.`,
    },
    { name: "n", text: patientsCounted(result, "patients with at least one session", smallest) },
    {
      name: "Missing",
      text: "a measure that a clinic does not send is left out, not taken as 0; no psychotherapy in a session counts as 0 minutes. The table has how many patients each number rests on.",
    },
    ...tableNote(groups, state),
    ...hiddenNote(numbers.some(isHidden), smallest, groups),
  ];
}
