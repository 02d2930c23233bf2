// A treatment session of a course. The migrations lay the table; this is its form in TypeScript, held equal by a test.
import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Course } from "./course";

@Entity({ name: "session", comment: "A treatment session" })
@ForeignKey(() => Course, ["datasetId", "patient", "course"], ["datasetId", "patient", "course"], {
  name: "session_dataset_id_patient_course_fkey",
})
export class Session {
  @PrimaryColumn({
    name: "dataset_id",
    type: "integer",
    primaryKeyConstraintName: "session_pkey",
    comment: "The dataset",
  })
  datasetId!: number;

  @PrimaryColumn({
    type: "text",
    primaryKeyConstraintName: "session_pkey",
    comment: "Random patient id, meaningless outside the dataset",
  })
  patient!: string;

  @PrimaryColumn({
    type: "smallint",
    primaryKeyConstraintName: "session_pkey",
    comment: "Number of the treatment course of this patient, from 1",
  })
  course!: number;

  @PrimaryColumn({
    type: "smallint",
    primaryKeyConstraintName: "session_pkey",
    comment: "Number of the session within the course, from 1",
  })
  number!: number;

  @Column({ type: "smallint", comment: "Day after the first session; the first is day 0" })
  day!: number;

  @Column({
    type: "text",
    nullable: true,
    comment: "INDUCTION or MAINTENANCE as the clinic states it; releases derive their own",
  })
  phase!: string | null;

  @Column({
    name: "dose_mg_per_kg",
    type: "numeric",
    precision: 6,
    scale: 3,
    nullable: true,
    comment: "Dose, mg per kg of body weight",
  })
  doseMgPerKg!: string | null;

  @Column({
    name: "duration_min",
    type: "smallint",
    nullable: true,
    comment: "Length of the administration, minutes",
  })
  durationMin!: number | null;

  @Column({
    name: "psychotherapy_min",
    type: "smallint",
    nullable: true,
    comment: "Psychotherapy within the session, minutes",
  })
  psychotherapyMin!: number | null;

  @Column({
    name: "recovery_min",
    type: "smallint",
    nullable: true,
    comment: "From the end of administration to fit to leave, minutes",
  })
  recoveryMin!: number | null;

  @Column({
    name: "systolic_before",
    type: "smallint",
    nullable: true,
    comment: "Systolic blood pressure before, mmHg",
  })
  systolicBefore!: number | null;

  @Column({
    name: "systolic_peak",
    type: "smallint",
    nullable: true,
    comment: "Highest systolic blood pressure during the session, mmHg",
  })
  systolicPeak!: number | null;

  @Column({
    name: "diastolic_before",
    type: "smallint",
    nullable: true,
    comment: "Diastolic blood pressure before, mmHg",
  })
  diastolicBefore!: number | null;

  @Column({
    name: "diastolic_peak",
    type: "smallint",
    nullable: true,
    comment: "Highest diastolic blood pressure during the session, mmHg",
  })
  diastolicPeak!: number | null;

  @Column({
    name: "heart_rate_before",
    type: "smallint",
    nullable: true,
    comment: "Heart rate before, beats per minute",
  })
  heartRateBefore!: number | null;

  @Column({
    name: "heart_rate_peak",
    type: "smallint",
    nullable: true,
    comment: "Highest heart rate during the session, beats per minute",
  })
  heartRatePeak!: number | null;

  @Column({
    name: "cost_usd",
    type: "numeric",
    precision: 9,
    scale: 2,
    nullable: true,
    comment: "Cost of the session, US dollars",
  })
  costUsd!: string | null;

  @Column({ name: "ecg_done", type: "boolean", nullable: true, comment: "Whether an ECG was done" })
  ecgDone!: boolean | null;

  @Column({
    name: "vitals_monitored",
    type: "boolean",
    nullable: true,
    comment: "Whether vital signs were monitored",
  })
  vitalsMonitored!: boolean | null;
}
