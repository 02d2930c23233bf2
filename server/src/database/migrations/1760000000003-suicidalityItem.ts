/**
 * The suicidality item of the instruments that have one, at baseline and at each visit: nullable, and null in releases
 * that were published before. At the end of the row, since one figure alone reads it.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

const later = ["d1", "w1", "w2", "w3", "w4", "w6", "w8", "w12", "w16", "w20", "w26", "w39", "w52"];
const visits = ["baseline", ...later];

export class SuicidalityItem1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = visits.map((visit) => `add column item_${visit} smallint`).join(", ");
    await runner.query(`alter table analysis_measure ${columns}`);
    const meaning = "as recorded; null = none recorded, or the instrument has no such item";
    await runner.query(
      `comment on column analysis_measure.item_baseline is 'Suicidality item of the baseline score, ${meaning}'`,
    );
    for (const visit of later) {
      await runner.query(
        `comment on column analysis_measure.item_${visit}
        is 'Suicidality item of the score that counts for visit ${visit.toUpperCase()}, ${meaning}'`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const columns = visits.map((visit) => `drop column item_${visit}`).join(", ");
    await runner.query(`alter table analysis_measure ${columns}`);
  }
}
