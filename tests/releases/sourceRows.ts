// Source rows as plain objects, and how a test puts them into the database: straight by SQL, so that only publishing
// is under test.
import type { Database } from "../../server/src/database/dataSource";

export interface CourseRow {
  patient: string;
  course: number;
  clinic: string | null;
  condition: string;
  modality: string;
  psychotherapy: string | null;
  age_years: number | null;
  sex: string | null;
  prior_trials: number | null;
  prior_ect: boolean | null;
  antidepressant: boolean | null;
  benzodiazepine: boolean | null;
  mood_stabiliser: boolean | null;
  start_year: number | null;
  setting: string | null;
  end_day: number | null;
  end_reason: string | null;
}

export interface SessionRow {
  patient: string;
  course: number;
  number: number;
  day: number;
  duration_min: number | null;
  psychotherapy_min: number | null;
  recovery_min: number | null;
  systolic_before: number | null;
  systolic_peak: number | null;
  diastolic_before: number | null;
  diastolic_peak: number | null;
  heart_rate_before: number | null;
  heart_rate_peak: number | null;
  cost_usd: number | null;
  ecg_done: boolean | null;
  vitals_monitored: boolean | null;
}

export interface ScoreRow {
  patient: string;
  course: number;
  instrument: string;
  day: number;
  hour: number;
  total: number;
  suicidality: number | null;
}

export interface SideEffectRow {
  patient: string;
  course: number;
  session: number;
  term: string;
  severity: string | null;
  duration_min: number | null;
  ascertained_by: string | null;
}

export interface SourceRows {
  courses: CourseRow[];
  sessions: SessionRow[];
  scores: ScoreRow[];
  sideEffects: SideEffectRow[];
}

export const noRows = (): SourceRows => ({ courses: [], sessions: [], scores: [], sideEffects: [] });

/** A course of which nothing is known but its condition and treatment. */
export function bareCourse(patient: string, given: Partial<CourseRow> = {}): CourseRow {
  return {
    patient,
    course: 1,
    clinic: null,
    condition: "TRD",
    modality: "KETAMINE_IV",
    psychotherapy: null,
    age_years: null,
    sex: null,
    prior_trials: null,
    prior_ect: null,
    antidepressant: null,
    benzodiazepine: null,
    mood_stabiliser: null,
    start_year: null,
    setting: null,
    end_day: null,
    end_reason: null,
    ...given,
  };
}

/** A session of which nothing is known but its day. */
export function bareSession(
  patient: string,
  number: number,
  day: number,
  given: Partial<SessionRow> = {},
): SessionRow {
  return {
    patient,
    course: 1,
    number,
    day,
    duration_min: null,
    psychotherapy_min: null,
    recovery_min: null,
    systolic_before: null,
    systolic_peak: null,
    diastolic_before: null,
    diastolic_peak: null,
    heart_rate_before: null,
    heart_rate_peak: null,
    cost_usd: null,
    ecg_done: null,
    vitals_monitored: null,
    ...given,
  };
}

/** A score of the first course. */
export const bareScore = (
  patient: string,
  instrument: string,
  day: number,
  total: number,
  hour = 0,
): ScoreRow => ({ patient, course: 1, instrument, day, hour, total, suicidality: null });

export async function addDataset(database: Database, name: string): Promise<number> {
  const [row] = await database.query<{ id: number }>(
    `insert into dataset (name, title, kind, licence, citation) values ($1, $1, 'SYNTHETIC', 'CC0-1.0', 'none')
    returning id`,
    [name],
  );
  if (row === undefined) throw new Error("No dataset was made");
  return row.id;
}

export async function addRows(database: Database, datasetId: number, rows: SourceRows): Promise<void> {
  const tables = [
    ["course", rows.courses],
    ["session", rows.sessions],
    ["score", rows.scores],
    ["side_effect", rows.sideEffects],
  ] as const;
  for (const [table, list] of tables) {
    const [first] = list;
    if (first === undefined) continue;
    const columns = Object.keys(first).join(", ");
    await database.query(
      `insert into ${table} (dataset_id, ${columns})
      select $1, ${columns} from jsonb_populate_recordset(null::${table}, $2::jsonb)`,
      [datasetId, JSON.stringify(list)],
    );
  }
}
