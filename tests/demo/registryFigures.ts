// The figures of the synthetic registry that literature has numbers for, counted plainly from generated rows.
// Endpoints follow the vocabulary's rules; the release's SQL is not used, so that nothing leans on it.
import {
  countInductionSessions,
  instrumentByCode,
  isCase,
  isRemission,
  isResponse,
  type InstrumentCode,
} from "@afterglow/shared";
import type { GeneratedCourse } from "../../server/src/demo/generatePatient";
import { kaplanMeier, survivalAt } from "../../server/src/statistics/kaplanMeier";

interface Scored {
  readonly day: number;
  readonly total: number;
}

/** Scores before dosing or on whole days, in order of their days. */
function scoresOf({ scores }: GeneratedCourse, instrument: InstrumentCode): Scored[] {
  return scores
    .filter((row) => row.instrument === instrument && !(row.day === 0 && row.hour > 0))
    .map(({ day, total }) => ({ day, total }))
    .sort((a, b) => a.day - b.day);
}

/** The baseline of a case, or null. */
export function caseBaseline(course: GeneratedCourse, instrument: InstrumentCode): number | null {
  const before = scoresOf(course, instrument).filter(({ day }) => day >= -14 && day <= 0);
  const baseline = before.at(-1)?.total;
  return baseline !== undefined && isCase(instrumentByCode(instrument), baseline) ? baseline : null;
}

export interface Ended {
  readonly baseline: number;
  readonly end: Scored;
  readonly later: readonly Scored[];
}

/** Cases with a score 1 to 14 days after the last session of induction, as the sessions' days make it. */
export function endedInduction(courses: readonly GeneratedCourse[], instrument: InstrumentCode): Ended[] {
  return courses.flatMap((course) => {
    const baseline = caseBaseline(course, instrument);
    const days = course.sessions.map(({ day }) => day);
    const last = days[countInductionSessions(days) - 1];
    if (baseline === null || last === undefined) return [];
    const scores = scoresOf(course, instrument);
    const end = scores.filter(({ day }) => day > last && day <= last + 14).at(-1);
    return end === undefined ? [] : [{ baseline, end, later: scores.filter(({ day }) => day > end.day) }];
  });
}

export const share = <T>(rows: readonly T[], holds: (row: T) => boolean): number =>
  rows.filter(holds).length / rows.length;

const responds = (instrument: InstrumentCode, baseline: number, total: number) =>
  isResponse(instrumentByCode(instrument), "INSTRUMENT", baseline, total);

export function responseShare(courses: readonly GeneratedCourse[], instrument: InstrumentCode): number {
  return share(endedInduction(courses, instrument), ({ baseline, end }) =>
    responds(instrument, baseline, end.total),
  );
}

export function remissionShare(courses: readonly GeneratedCourse[], instrument: InstrumentCode): number {
  return share(endedInduction(courses, instrument), ({ end }) =>
    isRemission(instrumentByCode(instrument), end.total),
  );
}

/** Any rise over baseline, as the source counts it. */
export function risenShare(courses: readonly GeneratedCourse[], instrument: InstrumentCode): number {
  return share(endedInduction(courses, instrument), ({ baseline, end }) => end.total > baseline);
}

/** Response on one day among cases with a score that day. */
export function responseOn(
  courses: readonly GeneratedCourse[],
  instrument: InstrumentCode,
  day: number,
): number {
  const scored = courses.flatMap((course) => {
    const baseline = caseBaseline(course, instrument);
    const score = scoresOf(course, instrument).find((row) => row.day === day);
    return baseline === null || score === undefined ? [] : [responds(instrument, baseline, score.total)];
  });
  return share(scored, Boolean);
}

/** Kaplan-Meier of the first score that is no response, from the score at the end of induction. */
export function observedDurability(courses: readonly GeneratedCourse[], instrument: InstrumentCode) {
  const times = endedInduction(courses, instrument)
    .filter(({ baseline, end }) => responds(instrument, baseline, end.total))
    .map(({ baseline, end, later }) => {
      const lost = later.find(({ total }) => !responds(instrument, baseline, total));
      const last = lost ?? later.at(-1) ?? end;
      const time = Math.min(365, last.day - end.day);
      const isEvent = lost !== undefined && lost.day - end.day <= 365;
      return { time, events: isEvent ? 1 : 0, censored: isEvent ? 0 : 1 };
    });
  return kaplanMeier(times);
}

export const observedAt = (
  courses: readonly GeneratedCourse[],
  instrument: InstrumentCode,
  day: number,
): number => survivalAt(observedDurability(courses, instrument), day).survival ?? NaN;

/** Share of courses in which a side effect was found at least once. */
export function sideEffectShare(courses: readonly GeneratedCourse[], term: string): number {
  return share(courses, ({ sideEffects }) => sideEffects.some((event) => event.term === term));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

type Reading = "systolic" | "diastolic" | "heart_rate";

export function meanRise(courses: readonly GeneratedCourse[], reading: Reading): number {
  const rises = courses.flatMap(({ sessions }) =>
    sessions.flatMap((session) => {
      const [before, peak] = [session[`${reading}_before`], session[`${reading}_peak`]];
      return before === null || peak === null ? [] : [peak - before];
    }),
  );
  return mean(rises);
}
