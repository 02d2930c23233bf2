// When sessions were held: the plan of a course, who leaves it early, and maintenance after it.
import type { ModalityCode } from "@afterglow/shared";
import type { RandomStream, Weighted } from "./random";

/** What was intended. Never written out: the protocol is derived from the days, as of any clinic's data. */
export type Plan = "SINGLE" | "INTENSIVE" | "STANDARD" | "ECT_COURSE" | "SPREAD";

const plans: Weighted<Plan> = [
  ["STANDARD", 0.76],
  ["INTENSIVE", 0.11],
  ["SINGLE", 0.06],
  ["SPREAD", 0.07],
];

export function pickPlan(random: RandomStream, modality: ModalityCode): Plan {
  if (modality === "ECT") return "ECT_COURSE";
  if (modality === "ESKETAMINE_INTRANASAL")
    return random.pick<Plan>([
      ["STANDARD", 0.92],
      ["SPREAD", 0.08],
    ]);
  if (modality === "KETAMINE_SUBLINGUAL")
    return random.pick<Plan>([
      ["STANDARD", 0.62],
      ["SPREAD", 0.38],
    ]);
  return random.pick(plans);
}

/** The days on which the sessions of a plan were due, the first on day 0. */
export function plannedDays(random: RandomStream, plan: Plan, modality: ModalityCode): number[] {
  switch (plan) {
    case "SINGLE":
      return [0];
    case "INTENSIVE": // four in 7 to 10 days
      return runOf(4, () => random.whole(2, 3));
    case "STANDARD": // six in two to three weeks; esketamine twice a week for four
      return modality === "ESKETAMINE_INTRANASAL"
        ? runOf(8, () => random.whole(3, 4))
        : runOf(6, () =>
            random.pick<number>([
              [2, 0.3],
              [3, 0.4],
              [4, 0.22],
              [5, 0.08],
            ]),
          );
    case "ECT_COURSE": // three a week
      return runOf(random.whole(7, 11), () => random.whole(2, 3));
    case "SPREAD": // weekly or so, by wish
      return runOf(random.whole(3, 6), () => random.whole(6, 12));
  }
}

function runOf(count: number, gap: () => number): number[] {
  const days = [0];
  while (days.length < count) days.push((days.at(-1) as number) + gap());
  return days;
}

/**
 * The probability of leaving after session n of six for a patient who does as the average: 20 % leave after
 * the first, half miss some of six (figures of registries of infusion clinics, set by this registry's own
 * design).
 */
const leavingAfter = [0.19, 0.08, 0.075, 0.065, 0.055];
/** Of those who stay, this part skips one session in the middle. */
const SKIPPING = 0.17;

/**
 * The days that were kept. Leaving is informative: a patient without benefit leaves about twice as often as
 * one in response, so the later means look better than the truth.
 */
export function keptDays(
  random: RandomStream,
  plan: Plan,
  due: readonly number[],
  benefitAfter: (sessions: number) => number,
): number[] {
  const kept: number[] = [];
  const skipped =
    plan === "STANDARD" && due.length > 4 && random.chance(SKIPPING) ? random.whole(2, due.length - 2) : -1;
  const supervised = plan === "ECT_COURSE" ? 0.35 : 1;
  for (const [i, day] of due.entries()) {
    if (i === skipped) continue;
    kept.push(day);
    const base = (leavingAfter[i] ?? 0.03) * supervised;
    const benefit = benefitAfter(i + 1);
    if (random.chance(base * (benefit > 0.4 ? 0.6 : benefit > 0.1 ? 0.95 : 1.35))) break;
  }
  return kept;
}

type Habit = "NONE" | "EVERY_4_TO_6_WEEKS" | "MORE_OFTEN" | "LESS_OFTEN";

const gapsOf = { EVERY_4_TO_6_WEEKS: [28, 42], MORE_OFTEN: [15, 27], LESS_OFTEN: [45, 80] } as const;

/** Maintenance is offered to who was helped, and asked for by them. ECT is continued less often. */
function pickHabit(random: RandomStream, modality: ModalityCode, improvement: number): Habit {
  const helped = improvement >= 0.4;
  const wish =
    (helped ? 0.62 : 0.14) * (modality === "ECT" ? 0.5 : modality === "ESKETAMINE_INTRANASAL" ? 1.4 : 1);
  if (!random.chance(wish)) return "NONE";
  return random.pick<Habit>([
    ["EVERY_4_TO_6_WEEKS", 0.58],
    ["MORE_OFTEN", 0.24],
    ["LESS_OFTEN", 0.18],
  ]);
}

/** Days of maintenance sessions after the last of induction, while in contact. */
export function maintenanceDays(
  random: RandomStream,
  modality: ModalityCode,
  lastInduction: number,
  until: number,
  improvement: number,
): number[] {
  const habit = pickHabit(random, modality, improvement);
  if (habit === "NONE") return [];
  const [shortest, longest] = gapsOf[habit];
  const days: number[] = [];
  let day = lastInduction;
  // About one in nine ends it after each session; a year is the usual end.
  for (let i = 0; i < 26; i++) {
    day += random.whole(shortest, longest);
    if (day > until || day > lastInduction + 365) break;
    days.push(day);
    if (random.chance(0.11)) break;
  }
  return days;
}
