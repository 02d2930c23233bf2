/** What changed since the release before, and who has withdrawn with one course alone. */
import type { MigrationInterface, QueryRunner } from "typeorm";

const comments = {
  "release.changes":
    "What changed since the release before, as exact counts that the gate judges: kind, patients, courses, and among how many patients; null for a first release, and for those published before it was kept",
  "withdrawn.patient_hash":
    "SHA-256 of the dataset's name and the patient's id, and of the number of the course where one alone was withdrawn; the id itself is kept nowhere",
};
const before = "SHA-256 of the dataset's name and the patient's id; the id itself is kept nowhere";

const say = (runner: QueryRunner, column: string, meaning: string): Promise<unknown> =>
  runner.query(`comment on column ${column} is '${meaning.replaceAll("'", "''")}'`);

export class ReleaseChanges1760000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table release add column changes jsonb");
    for (const [column, meaning] of Object.entries(comments)) await say(runner, column, meaning);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table release drop column changes");
    await say(runner, "withdrawn.patient_hash", before);
  }
}
