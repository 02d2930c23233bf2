/**
 * One bit a course of a release, a row a fact: who has a category, who has a score at a visit. By them the disclosure
 * gate decides, before anything is tallied, whom an answer may be about. Kept as they are (storage external): most are
 * dense, and packing them would only cost time.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

const comments: Readonly<Record<string, string>> = {
  analysis_bitmap:
    "Bitmaps of a release: a bit a course, a row a fact; a fact that no course has is left out",
  "analysis_bitmap.release_id": "The release that this row is frozen in",
  "analysis_bitmap.fact":
    "What is so of the courses: they have a category of this dimension (its name in the vocabulary), or are treated, exposed, new in the release, a case … (in capitals)",
  "analysis_bitmap.instrument":
    "Number of the instrument in the vocabulary that the fact is about; 0 = of none",
  "analysis_bitmap.number":
    "Number of the category, of the visit, of the infusion or of the response rule that the fact is about; 0 = of none",
  "analysis_bitmap.courses":
    "1 where it is so. The courses of the release in order of course number, patient (by bytes) and course; then zeros up to a multiple of 64",
};

export class Bitmaps1760000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
  create table analysis_bitmap (
    release_id integer not null references release (id) on delete cascade,
    fact text not null,
    instrument smallint not null,
    number smallint not null,
    courses bit varying not null,
    primary key (release_id, fact, instrument, number)
  );
  alter table analysis_bitmap alter column courses set storage external;`);
    for (const [column, meaning] of Object.entries(comments)) {
      const target = column.includes(".") ? "column" : "table";
      await runner.query(`comment on ${target} ${column} is '${meaning}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table analysis_bitmap");
  }
}
