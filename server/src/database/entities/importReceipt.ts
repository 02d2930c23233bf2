// One finished import. What was refused is never stored. The migrations lay the table; this is its form in TypeScript, held equal by a test.
import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from "typeorm";
import { Dataset } from "./dataset";

@Entity({ name: "import_receipt", comment: "One finished import: what came in" })
@ForeignKey(() => Dataset, ["datasetId"], ["id"], { name: "import_receipt_dataset_id_fkey" })
export class ImportReceipt {
  @PrimaryGeneratedColumn("identity", {
    generatedIdentity: "BY DEFAULT",
    type: "integer",
    primaryKeyConstraintName: "import_receipt_pkey",
    comment: "Number of the import",
  })
  id!: number;

  @Column({ name: "dataset_id", type: "integer", comment: "The dataset" })
  datasetId!: number;

  @Column({
    name: "imported_at",
    type: "timestamptz",
    default: () => "now()",
    comment: "When it was committed",
  })
  importedAt!: Date;

  @Column({ type: "text", comment: "Name of the folder that was imported, without its path" })
  source!: string;

  @Column({ type: "bigint", comment: "Rows that were new" })
  inserted!: string;

  @Column({ type: "bigint", default: 0, comment: "Rows that took the place of one imported before" })
  superseded!: string;

  @Column({ type: "bigint", comment: "Rows that were already there, the same" })
  unchanged!: string;

  @Column({ type: "bigint", comment: "Rows refused: 0, since a refused row refuses the import" })
  rejected!: string;

  @Column({
    type: "jsonb",
    nullable: true,
    comment:
      "The receipt: files, what was left out, how they were read; never a value. Null for imports before it was kept",
  })
  receipt!: object | null;
}
