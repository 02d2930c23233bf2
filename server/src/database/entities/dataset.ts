// A registry or a trial: where its rows came from and how to cite them. The migrations lay the table; this is its form in TypeScript, held equal by a test.
import { Column, Entity, PrimaryGeneratedColumn, Unique } from "typeorm";

@Entity({ name: "dataset", comment: "A registry or a trial" })
@Unique("dataset_name_key", ["name"])
export class Dataset {
  @PrimaryGeneratedColumn("identity", {
    generatedIdentity: "BY DEFAULT",
    type: "integer",
    primaryKeyConstraintName: "dataset_pkey",
    comment: "Number of the dataset in this database",
  })
  id!: number;

  @Column({
    type: "text",
    comment: "Short name in commands and addresses: lower-case letters, digits, hyphens",
  })
  name!: string;

  @Column({ type: "text", comment: "Name for readers" })
  title!: string;

  @Column({ type: "text", comment: "REGISTRY, TRIAL or SYNTHETIC" })
  kind!: string;

  @Column({ type: "text", comment: "Licence under which the data came" })
  licence!: string;

  @Column({ type: "text", comment: "How to cite the data" })
  citation!: string;

  @Column({
    name: "source_note",
    type: "text",
    default: "",
    comment: "Where the data came from, in a sentence",
  })
  sourceNote!: string;

  @Column({
    name: "patient_key",
    type: "text",
    default: "",
    comment:
      "Fingerprint of the key by which patients' ids were replaced; empty: the ids are as they were sent",
  })
  patientKey!: string;
}
