// When assessments were due and which were recorded, and how long a patient stayed in contact.
import { visits, type EndReasonCode } from "@afterglow/shared";
import type { Person } from "./people";
import { clamp, type RandomStream } from "./random";

/** Probability that a visit's assessment is recorded while in contact: it thins out, as registries do. */
const recordedAt: Record<string, number> = {
  W4: 0.78,
  W6: 0.72,
  W8: 0.7,
  W12: 0.6,
  W16: 0.48,
  W20: 0.42,
  W26: 0.5,
  W39: 0.36,
  W52: 0.38,
};
/** Probability of losing contact between one visit and the next, for the average patient. */
const LOST_BETWEEN_VISITS = 0.1;
const HORIZON_DAYS = 420;
/** Part of the patients who score themselves at home, weekly or so, for three months after induction. */
const MONITORED = 0.35;

export interface Contact {
  readonly endDay: number;
  readonly reason: EndReasonCode;
}

/** Loss of contact is informative: about twice as likely without benefit as in response. */
export function contactOf(
  random: RandomStream,
  person: Person,
  lastSession: number,
  leftEarly: boolean,
  improvementOn: (day: number) => number,
): Contact {
  const cut = person.daysToCut;
  let from = lastSession;
  for (const visit of visits) {
    if (visit.target <= lastSession) continue;
    const improvement = improvementOn(from);
    const lost =
      LOST_BETWEEN_VISITS *
      (improvement > 0.4 ? 0.65 : improvement > 0.1 ? 1.05 : 1.5) *
      (leftEarly ? 2.2 : 1);
    if (from < cut && random.chance(lost)) {
      const endDay = Math.min(cut, random.whole(from, Math.max(from, visit.target - 1)));
      return { endDay: Math.max(lastSession, endDay), reason: reasonOf(random, leftEarly, improvement) };
    }
    from = visit.target;
  }
  if (cut <= HORIZON_DAYS) return { endDay: Math.max(lastSession, cut), reason: "ONGOING" };
  return { endDay: Math.max(lastSession, random.whole(365, HORIZON_DAYS)), reason: "COMPLETED" };
}

function reasonOf(random: RandomStream, leftEarly: boolean, improvement: number): EndReasonCode {
  if (improvement > 0.4 && !leftEarly)
    return random.pick<EndReasonCode>([
      ["COMPLETED", 0.5],
      ["LOST_TO_FOLLOW_UP", 0.45],
      ["COST", 0.05],
    ]);
  return random.pick<EndReasonCode>([
    ["LOST_TO_FOLLOW_UP", 0.48],
    ["LACK_OF_EFFECT", improvement > 0.4 ? 0.02 : 0.24],
    ["COST", 0.12],
    ["SIDE_EFFECT", leftEarly ? 0.08 : 0.01],
    ["COMPLETED", leftEarly ? 0 : 0.1],
    ["OTHER", 0.06],
  ]);
}

/**
 * Days of the assessments after day 0, each with whether every instrument is asked (a visit) or the short
 * ones.
 */
export interface DueDay {
  readonly day: number;
  readonly isVisit: boolean;
}

export function dueDays(
  random: RandomStream,
  person: Person,
  induction: readonly number[],
  maintenance: readonly number[],
  single: boolean,
  endDay: number,
): DueDay[] {
  const { diligence, research } = person.clinic;
  const days = new Map<number, boolean>();
  const add = (day: number, probability: number, isVisit: boolean) => {
    if (day < 1 || day > endDay || !random.chance(clamp(probability * diligence, 0, 0.98))) return;
    days.set(day, isVisit || (days.get(day) ?? false));
  };
  const last = induction.at(-1) ?? 0;
  if (single) for (const day of [1, 3, 7, 14]) add(day, 0.8, true);
  else add(1, research ? 0.8 : 0.12, false);
  // Before each session, and at the end of induction some days after the last.
  for (const day of induction) add(day, 0.62, false);
  if (!single) add(last + random.whole(3, 12), 0.85, true);
  for (const { code, from, to, target } of visits) {
    const probability = recordedAt[code];
    if (probability === undefined || target <= last + 5) continue;
    const spread = Math.max(2, Math.round((to - from) / 5));
    add(clamp(target + Math.round(random.normal(0, spread)), from, to), probability, true);
  }
  for (const day of maintenance) add(day, 0.35, false);
  if (random.chance(MONITORED)) {
    for (let day = last + random.whole(14, 20); day <= last + 90; day += random.whole(7, 10))
      add(day, 0.6, false);
  }
  return [...days].map(([day, isVisit]) => ({ day, isVisit })).sort((a, b) => a.day - b.day);
}
