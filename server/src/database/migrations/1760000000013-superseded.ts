/** Which courses were corrected by an import, until a release has told how many. */
import type { MigrationInterface, QueryRunner } from "typeorm";

const comments = {
  "column import_receipt.superseded": "Rows that took the place of one imported before",
  "table superseded": "Courses of which an import superseded rows, and no release has told of it yet",
  "column superseded.dataset_id": "The dataset",
  "column superseded.patient": "Random patient id, meaningless outside the dataset",
  "column superseded.course": "Number of the treatment course of this patient, from 1",
  "column superseded.source_table": "The source table of the rows: course, session, score or side_effect",
  "column superseded.import_id": "The import that superseded them",
};

export class Superseded1760000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table import_receipt add column superseded bigint not null default 0");
    // No receipt before had such rows: a changed one was refused.
    await runner.query(`update import_receipt set receipt = jsonb_set(receipt, '{files}', (
        select coalesce(jsonb_agg(file || '{"superseded": 0}' order by place), '[]')
        from jsonb_array_elements(receipt -> 'files') with ordinality each (file, place)))
      where receipt is not null`);
    // No line outlives its course: whoever withdraws takes them along.
    await runner.query(`create table superseded (
      dataset_id integer not null,
      patient text not null,
      course smallint not null,
      source_table text not null,
      import_id integer not null references import_receipt (id),
      primary key (dataset_id, patient, course, source_table, import_id),
      foreign key (dataset_id, patient, course) references course
    )`);
    for (const [what, meaning] of Object.entries(comments))
      await runner.query(`comment on ${what} is '${meaning}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table superseded");
    await runner.query("alter table import_receipt drop column superseded");
  }
}
