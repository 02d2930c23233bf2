// The number under which readers see a clinic; its name stays inside. The migrations lay the table; this is its form in TypeScript, held equal by a test.
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from "typeorm";
import { Dataset } from "./dataset";

@Entity({
  name: "clinic",
  comment: "The number under which a clinic appears: stable over releases; its name stays inside",
})
@ForeignKey(() => Dataset, ["datasetId"], ["id"], { name: "clinic_dataset_id_fkey" })
@Unique("clinic_dataset_id_number_key", ["datasetId", "number"])
export class Clinic {
  @PrimaryColumn({
    name: "dataset_id",
    type: "integer",
    primaryKeyConstraintName: "clinic_pkey",
    comment: "The dataset",
  })
  datasetId!: number;

  @PrimaryColumn({
    type: "text",
    primaryKeyConstraintName: "clinic_pkey",
    comment: "The clinic's code as the source names it",
  })
  name!: string;

  @Column({ type: "smallint", comment: "The number that readers see: Clinic 7" })
  number!: number;
}
