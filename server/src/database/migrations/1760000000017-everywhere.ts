/** A release that is spread over several machines is to be seen once all of them have it. */
import type { MigrationInterface, QueryRunner } from "typeorm";

const meaning =
  "Its rows are committed on every machine, and it may be asked; on a single one that is so from the start";

export class Everywhere1760000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table release add column everywhere boolean not null default true");
    await runner.query(`comment on column release.everywhere is '${meaning}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table release drop column everywhere");
  }
}
