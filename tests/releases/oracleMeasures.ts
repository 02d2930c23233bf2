// The oracle of the endpoints: one course's rows of analysis_measure, by looking at its readings one after the other.
// It compares scores, not burdens, and writes each rule out again, so that a slip in the shared rules is seen too.
import { conditions, instruments, visits, type Instrument } from "@afterglow/shared";
import type { Row } from "./publishedRelease";
import type { CourseRow, ScoreRow } from "./sourceRows";

interface Reading {
  day: number;
  score: number;
  item: number | null;
}

/** The scores of one instrument that count, by day: the latest hour of each day; of day 0 only those before dosing. */
export function readingsOf(scores: ScoreRow[], instrument: string): Reading[] {
  const byDay = new Map<number, ScoreRow>();
  for (const score of scores) {
    if (score.instrument !== instrument) continue;
    if (score.day === 0 && score.hour > 0) continue;
    const other = byDay.get(score.day);
    if (other === undefined || score.hour > other.hour) byDay.set(score.day, score);
  }
  const readings = [...byDay.values()].map(({ day, total, suicidality }) => ({
    day,
    score: total,
    item: suicidality,
  }));
  return readings.sort((a, b) => a.day - b.day);
}

const baselineReading = (readings: Reading[]): Reading | undefined =>
  readings.filter(({ day }) => day >= -14 && day <= 0).at(-1);

export const baselineOf = (readings: Reading[]): number | null => baselineReading(readings)?.score ?? null;

export function measureRows(
  course: CourseRow,
  days: number[],
  induction: number[],
  scores: ScoreRow[],
): Row[] {
  const own = conditions.find(({ code }) => code === course.condition)?.ownInstrument;
  const lastDay = Math.max(
    0,
    ...days,
    ...instruments.flatMap(({ code }) => readingsOf(scores, code).map(({ day }) => day)),
  );
  const rows: Row[] = [];
  for (const instrument of instruments as readonly Instrument[]) {
    const readings = readingsOf(scores, instrument.code);
    if (readings.length === 0) continue;
    const ownIsHalf = "percent" in instrument.response && instrument.response.percent === 50;
    for (const rule of ownIsHalf ? [0] : [0, 1]) {
      rows.push({
        instrument: instrument.number,
        rule,
        own: instrument.code === own,
        expected_to_day: course.end_reason === "ONGOING" ? (course.end_day ?? lastDay) : 420,
        ...endpoints(instrument, rule, readings, days, induction),
      });
    }
  }
  return rows;
}

function endpoints(
  instrument: Instrument,
  rule: number,
  readings: Reading[],
  days: number[],
  induction: number[],
): Row {
  const baseline = baselineOf(readings);
  const up = instrument.higherIsBetter;
  const atCaseness = (score: number): boolean =>
    instrument.caseness !== null && (up ? score <= instrument.caseness : score >= instrument.caseness);
  const remits = (score: number): boolean =>
    instrument.remission !== null && (up ? score >= instrument.remission : score <= instrument.remission);
  const gained = (score: number): number => (up ? score - (baseline ?? 0) : (baseline ?? 0) - score);
  /** Reached this part of a response? In hundredths, to stay whole. */
  const reaches = (score: number, part: number): boolean => {
    if (baseline === null) return false;
    const toLose = up ? instrument.max - baseline : baseline - instrument.min;
    if (rule === 0 && instrument.response.kind === "points")
      return gained(score) >= instrument.response.points * part;
    const percent = rule === 1 || instrument.response.kind === "points" ? 50 : instrument.response.percent;
    return toLose > 0 && gained(score) * 100 >= percent * toLose * part;
  };
  const responds = (score: number): boolean => reaches(score, 1);
  const isCase = baseline !== null && atCaseness(baseline);
  const later = readings.some(({ day }) => day > 0);
  const evaluable = isCase && later;

  const sessionsBefore = (day: number | null): number | null =>
    day === null ? null : days.filter((session) => session < day).length;
  /** Day of the first reading in these days that fulfils the condition, and whose next one does where asked. */
  const first = (
    from: number,
    to: number,
    holds: (score: number) => boolean,
    confirmed: boolean,
  ): number | null => {
    for (const [i, { day, score }] of readings.entries()) {
      if (day < from || day > to || !holds(score)) continue;
      const next = readings[i + 1];
      if (!confirmed || (next !== undefined && holds(next.score))) return day;
    }
    return null;
  };
  const gap = (from: number, to: number): number | null => {
    const within = readings.filter(({ day }) => day >= from && day <= to);
    if (within.length < 2) return null;
    return Math.floor(median(within.slice(1).map(({ day }, i) => day - (within[i]?.day ?? NaN))) + 0.5);
  };

  const onset = (holds: (score: number) => boolean, confirmed = false): number | null =>
    evaluable ? first(1, 42, holds, confirmed) : null;
  const response = onset(responds);
  const confirmedResponse = onset(responds, true);
  const remission = onset(remits);
  const onsetLast = evaluable ? (readings.filter(({ day }) => day >= 1 && day <= 42).at(-1)?.day ?? 0) : null;

  const lastInduction = induction.at(-1);
  const end =
    lastInduction === undefined
      ? undefined
      : readings.filter(({ day }) => day >= lastInduction + 1 && day <= lastInduction + 14).at(-1);
  const zero = isCase && end !== undefined && responds(end.score) ? end.day : null;
  const durable = (holds: (score: number) => boolean, confirmed: boolean): number | null => {
    if (zero === null) return null;
    const day = first(zero + 1, zero + 365, holds, confirmed);
    return day === null ? null : day - zero;
  };
  const lost = (score: number): boolean => !responds(score);
  const maintenance = days.slice(induction.length).find((day) => zero !== null && day > zero);

  const row: Row = {
    baseline,
    is_case: isCase,
    later_score: later,
    onset_last_day: onsetLast,
    onset_last_sessions: sessionsBefore(onsetLast),
    onset_gap_days: evaluable ? gap(0, 42) : null,
    response_day: response,
    response_sessions: sessionsBefore(response),
    confirmed_day: confirmedResponse,
    confirmed_sessions: sessionsBefore(confirmedResponse),
    remission_day: remission,
    remission_sessions: sessionsBefore(remission),
    durability_zero_day: zero,
    durability_last_days: zero === null ? null : Math.min(365, (readings.at(-1)?.day ?? NaN) - zero),
    durability_gap_days: zero === null ? null : gap(zero, Infinity),
    loss_days: durable(lost, false),
    confirmed_loss_days: durable(lost, true),
    relapse_days: durable(atCaseness, false),
    confirmed_relapse_days: durable(atCaseness, true),
    item_baseline: baselineReading(readings)?.item ?? null,
    maintenance_days: zero === null || maintenance === undefined ? null : maintenance - zero,
  };
  for (const { code, from, to, target } of visits) {
    if (code === "BASELINE") continue;
    let chosen: Reading | null = null;
    for (const reading of readings) {
      if (reading.day < from || reading.day > to) continue;
      // By day, so only a strictly nearer one takes the place of an earlier one.
      if (chosen === null || Math.abs(reading.day - target) < Math.abs(chosen.day - target)) chosen = reading;
    }
    row[`score_${code.toLowerCase()}`] = chosen?.score ?? null;
    row[`item_${code.toLowerCase()}`] = chosen?.item ?? null;
    row[`change_${code.toLowerCase()}`] =
      chosen === null || baseline === null ? null : changeOf(chosen.score);
  }
  return row;

  function changeOf(score: number): number {
    if (remits(score)) return 5;
    if (responds(score)) return 4;
    if (reaches(score, 0.5)) return 3;
    return -gained(score) >= instrument.smallestImportantChange ? 1 : 2;
  }
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? NaN)) / 2;
}
