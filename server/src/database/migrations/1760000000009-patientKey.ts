/** A dataset remembers by which key its patients' ids were replaced, so that another key is noticed. */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class PatientKey1760000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table dataset add column patient_key text not null default ''");
    await runner.query(
      "comment on column dataset.patient_key is 'Fingerprint of the key by which patients'' ids were replaced; empty: the ids are as they were sent'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table dataset drop column patient_key");
  }
}
