// Brings a backup into a database that holds nothing, in one transaction: tables as its own migrations made them, rows,
// counters; then everything is checked (hashes, releases, audit) before it is committed. What came with later migrations is
// for whoever opens the database next.
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { MigrationExecutor, type QueryRunner } from "typeorm";
import { asUnavailable, openDatabase, type Database } from "../database/dataSource";
import { migrations } from "../database/migrations";
import { makeParts } from "../database/releaseParts";
import { setCounters } from "../database/setCounters";
import type { Ask } from "./ask";
import { backedUpTables, listOf, type BackedUpTable } from "./backedUpTables";
import { BackupReader, damaged } from "./backupReader";
import { CannotBackUp } from "./cannotBackUp";
import type { BackupHead, Manifest, OnProgress, TableSum } from "./manifest";
import { readHead } from "./readHead";
import { verifyRestored } from "./verifyRestored";

export async function restoreBackup(
  url: string,
  file: string,
  onProgress: OnProgress = () => undefined,
): Promise<{ readonly head: BackupHead; readonly tables: readonly TableSum[] }> {
  const reader = new BackupReader(file);
  try {
    const head = readHead(await reader.json());
    const ownMigrations = migrations.filter(({ name }) => head.migrations.includes(name));
    const database = await openDatabase(url, { migrations: ownMigrations });
    try {
      return { head, tables: await restoreInto(database, head, reader, onProgress) };
    } finally {
      await database.close();
    }
  } finally {
    await reader.close();
  }
}

async function restoreInto(
  { dataSource }: Database,
  head: BackupHead,
  reader: BackupReader,
  onProgress: OnProgress,
): Promise<TableSum[]> {
  const runner = dataSource.createQueryRunner();
  const ask: Ask = (sql, values = []) => runner.query(sql, [...values]);
  try {
    await refuseUnlessEmpty(ask);
    await runner.startTransaction();
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = "none";
    await executor.executePendingMigrations();
    const sums = await fill(runner, ask, head, reader, onProgress);
    const manifest = (await reader.json()) as Manifest | null;
    await reader.end();
    if (JSON.stringify(manifest?.tables) !== JSON.stringify(sums)) throw damaged();
    await setCounters(ask);
    await verifyRestored(ask, head);
    await runner.commitTransaction();
    await ask("analyze");
    return sums;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw asUnavailable(error);
  } finally {
    await runner.release().catch(() => undefined);
  }
}

async function refuseUnlessEmpty(ask: Ask): Promise<void> {
  const [row] = await ask<{ tables: number }>(
    `select count(*)::int as tables from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
      -- An extension's own, as Citus has.
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')`,
  );
  if (row?.tables !== 0)
    throw new CannotBackUp(
      "This database holds tables already. A backup is restored into a new one alone: name an empty DATA_DIR, or a new database in DATABASE_URL.",
    );
}

async function fill(
  runner: QueryRunner,
  ask: Ask,
  head: BackupHead,
  reader: BackupReader,
  onProgress: OnProgress,
): Promise<TableSum[]> {
  const tables = await backedUpTables(ask);
  // The names go into statements: only those that the database itself gives.
  if (JSON.stringify(tables) !== JSON.stringify(head.tables)) throw damaged();
  const client = (await runner.connect()) as PoolClient;
  const sums: TableSum[] = [];
  for (const [at, table] of tables.entries()) {
    const say = (bytes: number) => onProgress({ table: table.name, at, of: tables.length, bytes });
    sums.push(await fillTable(client, table, reader, say));
    if (table.name === "release") await makeParts(ask);
  }
  return sums;
}

async function fillTable(
  client: PoolClient,
  table: BackedUpTable,
  reader: BackupReader,
  say: (bytes: number) => void,
): Promise<TableSum> {
  const hash = createHash("sha256");
  async function* hashed(): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const block of reader.blocks()) {
      hash.update(block);
      say((bytes += block.length));
      yield block;
    }
  }
  const rows = client.query(copyFrom(`copy ${listOf(table)} from stdin`));
  await pipeline(hashed(), rows).catch((error: unknown) => {
    // A row that the table does not take was changed in the file.
    throw isOfTheRow(error) ? damaged() : error;
  });
  return { name: table.name, rows: rows.rowCount ?? 0, sha256: hash.digest("hex") };
}

/** Of class 22 (data) or 23 (a rule of the table). */
const isOfTheRow = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));
