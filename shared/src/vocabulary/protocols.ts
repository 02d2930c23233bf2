// Protocols: what the days of the sessions say was done, never what was intended.
// The limits are named numbers, since publishing derives the protocol in SQL by the same rule.
import { byCode, byNumber, type Entry } from "./entry";
import type { ModalityCode } from "./modalities";

/** Induction ends before the first gap of more days than this: standard courses leave at most a week between. */
export const INDUCTION_LONGEST_GAP_DAYS = 14;
/** Induction holds at most so many sessions: the longest usual ECT course. */
export const INDUCTION_MOST_SESSIONS = 12;
/** From the first to the last induction session, both counts included. */
export const INTENSIVE = { fewest: 3, most: 5, withinDays: 10 } as const;
export const STANDARD = { fewest: 5, most: 8, withinDays: 28 } as const;
export const ECT_COURSE = { fewest: 6, most: 12 } as const;

export const protocols = [
  {
    code: "SINGLE",
    number: 1,
    label: "Single session",
    short: "Single",
    definition: "One induction session.",
    source: "Zarate CA Jr, et al. Arch Gen Psychiatry 2006;63:856-864.",
  },
  {
    code: "INTENSIVE",
    number: 2,
    label: "Intensive, 3 to 5 in 10 days",
    short: "Intensive",
    definition:
      "3 to 5 induction sessions, the last at most 10 days after the first. Tested before standard.",
    source: "Convention of this registry, around courses of four infusions in 7 to 10 days.",
  },
  {
    code: "STANDARD",
    number: 3,
    label: "Standard, 5 to 8 in 28 days",
    short: "Standard",
    definition: "5 to 8 induction sessions, the last at most 28 days after the first, and not intensive.",
    source:
      "Around six infusions in two to three weeks: Murrough JW, et al. Biol Psychiatry 2013;74:250-256; Shiroma PR, et al. J Affect Disord 2014;155:123-129.",
  },
  {
    code: "ECT_COURSE",
    number: 4,
    label: "ECT course, 6 to 12",
    short: "ECT course",
    definition: "6 to 12 induction sessions of ECT.",
    source: "American Psychiatric Association. The Practice of Electroconvulsive Therapy, 2nd ed., 2001.",
  },
  {
    code: "OTHER",
    number: 5,
    label: "Other",
    short: "Other",
    definition: "Any other number or spacing of induction sessions.",
    source: "The rest; no definition of its own.",
  },
] as const satisfies readonly Entry[];

export type ProtocolCode = (typeof protocols)[number]["code"];
export type Protocol = Entry & { readonly code: ProtocolCode };
export const protocolByCode = byCode<Protocol>(protocols, "protocol");
export const protocolByNumber = byNumber<Protocol>(protocols, "protocol");

/** How many of the sessions, whose days are given in order, are induction. The rest is maintenance. */
export function countInductionSessions(days: readonly number[]): number {
  const most = Math.min(days.length, INDUCTION_MOST_SESSIONS);
  for (let i = 1; i < most; i++) {
    if ((days[i] as number) - (days[i - 1] as number) > INDUCTION_LONGEST_GAP_DAYS) return i;
  }
  return most;
}

/** The protocol that the days of the induction sessions, in order, make; null without a session. */
export function protocolOf(modality: ModalityCode, inductionDays: readonly number[]): ProtocolCode | null {
  const n = inductionDays.length;
  const first = inductionDays[0];
  const last = inductionDays[n - 1];
  if (first === undefined || last === undefined) return null;
  const span = last - first;
  if (modality === "ECT") return n >= ECT_COURSE.fewest && n <= ECT_COURSE.most ? "ECT_COURSE" : "OTHER";
  if (n === 1) return "SINGLE";
  if (n >= INTENSIVE.fewest && n <= INTENSIVE.most && span <= INTENSIVE.withinDays) return "INTENSIVE";
  if (n >= STANDARD.fewest && n <= STANDARD.most && span <= STANDARD.withinDays) return "STANDARD";
  return "OTHER";
}
