/** An import keeps its whole receipt, so that it can be read later. */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class KeptReceipts1760000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table import_receipt add column receipt jsonb");
    await runner.query(
      "comment on column import_receipt.receipt is 'The receipt: files, what was left out, how they were read; never a value. Null for imports before it was kept'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table import_receipt drop column receipt");
  }
}
