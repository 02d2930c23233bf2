// A read replica of an embedded Postgres, as anyone makes one: a base backup of its folder while it runs, and a server on
// the copy that follows the first one's journal. The packages hold no pg_basebackup; this does what it does.
import { chownSync, cpSync, readdirSync, rmSync, statSync, writeFileSync, appendFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Client } from "pg";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "../../server/src/database/embedded/startEmbeddedPostgres";

const quick = { fsync: "off", full_page_writes: "on" };
/** The journal as a Postgres writes it that is followed. */
const followed = { ...quick, wal_level: "replica", max_wal_senders: "3" };

export const startPrimary = (dataDir: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, settings: followed });

/** Copies the folder of a running primary and sets it up to follow it. */
export async function copyPrimary(primaryUrl: string, from: string, to: string): Promise<void> {
  const client = new Client({ connectionString: primaryUrl });
  await client.connect();
  await client.query("select pg_backup_start('replica', true)");
  cpSync(from, to, { recursive: true, filter: (path) => basename(path) !== "postmaster.pid" });
  const { rows } = await client.query<{ label: string }>(
    "select labelfile as label from pg_backup_stop(false)",
  );
  await client.end();
  const folder = join(to, "postgres");
  writeFileSync(join(folder, "backup_label"), rows[0]?.label ?? "");
  writeFileSync(join(folder, "standby.signal"), "");
  const { hostname, port, username, password } = new URL(primaryUrl);
  appendFileSync(
    join(folder, "postgresql.auto.conf"),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  );
  const { uid, gid } = statSync(join(from, "postgres"));
  giveTo(folder, uid, gid);
}

function giveTo(path: string, uid: number, gid: number): void {
  chownSync(path, uid, gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), uid, gid);
}

export const startReplica = (dataDir: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, settings: { ...followed, hot_standby: "on" } });

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
