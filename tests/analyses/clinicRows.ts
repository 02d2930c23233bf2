// A registry of clinics that differ in their patients alone, or in how these fare: rows whose expected numbers can be
// counted by hand, since hardly anything varies but what is planned.
import { analysisRows, type AnalysisRows, type Row } from "../queries/analysisRows";

/** Patients alike in everything; so many of them in response at week 4, and with dissociation. */
export interface PlannedPatients {
  readonly clinic: number;
  readonly severity: "MODERATE" | "SEVERE";
  readonly sex?: 1 | 2;
  readonly patients: number;
  readonly events: number;
}

const severityNumbers = { MODERATE: 2, SEVERE: 4 } as const;
const alike = { condition: 1, modality: 1, age: 3, prior_trials: 2, course_number: 1, instrument: 1 };
const measured = { rule: 0, own: true, is_case: true, later_score: true, baseline: 20 };

export function clinicRows(plans: readonly PlannedPatients[]): AnalysisRows {
  const template = analysisRows(1, 1);
  const [course = {}, measure = {}] = [template.courses[0], template.measures[0]];
  const courses: Row[] = [];
  const measures: Row[] = [];
  for (const { clinic, severity, sex = 1, patients, events } of plans) {
    for (let at = 0; at < patients; at++) {
      const patient = { patient: `p${courses.length}`, course: 1 };
      const own = { ...alike, ...patient, clinic, sex, severity: severityNumbers[severity] };
      courses.push({ ...course, ...own, sessions: 6, worst_dissociation: at < events ? 1 : 0 });
      measures.push({ ...measure, ...own, ...measured, score_w4: at < events ? 5 : 18 });
    }
  }
  return { courses, measures, effects: [], profiles: [] };
}
