/**
 * Without the index of each condition's own measures: they are a third of a release's rows and lie on nearly all of its
 * pages, so that reading all of it takes no longer, and several processors share it. Publishing built it for a second.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class OwnByScan1760000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("drop index analysis_measure_own");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("create index analysis_measure_own on analysis_measure (release_id, rule) where own");
  }
}
