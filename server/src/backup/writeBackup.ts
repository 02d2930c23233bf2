// Writes a backup: all tables as they were at one moment, whatever is asked, imported or published meanwhile. The file
// appears under its name when it is whole; it can be read by its owner alone.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { isCitus } from "../database/citus/isCitus";
import { asUnavailable, type Database } from "../database/dataSource";
import type { Ask } from "./ask";
import { backedUpTables, rowsOf } from "./backedUpTables";
import { CannotBackUp } from "./cannotBackUp";
import {
  FORMAT,
  FORMAT_VERSION,
  type BackupHead,
  type Manifest,
  type OnProgress,
  type TableSum,
} from "./manifest";

const snapshot = "begin isolation level repeatable read, read only";

export async function writeBackup(
  { dataSource }: Pick<Database, "dataSource">,
  file: string,
  onProgress: OnProgress = () => undefined,
): Promise<Manifest> {
  await access(file).then(
    () => {
      throw new CannotBackUp("There is a file of this name already: name another one.");
    },
    () => undefined,
  );
  const part = `${file}.part`;
  const runner = dataSource.createQueryRunner();
  const sums: TableSum[] = [];
  try {
    const client = (await runner.connect()) as PoolClient;
    const onCitus = await isCitus((sql) => client.query(sql).then(({ rows }) => rows as unknown[]));
    await client.query(snapshot);
    // A Citus has no snapshot of all its nodes: meanwhile nobody imports, withdraws or publishes, which all hold datasets.
    if (onCitus) await client.query("lock table dataset in exclusive mode");
    const out = createWriteStream(part, { flags: "w", mode: 0o600, flush: true });
    await pipeline(contents(client, sums, onProgress), createGzip(), out);
    await client.query("commit");
    await rename(part, file);
    return { tables: sums };
  } catch (error) {
    await runner.query("rollback").catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
    throw asUnavailable(error);
  } finally {
    await runner.release().catch(() => undefined);
  }
}

async function* contents(
  client: PoolClient,
  sums: TableSum[],
  onProgress: OnProgress,
): AsyncGenerator<Buffer | string> {
  const head = await headOf(async (sql, values = []) => (await client.query(sql, [...values])).rows as never);
  yield `${JSON.stringify(head)}\n`;
  for (const [at, table] of head.tables.entries()) {
    const hash = createHash("sha256");
    const rows = client.query(copyTo(`copy (${rowsOf(table)}) to stdout`));
    let bytes = 0;
    for await (const block of rows as AsyncIterable<Buffer>) {
      hash.update(block);
      bytes += block.length;
      onProgress({ table: table.name, at, of: head.tables.length, bytes });
      yield `${block.length}\n`;
      yield block;
    }
    yield "0\n";
    sums.push({ name: table.name, rows: rows.rowCount, sha256: hash.digest("hex") });
  }
  const manifest: Manifest = { tables: sums };
  yield `${JSON.stringify(manifest)}\n`;
}

async function headOf(ask: Ask): Promise<BackupHead> {
  const migrations = await ask<{ name: string }>("select name from migrations order by timestamp");
  const [server] = await ask<{ version: string }>("select current_setting('server_version') as version");
  const [audit] = await ask<{ lines: number; last: string }>(
    `select coalesce(max(number), 0)::int as lines,
      coalesce((array_agg(hash order by number desc))[1], repeat('0', 64)) as last from audit`,
  );
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    at: new Date().toISOString(),
    postgres: server?.version ?? "",
    migrations: migrations.map(({ name }) => name),
    tables: await backedUpTables(ask),
    audit: { lines: audit?.lines ?? 0, last: audit?.last ?? "" },
  };
}
