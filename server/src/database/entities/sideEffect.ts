// One side effect observed in one session. The migrations lay the table; this is its form in TypeScript, held equal by a test.
import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Session } from "./session";

@Entity({ name: "side_effect", comment: "One side effect observed in one session" })
@ForeignKey(
  () => Session,
  ["datasetId", "patient", "course", "session"],
  ["datasetId", "patient", "course", "number"],
  { name: "side_effect_dataset_id_patient_course_session_fkey" },
)
export class SideEffect {
  @PrimaryColumn({
    name: "dataset_id",
    type: "integer",
    primaryKeyConstraintName: "side_effect_pkey",
    comment: "The dataset",
  })
  datasetId!: number;

  @PrimaryColumn({
    type: "text",
    primaryKeyConstraintName: "side_effect_pkey",
    comment: "Random patient id, meaningless outside the dataset",
  })
  patient!: string;

  @PrimaryColumn({
    type: "smallint",
    primaryKeyConstraintName: "side_effect_pkey",
    comment: "Number of the treatment course of this patient, from 1",
  })
  course!: number;

  @PrimaryColumn({
    type: "smallint",
    primaryKeyConstraintName: "side_effect_pkey",
    comment: "Number of the session",
  })
  session!: number;

  @PrimaryColumn({
    type: "text",
    primaryKeyConstraintName: "side_effect_pkey",
    comment: "Side effect: a code of the vocabulary",
  })
  term!: string;

  @Column({ type: "text", nullable: true, comment: "MILD, MODERATE or SEVERE; null = not known" })
  severity!: string | null;

  @Column({ type: "boolean", nullable: true, comment: "Whether it was a serious adverse event" })
  serious!: boolean | null;

  @Column({
    name: "onset_min",
    type: "smallint",
    nullable: true,
    comment: "Minutes from the start of the session",
  })
  onsetMin!: number | null;

  @Column({
    name: "duration_min",
    type: "integer",
    nullable: true,
    comment: "Minutes until it had gone; null = not known",
  })
  durationMin!: number | null;

  @Column({
    name: "action_taken",
    type: "text",
    nullable: true,
    comment: "What was done: a code of the vocabulary",
  })
  actionTaken!: string | null;

  @Column({
    name: "ascertained_by",
    type: "text",
    nullable: true,
    comment: "CHECKLIST (asked for) or SPONTANEOUS (reported)",
  })
  ascertainedBy!: string | null;
}
