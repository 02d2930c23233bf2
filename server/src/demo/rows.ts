// The rows of the synthetic registry as the source tables have them, before they are written as text.
import type {
  AscertainmentCode,
  ConditionCode,
  EndReasonCode,
  InstrumentCode,
  ModalityCode,
  PhaseCode,
  PsychotherapyCode,
  SettingCode,
  SexCode,
  SideEffectActionCode,
  SideEffectCode,
  SideEffectSeverityCode,
} from "@afterglow/shared";

export interface CourseRow {
  patient: string;
  course: number;
  clinic: string;
  condition: ConditionCode;
  comorbid_conditions: ConditionCode[];
  modality: ModalityCode;
  psychotherapy: PsychotherapyCode | null;
  age_years: number | null;
  sex: SexCode | null;
  prior_trials: number | null;
  prior_ect: boolean | null;
  antidepressant: boolean | null;
  benzodiazepine: boolean | null;
  mood_stabiliser: boolean | null;
  start_year: number;
  setting: SettingCode | null;
  end_day: number;
  end_reason: EndReasonCode;
}

export interface SessionRow {
  patient: string;
  course: number;
  number: number;
  day: number;
  phase: PhaseCode;
  dose_mg_per_kg: number | null;
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
  instrument: InstrumentCode;
  day: number;
  hour: number;
  total: number;
  suicidality: number | null;
}

export interface SideEffectRow {
  patient: string;
  course: number;
  session: number;
  term: SideEffectCode;
  severity: SideEffectSeverityCode | null;
  serious: boolean;
  onset_min: number | null;
  duration_min: number | null;
  action_taken: SideEffectActionCode | null;
  ascertained_by: AscertainmentCode;
}
