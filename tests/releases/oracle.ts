// The oracle of publishing: what a release has to hold, computed from the same source rows in plain loops. Written
// from the comments of the analysis columns, not from the SQL; it takes only names and numbers of the vocabulary.
// Here: the courses and their side effects. The endpoints are oracleMeasures', the sessions oracleSessions'.
import { conditions, instruments, modalities, psychotherapies, sideEffects } from "@afterglow/shared";
import { baselineOf, measureRows, median, readingsOf } from "./oracleMeasures";
import { sessionProfile } from "./oracleSessions";
import type { AnalysisRows, Row } from "./publishedRelease";
import type { CourseRow, SessionRow, SourceRows } from "./sourceRows";

export function expectedRelease(
  source: SourceRows,
  clinicNumbers: ReadonlyMap<string, number>,
): AnalysisRows {
  const expected: AnalysisRows = { courses: [], sideEffects: [], measures: [], sessionProfiles: [] };
  for (const course of source.courses) {
    if (course.course > 3) continue;
    const ofCourse = <R extends { patient: string; course: number }>(rows: R[]): R[] =>
      rows.filter((row) => row.patient === course.patient && row.course === course.course);
    const sessions = ofCourse(source.sessions).sort((a, b) => a.day - b.day || a.number - b.number);
    const scores = ofCourse(source.scores);
    const effects = ofCourse(source.sideEffects);
    const days = sessions.map(({ day }) => day);
    const induction = inductionOf(days);
    const key = { patient: course.patient, course: course.course };
    const dimensions = {
      condition: numberIn(conditions, course.condition),
      modality: numberIn(modalities, course.modality),
      protocol: protocolNumber(course.modality, induction),
      psychotherapy: numberIn(psychotherapies, course.psychotherapy),
      maintenance: maintenanceNumber(days, induction.length),
      severity: severityNumber(course, scores),
      ...plainDimensions(course),
      clinic: course.clinic === null ? 0 : (clinicNumbers.get(course.clinic) ?? -1),
    };
    const worst: Row = {};
    const counts: Row = {};
    for (const { code } of sideEffects) {
      const seen = effects.filter(({ term }) => term === code);
      const known = seen
        .map(({ severity }) => severityNumberOf(severity))
        .filter((severity) => severity !== 4);
      worst[`worst_${code.toLowerCase()}`] =
        seen.length === 0 ? 0 : known.length === 0 ? 4 : Math.max(...known);
      counts[`sessions_${code.toLowerCase()}`] = new Set(seen.map(({ session }) => session)).size;
    }
    const found = new Set(effects.map(({ ascertained_by }) => ascertained_by));
    expected.courses.push({
      ...key,
      ...dimensions,
      age_years: course.age_years,
      sessions: sessions.length,
      induction_sessions: induction.length,
      ascertained: found.has("CHECKLIST") ? 1 : found.has("SPONTANEOUS") ? 2 : 0,
      systolic_rise: meanRise(sessions, "systolic_before", "systolic_peak"),
      diastolic_rise: meanRise(sessions, "diastolic_before", "diastolic_peak"),
      heart_rate_rise: meanRise(sessions, "heart_rate_before", "heart_rate_peak"),
      ...worst,
      ...counts,
    });
    for (const { code, number } of sideEffects) {
      const seen = effects.filter(({ term }) => term === code);
      if (seen.length === 0) continue;
      const sessionsWith = (wanted: number) =>
        seen.filter(({ severity }) => severityNumberOf(severity) === wanted).length;
      const minutes = seen.map(({ duration_min }) => duration_min).filter((known) => known !== null);
      let infusions = 0;
      for (let session = 1; session <= 12; session++)
        if (seen.some((row) => row.session === session)) infusions += 2 ** (session - 1);
      expected.sideEffects.push({
        ...key,
        term: number,
        ...dimensions,
        infusions,
        sessions_mild: sessionsWith(1),
        sessions_moderate: sessionsWith(2),
        sessions_severe: sessionsWith(3),
        sessions_unknown: sessionsWith(4),
        longest_min: minutes.length === 0 ? null : Math.max(...minutes),
      });
    }
    if (sessions.length > 0) {
      const profile = sessionProfile(course, sessions, induction, scores);
      expected.sessionProfiles.push({ ...key, ...dimensions, ...profile });
    }
    const measures = measureRows(course, days, induction, scores);
    expected.measures.push(...measures.map((row) => ({ ...key, ...dimensions, ...row })));
  }
  return expected;
}

function plainDimensions(course: CourseRow): Row {
  const answer = (given: boolean | null) => (given === null ? 0 : given ? 2 : 1);
  const age = course.age_years;
  const trials = course.prior_trials;
  return {
    age:
      age === null || age < 18
        ? 0
        : age < 30
          ? 1
          : age < 40
            ? 2
            : age < 50
              ? 3
              : age < 60
                ? 4
                : age < 70
                  ? 5
                  : 6,
    sex: ["FEMALE", "MALE", "OTHER"].indexOf(course.sex ?? "") + 1,
    prior_trials: trials === null ? 0 : trials <= 1 ? 1 : trials === 2 ? 2 : trials <= 4 ? 3 : 4,
    prior_ect: answer(course.prior_ect),
    antidepressant: answer(course.antidepressant),
    benzodiazepine: answer(course.benzodiazepine),
    mood_stabiliser: answer(course.mood_stabiliser),
    setting: ["CLINIC", "HOME"].indexOf(course.setting ?? "") + 1,
    course_number: course.course,
    start_year: course.start_year ?? 0,
  };
}

function numberIn(table: readonly { code: string; number: number }[], code: string | null): number {
  return table.find((entry) => entry.code === code)?.number ?? 0;
}

function severityNumberOf(severity: string | null): number {
  return severity === null ? 4 : ["MILD", "MODERATE", "SEVERE"].indexOf(severity) + 1;
}

/** Sessions up to the first gap of more than 14 days, at most 12. */
function inductionOf(days: number[]): number[] {
  const induction: number[] = [];
  for (const day of days) {
    const previous = induction.at(-1);
    if (induction.length === 12 || (previous !== undefined && day - previous > 14)) break;
    induction.push(day);
  }
  return induction;
}

function protocolNumber(modality: string, induction: number[]): number {
  const n = induction.length;
  if (n === 0) return 0;
  const span = (induction.at(-1) ?? 0) - (induction[0] ?? 0);
  if (modality === "ECT") return n >= 6 ? 4 : 5;
  if (n === 1) return 1;
  if (n >= 3 && n <= 5 && span <= 10) return 2;
  if (n >= 5 && n <= 8 && span <= 28) return 3;
  return 5;
}

function maintenanceNumber(days: number[], inductionSessions: number): number {
  if (days.length === 0) return 0;
  if (days.length === inductionSessions) return 1;
  const gaps: number[] = [];
  for (let i = inductionSessions; i < days.length; i++) gaps.push((days[i] ?? 0) - (days[i - 1] ?? 0));
  const gap = median(gaps);
  return gap < 28 ? 3 : gap > 42 ? 4 : 2;
}

function severityNumber(course: CourseRow, scores: SourceRows["scores"]): number {
  const own = conditions.find(({ code }) => code === course.condition)?.ownInstrument;
  const others = instruments.filter(({ code }) => code !== own);
  for (const instrument of [...instruments.filter(({ code }) => code === own), ...others]) {
    const baseline = baselineOf(readingsOf(scores, instrument.code));
    if (baseline === null) continue;
    const band = instrument.bands.find(({ from, to }) => baseline >= from && baseline <= to);
    return ["BELOW_CASENESS", "MODERATE", "MODERATELY_SEVERE", "SEVERE"].indexOf(band?.severity ?? "") + 1;
  }
  return 0;
}

function meanRise(sessions: SessionRow[], before: keyof SessionRow, peak: keyof SessionRow): number | null {
  let sum = 0;
  let n = 0;
  for (const session of sessions) {
    const from = session[before];
    const to = session[peak];
    if (from === null || to === null) continue;
    sum += Number(to) - Number(from);
    n += 1;
  }
  return n === 0 ? null : Math.floor((20 * sum + n) / (2 * n));
}
