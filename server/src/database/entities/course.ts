// A treatment course of one patient. Day 0 is its first session. The migrations lay the table; this is its form in TypeScript, held equal by a test.
import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Dataset } from "./dataset";

@Entity({ name: "course", comment: "A treatment course of one patient; day 0 is its first session" })
@ForeignKey(() => Dataset, ["datasetId"], ["id"], { name: "course_dataset_id_fkey" })
export class Course {
  @PrimaryColumn({
    name: "dataset_id",
    type: "integer",
    primaryKeyConstraintName: "course_pkey",
    comment: "The dataset",
  })
  datasetId!: number;

  @PrimaryColumn({
    type: "text",
    primaryKeyConstraintName: "course_pkey",
    comment: "Random patient id, meaningless outside the dataset",
  })
  patient!: string;

  @PrimaryColumn({
    type: "smallint",
    primaryKeyConstraintName: "course_pkey",
    comment: "Number of the treatment course of this patient, from 1",
  })
  course!: number;

  @Column({ type: "text", nullable: true, comment: "The clinic's code as the source names it" })
  clinic!: string | null;

  @Column({ type: "text", comment: "Condition treated: a code of the vocabulary" })
  condition!: string;

  @Column({
    name: "comorbid_conditions",
    type: "text",
    array: true,
    default: [],
    comment: "Other conditions, codes of the vocabulary",
  })
  comorbidConditions!: string[];

  @Column({ type: "text", comment: "What was given: a code of the vocabulary" })
  modality!: string;

  @Column({ type: "text", nullable: true, comment: "NONE, INTEGRATION or ASSISTED; null = not known" })
  psychotherapy!: string | null;

  @Column({
    name: "age_years",
    type: "smallint",
    nullable: true,
    comment: "Age at the first session, whole years; 90 stands for 90 and over",
  })
  ageYears!: number | null;

  @Column({ type: "text", nullable: true, comment: "FEMALE, MALE or OTHER; null = not known" })
  sex!: string | null;

  @Column({
    name: "prior_trials",
    type: "smallint",
    nullable: true,
    comment: "Adequate treatment trials before this course",
  })
  priorTrials!: number | null;

  @Column({
    name: "prior_ect",
    type: "boolean",
    nullable: true,
    comment: "Whether ECT was ever given before",
  })
  priorEct!: boolean | null;

  @Column({
    type: "boolean",
    nullable: true,
    comment: "Whether an antidepressant was taken during the course",
  })
  antidepressant!: boolean | null;

  @Column({
    type: "boolean",
    nullable: true,
    comment: "Whether a benzodiazepine was taken during the course",
  })
  benzodiazepine!: boolean | null;

  @Column({
    name: "mood_stabiliser",
    type: "boolean",
    nullable: true,
    comment: "Whether a mood stabiliser was taken during the course",
  })
  moodStabiliser!: boolean | null;

  @Column({
    name: "start_year",
    type: "smallint",
    nullable: true,
    comment: "Calendar year of the first session: the only calendar fact kept",
  })
  startYear!: number | null;

  @Column({ type: "text", nullable: true, comment: "CLINIC or HOME; null = not known" })
  setting!: string | null;

  @Column({ name: "end_day", type: "smallint", nullable: true, comment: "Day of the last contact" })
  endDay!: number | null;

  @Column({
    name: "end_reason",
    type: "text",
    nullable: true,
    comment:
      "Why contact ended: COMPLETED, ONGOING, LOST_TO_FOLLOW_UP, SIDE_EFFECT, LACK_OF_EFFECT, COST, OTHER",
  })
  endReason!: string | null;
}
