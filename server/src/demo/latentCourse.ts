// The latent course of one instrument: improvement as a share of baseline on every day. Scores add
// measurement to it.
import { instrumentByCode, type InstrumentCode } from "@afterglow/shared";
import { improvementAt, partOfBenefit } from "./benefit";
import { wayToLoss } from "./durability";
import type { Plan } from "./schedule";

/** The clock of loss begins about when the score at the end of induction is taken. */
export const CLOCK_BEGINS_DAYS = 4;
/** A late response lets go slowly, then quickly. */
const STEEPNESS = 2;

export interface LatentCourse {
  readonly plan: Plan;
  readonly planned: number;
  readonly induction: readonly number[];
  readonly maintenance: readonly number[];
  /** Standard normal and shifts: see benefit.ts. */
  readonly latent: number;
  readonly pace: number;
  /** Clock time of loss in days. */
  readonly loss: number;
}

/** The improvement, as a share of baseline, at which the instrument speaks of response. */
export function responseShare(instrument: InstrumentCode, baseline: number): number {
  const { response, higherIsBetter, max } = instrumentByCode(instrument);
  if (response.kind === "share") return response.percent / 100;
  return response.points / Math.max(1, higherIsBetter ? max - baseline : baseline);
}

/** Sessions before a day: a score is taken before the session of the same day. */
export function sessionsBefore(days: readonly number[], day: number): number {
  let count = 0;
  for (const each of days) if (each < day) count++;
  return count;
}

/** Improvement at the end of the induction that was kept. */
export function inducedImprovement(course: LatentCourse): number {
  const part = partOfBenefit(course.plan, course.planned, course.induction.length, course.pace);
  return improvementAt(course.plan, course.latent) * part;
}

export function improvementOn(course: LatentCourse, day: number, response: number): number {
  const last = course.induction.at(-1) ?? 0;
  if (day <= last) {
    const done = sessionsBefore(course.induction, day);
    return (
      improvementAt(course.plan, course.latent) *
      partOfBenefit(course.plan, course.planned, done, course.pace)
    );
  }
  const reached = inducedImprovement(course);
  const begins = last + (course.plan === "SINGLE" ? 1 : CLOCK_BEGINS_DAYS);
  if (day <= begins) return reached;
  const since = day - begins;
  // Without response the benefit, or the harm, fades towards a part of itself.
  if (reached < response) return reached * (0.4 + 0.6 * Math.exp(-since / 60));
  const sessions = course.maintenance.map((each) => each - begins);
  const way = wayToLoss(since, course.loss, sessions);
  const path = reached - (reached - response) * way ** STEEPNESS;
  const held = Math.max(path, way > 1 ? Math.min(reached, 0.12) : 0) + recovery(course, way);
  return Math.min(reached, held + boost(course, day, way, reached - held));
}

/** Long after a loss other treatment and time bring part of it back, more to those who do well: chosen. */
function recovery({ latent, loss }: LatentCourse, way: number): number {
  if (way <= 1) return 0;
  return Math.max(0, 0.18 + 0.2 * latent) * (1 - Math.exp(-((way - 1) * loss) / 100));
}

/** A maintenance session after a loss brings part of it back for some weeks. */
function boost({ maintenance }: LatentCourse, day: number, way: number, lost: number): number {
  if (way <= 1) return 0;
  let latest: number | undefined;
  for (const session of maintenance) if (session < day) latest = session;
  return latest === undefined ? 0 : Math.min(lost, 0.5) * 0.6 * Math.exp(-(day - latest) / 12);
}
