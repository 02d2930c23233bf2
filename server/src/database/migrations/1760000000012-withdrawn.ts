/** Who has withdrawn from a dataset, so that the next import of the same files does not bring them back. */
import type { MigrationInterface, QueryRunner } from "typeorm";

const comments = {
  "table withdrawn": "Patients who have withdrawn: their rows are gone, and no import brings them back",
  "column withdrawn.dataset_id": "The dataset",
  "column withdrawn.patient_hash":
    "SHA-256 of the dataset's name and the patient's id; the id itself is kept nowhere",
  "column audit.what":
    "ANSWER, EXPORT, SIGN_IN, SIGN_OUT, REFUSAL, IMPORT, WITHDRAWAL, PUBLISH, BACKUP, RESTORE, TOKEN, ROLES",
  "column withdrawn.withdrawn_at": "When their rows were removed",
};

export class Withdrawn1760000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table withdrawn (
      dataset_id integer not null references dataset (id),
      patient_hash text not null,
      withdrawn_at timestamptz not null default now(),
      primary key (dataset_id, patient_hash)
    )`);
    for (const [what, meaning] of Object.entries(comments))
      await runner.query(`comment on ${what} is '${meaning.replaceAll("'", "''")}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table withdrawn");
  }
}
