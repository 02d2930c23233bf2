// One assessment with one instrument. The migrations lay the table; this is its form in TypeScript, held equal by a test.
import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Course } from "./course";

@Entity({ name: "score", comment: "One assessment with one instrument" })
@ForeignKey(() => Course, ["datasetId", "patient", "course"], ["datasetId", "patient", "course"], {
  name: "score_dataset_id_patient_course_fkey",
})
export class Score {
  @PrimaryColumn({
    name: "dataset_id",
    type: "integer",
    primaryKeyConstraintName: "score_pkey",
    comment: "The dataset",
  })
  datasetId!: number;

  @PrimaryColumn({
    type: "text",
    primaryKeyConstraintName: "score_pkey",
    comment: "Random patient id, meaningless outside the dataset",
  })
  patient!: string;

  @PrimaryColumn({
    type: "smallint",
    primaryKeyConstraintName: "score_pkey",
    comment: "Number of the treatment course of this patient, from 1",
  })
  course!: number;

  @PrimaryColumn({
    type: "text",
    primaryKeyConstraintName: "score_pkey",
    comment: "Instrument: a code of the vocabulary",
  })
  instrument!: string;

  @PrimaryColumn({
    type: "smallint",
    primaryKeyConstraintName: "score_pkey",
    comment: "Day after the first session; negative before it",
  })
  day!: number;

  @PrimaryColumn({
    type: "smallint",
    default: 0,
    primaryKeyConstraintName: "score_pkey",
    comment: "Hours after the first session began, on the first days; 0 = before dosing or not stated",
  })
  hour!: number;

  @Column({ type: "smallint", comment: "Total score within the instrument's range" })
  total!: number;

  @Column({
    type: "smallint",
    nullable: true,
    comment: "The instrument's suicidality item, where it has one",
  })
  suicidality!: number | null;
}
