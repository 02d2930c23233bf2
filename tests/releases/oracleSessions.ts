// The oracle of session profiles: what the sessions of one course were like and what they cost, in plain loops over the
// source rows. Written from the comments of the columns, not from the SQL.
import type { Row } from "./publishedRelease";
import type { CourseRow, ScoreRow, SessionRow } from "./sourceRows";

/** `sessions` in order of their days; `induction`: the days of those that are induction, which come first. */
export function sessionProfile(
  course: CourseRow,
  sessions: readonly SessionRow[],
  induction: readonly number[],
  scores: readonly ScoreRow[],
): Row {
  const readings: Row = {};
  for (const sign of ["systolic", "diastolic", "heart_rate"] as const) {
    const both = sessions.filter((row) => row[`${sign}_before`] !== null && row[`${sign}_peak`] !== null);
    readings[`${sign}_before`] = tenths(both.map((row) => row[`${sign}_before`]));
    readings[`${sign}_peak`] = tenths(both.map((row) => row[`${sign}_peak`]));
  }
  const observedTo = lastSeen(course, sessions, scores);
  const endsInduction = induction.at(-1) ?? 0;
  return {
    sessions: sessions.length,
    duration: tenths(sessions.map((row) => row.duration_min)),
    psychotherapy_time: tenths(sessions.map((row) => row.psychotherapy_min)),
    recovery: tenths(sessions.map((row) => row.recovery_min)),
    ...readings,
    ecg_known: sessions.filter((row) => row.ecg_done !== null).length,
    ecg_done: sessions.filter((row) => row.ecg_done === true).length,
    vitals_known: sessions.filter((row) => row.vitals_monitored !== null).length,
    vitals_monitored: sessions.filter((row) => row.vitals_monitored === true).length,
    priced_sessions: sessions.filter((row) => row.cost_usd !== null).length,
    cost: dollars(pricedCents(sessions), pricedCents(sessions).length > 0 ? 1 : 0),
    induction_cost: costOf(sessions.slice(0, induction.length), sessions),
    half_year_cost:
      observedTo < endsInduction + 182
        ? null
        : costOf(
            sessions.filter((row) => row.day <= endsInduction + 182),
            sessions,
          ),
    year_cost:
      observedTo < 364
        ? null
        : costOf(
            sessions.filter((row) => row.day <= 364),
            sessions,
          ),
  };
}

/** A course that is over has been seen whole; one still going on, up to its last contact. */
function lastSeen(course: CourseRow, sessions: readonly SessionRow[], scores: readonly ScoreRow[]): number {
  if (course.end_reason !== "ONGOING") return Infinity;
  if (course.end_day !== null) return course.end_day;
  const scored = scores.filter((row) => !(row.day === 0 && row.hour > 0));
  return Math.max(0, ...sessions.map((row) => row.day), ...scored.map((row) => row.day));
}

/** The mean in tenths, rounded half up, in whole numbers. */
function tenths(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  return known.length === 0 ? null : Math.floor((20 * sum + known.length) / (2 * known.length));
}

const pricedCents = (sessions: readonly SessionRow[]): number[] =>
  sessions.flatMap(({ cost_usd: cost }) => (cost === null ? [] : [Math.round(100 * Number(cost))]));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Cents over a divisor as dollars, rounded half up. */
function dollars(cents: readonly number[], divisor: number): number | null {
  return divisor === 0 ? null : Math.floor((2 * sum(cents) + 100 * divisor) / (200 * divisor));
}

function costOf(part: readonly SessionRow[], whole: readonly SessionRow[]): number | null {
  const all = pricedCents(whole);
  const mine = pricedCents(part);
  const missing = part.length - mine.length;
  // Each missing one at the mean of all: over the number of all, so that nothing is rounded on the way.
  const spent = all.length * sum(mine) + missing * sum(all);
  return dollars([spent], all.length);
}
