// On Citus, a distributed Postgres, the tables of patients are spread over its workers by patient, so that whatever is
// counted of patients is counted where they are; what their rows are joined to is copied to every node. After the
// migrations, like the rights: a table that one of them adds is settled with the others. Without Citus nothing is done.
import type { QueryRunner } from "typeorm";
import { setCounters } from "../setCounters";
import { isCitus } from "./isCitus";
import { copiedTables, SPREAD_BY, spreadLike, spreadTables } from "./spreadTables";

/** What a spread table refers to: another one, or one that is not spread. */
const referring = `
  select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition,
    confrelid = any($1::text[]::regclass[]) as "amongSpread"
  from pg_constraint where contype = 'f' and conrelid = any($1::text[]::regclass[])`;

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
  readonly amongSpread: boolean;
}

export async function distribute(runner: QueryRunner): Promise<void> {
  const ask: Ask = async (text, values = []) => (await runner.query(text, [...values])) as never;
  if (!(await isCitus(ask))) return;
  const settled = await ask<{ name: string }>(
    "select logicalrelid::text as name from pg_dist_partition where partmethod = 'h' or repmodel = 't'",
  );
  const isOpen = (table: string) => settled.every(({ name }) => name !== table);
  const [copied, spread] = [copiedTables.filter(isOpen), spreadTables.filter(isOpen)];
  if (copied.length + spread.length === 0) return;
  // Whole or not at all: a start that is cut off leaves everything as it was.
  await runner.startTransaction();
  try {
    // What refers to a table that is copied is done on one connection to each node.
    await ask("set local citus.multi_shard_modify_mode = 'sequential'");
    await settle(ask, copied, spread);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

async function settle(ask: Ask, copied: readonly string[], spread: readonly string[]): Promise<void> {
  // A table may not refer to one that is spread before it is spread itself: meanwhile, none of them refers to another.
  const references = spread.length === 0 ? [] : await ask<Reference>(referring, [spreadTables]);
  for (const { table, name } of references) await ask(`alter table ${table} drop constraint ${name}`);
  for (const table of copied) await ask("select create_reference_table($1::regclass)", [table]);
  for (const table of spread) {
    await ask("select create_distributed_table($1::regclass, $2, colocate_with => $3)", [
      table,
      SPREAD_BY,
      `public.${table}` === spreadLike ? "none" : spreadLike,
    ]);
    // What it held before has been copied to the workers, and lies here no longer.
    await ask("select truncate_local_data_after_distributing_table($1::regclass)", [table]);
  }
  // Those to a table that is copied are referencesGivenUp.
  for (const { table, name, definition } of references.filter(({ amongSpread }) => amongSpread))
    await ask(`alter table ${table} add constraint ${name} ${definition}`);
  // Citus makes some of them anew, with counters that begin at 1.
  await setCounters(ask);
}
