// Scales that follow the sessions and not the illness: dissociation at its peak, and mania in bipolar
// depression.
import type { ModalityCode } from "@afterglow/shared";
import type { DueDay } from "./assessments";
import type { Person } from "./people";
import { clamp, type RandomStream } from "./random";
import type { ScoreRow, SessionRow, SideEffectRow } from "./rows";

/** Where dissociation is rated, and how often; it falls from session to session. */
const RATED = 0.35;
const peakOf: Partial<Record<ModalityCode, number>> = {
  KETAMINE_SUBLINGUAL: 9,
  KETAMINE_INTRANASAL: 10,
  ESKETAMINE_INTRANASAL: 8,
};

export function dissociationScores(
  random: RandomStream,
  person: Person,
  modality: ModalityCode,
  sessions: readonly SessionRow[],
): ScoreRow[] {
  if (modality === "ECT" || !random.chance(person.clinic.research ? 0.9 : RATED * 0.3)) return [];
  const rows: ScoreRow[] = [];
  const read = (day: number, hour: number, median: number) => {
    const total = clamp(Math.round(random.logNormal(median, 0.6)) - 1, 0, 92);
    rows.push({
      patient: person.id,
      course: sessions[0]?.course ?? 1,
      instrument: "CADSS",
      day,
      hour,
      total,
      suicidality: null,
    });
  };
  read(0, 0, 1.2);
  const high = (peakOf[modality] ?? 16) * Math.exp(0.35 * person.proneness);
  // Hours count from the first session, and are stated in the first three days alone.
  for (const [i, { day }] of sessions.slice(0, 2).entries()) {
    const hour = 24 * day + 1;
    if (hour <= 72) read(day, hour, high * 0.85 ** i + 1);
  }
  return rows;
}

export function maniaScores(
  random: RandomStream,
  person: Person,
  sessions: readonly SessionRow[],
  events: readonly SideEffectRow[],
  due: readonly DueDay[],
): ScoreRow[] {
  if (person.condition.code !== "BIPOLAR" || !random.chance(0.8)) return [];
  const course = sessions[0]?.course ?? 1;
  const switched = events.find(({ term }) => term === "HYPOMANIA_OR_MANIA")?.session;
  const from = sessions.find(({ number }) => number === switched)?.day;
  const days = [0, ...due.filter(({ isVisit }) => isVisit || random.chance(0.3)).map(({ day }) => day)];
  return days.map((day) => {
    const isHigh = from !== undefined && day > from && day <= from + 10;
    const total = clamp(Math.round(isHigh ? random.normal(19, 5) : random.normal(3, 2.4)), 0, 60);
    return { patient: person.id, course, instrument: "YMRS", day, hour: 0, total, suicidality: null };
  });
}
