/** What of a session profile is shown, in order: names and units, for the charts, the table and the words alike. */
import type { Estimate } from "../estimate";
import type { SessionProfileGroup } from "../sessionResults";

type Time = SessionProfileGroup["times"][number]["time"];
type Sign = SessionProfileGroup["vitals"][number]["sign"];
type Watched = SessionProfileGroup["monitoring"][number]["what"];

export const times: readonly { readonly code: Time; readonly label: string }[] = [
  { code: "SESSION", label: "Session" },
  { code: "PSYCHOTHERAPY", label: "Psychotherapy" },
  { code: "RECOVERY", label: "Recovery" },
];

export const signs: readonly {
  readonly code: Sign;
  readonly label: string;
  readonly short: string;
  readonly unit: string;
}[] = [
  { code: "SYSTOLIC", label: "Systolic pressure", short: "Systolic", unit: "mmHg" },
  { code: "DIASTOLIC", label: "Diastolic pressure", short: "Diastolic", unit: "mmHg" },
  { code: "HEART_RATE", label: "Heart rate", short: "Heart rate", unit: "/min" },
];

export const watched: readonly {
  readonly code: Watched;
  readonly label: string;
  readonly short: string;
}[] = [
  { code: "ECG", label: "ECG done", short: "ECG" },
  { code: "VITALS", label: "Vital signs monitored", short: "Vital signs" },
];

export const places = [
  { code: "CLINIC", label: "In the clinic" },
  { code: "HOME", label: "At home" },
] as const;

const none: Estimate = { value: null, lower: null, upper: null, hidden: "NOT_ESTIMABLE", bound: null };

export const minutesOf = (group: SessionProfileGroup, code: Time): Estimate =>
  group.times.find(({ time }) => time === code)?.minutes ?? none;

export function vitalsOf(
  group: SessionProfileGroup,
  code: Sign,
): { readonly before: Estimate; readonly peak: Estimate } {
  return group.vitals.find(({ sign }) => sign === code) ?? { before: none, peak: none };
}

export const monitoredOf = (group: SessionProfileGroup, code: Watched): Estimate =>
  group.monitoring.find(({ what }) => what === code)?.share ?? none;

export const placedOf = (group: SessionProfileGroup, code: string): Estimate =>
  group.settings.find(({ setting }) => setting === code)?.share ?? none;

export const lastedOf = (group: SessionProfileGroup, term: string): Estimate =>
  group.resolution.find((each) => each.term === term)?.minutes ?? none;
