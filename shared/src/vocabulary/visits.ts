// Visits: the windows of days after the first session that turn assessments into columns.
// Which score of a window counts is said here too; the choosing itself is the release's work.
import { byCode, byNumber, type Entry } from "./entry";

export interface VisitEntry extends Entry {
  /** First and last day of the window, both included. Day 0 is the day of the first session. */
  readonly from: number;
  readonly to: number;
  /** The score nearest this day counts, the earlier on a tie; at BASELINE the last score of the window. */
  readonly target: number;
}

const source =
  "Convention of this registry: windows side by side, so that every day from 1 to 420 belongs to one visit; weekly through induction, wider as assessments thin out.";

function window<const Code extends string>(
  code: Code,
  number: number,
  label: string,
  from: number,
  to: number,
  target: number,
) {
  const definition = `The score nearest day ${target} among days ${from} to ${to} after the first session; the earlier on a tie.`;
  return { code, number, label, short: code as string, definition, source, from, to, target };
}

export const visits = [
  {
    ...window("BASELINE", 1, "Baseline", -14, 0, 0),
    short: "Base",
    definition: "The last score in the 14 days before the first session or on its day, before treatment.",
    source:
      "Convention of this registry: two weeks is the longest recall of the usual self-reports, and later scores would carry the treatment.",
  },
  window("D1", 2, "Day 1", 1, 2, 1),
  window("W1", 3, "Week 1", 3, 10, 7),
  window("W2", 4, "Week 2", 11, 17, 14),
  window("W3", 5, "Week 3", 18, 24, 21),
  window("W4", 6, "Week 4", 25, 35, 28),
  window("W6", 7, "Week 6", 36, 49, 42),
  window("W8", 8, "Week 8", 50, 70, 56),
  window("W12", 9, "Week 12", 71, 98, 84),
  window("W16", 10, "Week 16", 99, 126, 112),
  window("W20", 11, "Week 20", 127, 154, 140),
  window("W26", 12, "Week 26", 155, 210, 182),
  window("W39", 13, "Week 39", 211, 315, 273),
  window("W52", 14, "Week 52", 316, 420, 364),
] as const satisfies readonly VisitEntry[];

/** Those after baseline, in order. */
export const laterVisits = visits.filter(({ code }) => code !== "BASELINE");

export type VisitCode = (typeof visits)[number]["code"];
export type Visit = VisitEntry & { readonly code: VisitCode };
export const visitByCode = byCode<Visit>(visits, "visit");
export const visitByNumber = byNumber<Visit>(visits, "visit");

/** The visit whose window holds this day; null before day -14 and after day 420. */
export function visitOf(day: number): Visit | null {
  return visits.find(({ from, to }) => from <= day && day <= to) ?? null;
}
