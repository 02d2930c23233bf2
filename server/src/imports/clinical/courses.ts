// Courses out of sessions. Records know no course: sessions of one modality that follow each other are one, until another
// modality is given or half a year passes without a session.
import type { ConditionCode, ModalityCode } from "@afterglow/shared";
import { Refusal } from "../checkCell";
import type { When } from "./dates";
import type { ToldSession } from "./tellings";

/** Sessions of maintenance come up to three months apart; no outside definition says when a course has ended. */
const LONGEST_GAP_DAYS = 182;

export type SoundSession = ToldSession & { readonly modality: ModalityCode; readonly when: When };
export const isSound = (told: ToldSession): told is SoundSession =>
  !(told.modality instanceof Refusal) && !(told.when instanceof Refusal);

/** One day's treatment; several resources may tell of it: a procedure and its drug, each device of a spray. */
export interface CourseSession {
  readonly day: number;
  readonly modality: ModalityCode;
  readonly told: readonly SoundSession[];
}

export interface Days {
  readonly sessions: readonly CourseSession[];
  /** Ketamine on a day of ECT is the anaesthetic. */
  readonly anaesthetics: readonly SoundSession[];
}

export function sessionsByDay(told: readonly SoundSession[]): Days {
  const days = new Map<string, SoundSession[]>();
  const withEct = new Set(told.filter(({ modality }) => modality === "ECT").map(({ when }) => when.day));
  const treatments = told.filter(({ modality, when }) => modality === "ECT" || !withEct.has(when.day));
  for (const one of treatments) {
    const key = `${one.when.day} ${one.modality}`;
    days.set(key, [...(days.get(key) ?? []), one]);
  }
  const sessions = [...days.values()].flatMap((same) =>
    same[0] ? [{ day: same[0].when.day, modality: same[0].modality, told: same }] : [],
  );
  return {
    sessions: sessions.sort((a, b) => a.day - b.day || a.modality.localeCompare(b.modality)),
    anaesthetics: told.filter((one) => !treatments.includes(one)),
  };
}

export function cutIntoCourses(sessions: readonly CourseSession[]): (readonly CourseSession[])[] {
  const courses: CourseSession[][] = [];
  for (const session of sessions) {
    const course = courses.at(-1);
    const before = course?.at(-1);
    const follows = before?.modality === session.modality && session.day - before.day <= LONGEST_GAP_DAYS;
    if (course && follows) course.push(session);
    else courses.push([session]);
  }
  return courses;
}

/** The day with its earliest moment. */
export function startOf([first]: readonly CourseSession[]): When {
  const moments = (first?.told ?? []).map(({ when }) => when.moment).filter((moment) => moment !== null);
  return { day: first?.day ?? 0, moment: moments.length > 0 ? Math.min(...moments) : null };
}

/** The doses of one day are added up: a spray of 84 mg is three devices. */
export function doseOf({ told }: CourseSession): number | null {
  const doses = told.map(({ doseMgPerKg }) => doseMgPerKg).filter((dose) => dose !== null);
  return doses.length === 0 ? null : Math.round(doses.reduce((sum, dose) => sum + dose, 0) * 1000) / 1000;
}

/** Of several conditions without a reason: bipolar before major depression, which it rules out, then as in the vocabulary. */
const ORDER: readonly ConditionCode[] = [
  ...["BIPOLAR", "MDD", "PTSD", "OCD"],
  ...["GAD", "SOCIAL_ANXIETY", "PANIC"],
] as ConditionCode[];

export const firstOf = (conditions: ReadonlySet<ConditionCode>): ConditionCode | undefined =>
  ORDER.find((code) => conditions.has(code));

/** Which course a day belongs to: the last that has begun, or begins within two weeks, whose baseline it may be. */
export function courseAt<Course extends { readonly start: When }>(
  courses: readonly Course[],
  day: number,
): Course | undefined {
  return courses.findLast(({ start }) => start.day - 14 <= day) ?? courses[0];
}
