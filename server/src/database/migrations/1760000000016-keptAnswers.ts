/** Answers that are given again instead of being computed again. They can be computed at any time, so none is backed up. */
import type { MigrationInterface, QueryRunner } from "typeorm";

const comments = {
  "table kept_answer":
    "Answers that have been through the disclosure gate, kept to be given again. Nothing is lost when one is removed",
  "column kept_answer.key":
    "SHA-256 of all that the answer depends on: the program, the disclosure policy, the release and its checksum, the question",
  "column kept_answer.release_id": "The release that was asked; its answers go with it",
  "column kept_answer.answer": "The answer, as JSON",
  "column kept_answer.bytes": "Its length",
  "column kept_answer.used_at": "When it was last read from here: the oldest goes first",
};

export class KeptAnswers1760000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table kept_answer (
      key text primary key,
      release_id integer not null references release (id) on delete cascade,
      answer text not null,
      bytes integer not null,
      used_at timestamptz not null default now()
    )`);
    await runner.query("create index kept_answer_release on kept_answer (release_id)");
    for (const [what, meaning] of Object.entries(comments))
      await runner.query(`comment on ${what} is '${meaning.replaceAll("'", "''")}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table kept_answer");
  }
}
