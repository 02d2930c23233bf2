// The way to the database: a pool of the analyses, which may read the analysis tables alone; a pool of the rooms that
// keep something (sessions, the audit …); and typeorm's DataSource for imports, releases and migrations. Never
// `synchronize`: the schema is what the migrations say. Not here: any statement of our own.
import "reflect-metadata";
import { DataSource } from "typeorm";
import { ANALYSES_ROLE, settleAnalysesRole } from "./analysesRole";
import { asUnavailable, codeOf } from "./asUnavailable";
import { askReplicas } from "./askReplicas";
import { distribute } from "./citus/distribute";
import { DatabaseUnavailable } from "./databaseUnavailable";
import { entities } from "./entities";
import { migrations } from "./migrations";
import { openPool, type Ask } from "./openPool";
import { openReplica } from "./replica";

export { asUnavailable } from "./asUnavailable";
export { DatabaseUnavailable } from "./databaseUnavailable";

export interface Database {
  /** For imports and releases: entities, transactions; `createQueryRunner().connect()` is the pg client (COPY). */
  readonly dataSource: DataSource;
  /** For the analyses: one statement, values only as $n, as a role that reads the analysis tables and writes nothing. */
  readonly ask: Ask;
  /** For the rooms that keep something: one statement, values only as $n. */
  readonly query: Ask;
  /** True when the database answers now. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  readonly log?: (line: string) => void;
  /** Addresses of read replicas, which the analyses ask first. */
  readonly replicas?: readonly string[];
  /** Longest time one statement of `ask` or `query` may take. */
  readonly statementTimeoutMs?: number;
  /** Fewer than all of them, for a database as an older version made it. */
  readonly migrations?: readonly (typeof migrations)[number][];
}

const MINIMUM_VERSION = 140_000;
const CONNECT_WITHIN_MS = 5_000;
/** An import may think for long between two statements; a process that hangs may not keep its locks for ever. */
const IDLE_WRITER_MS = 15 * 60_000;
// Two cores gain nothing from more: measured, see CONTRIBUTING.
const READERS = 3;
const WRITERS = 4;
// Neither waiting for somebody's lock nor asleep.
const IS_WORKING = `SELECT EXISTS (
  SELECT FROM pg_stat_activity
  WHERE pid = ANY ($1::integer[]) AND state = 'active' AND coalesce(wait_event_type, '') NOT IN ('Lock', 'Timeout')
) AS working`;
// Any number: it keeps two processes that start together from migrating at once.
const MIGRATION_LOCK = 724_611_039;

export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const log = options.log ?? (() => undefined);
  const statementTimeoutMs = options.statementTimeoutMs ?? 30_000;
  const replicaUrls = options.replicas ?? [];
  checkUrl(url, "DATABASE_URL");
  for (const replica of replicaUrls) checkUrl(replica, "DATABASE_REPLICAS");
  const dataSource = new DataSource({
    type: "postgres",
    url,
    applicationName: "afterglow writes",
    entities: [...entities],
    migrations: [...(options.migrations ?? migrations)],
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logging: false,
    connectTimeoutMS: CONNECT_WITHIN_MS,
    poolErrorHandler: (error: unknown) =>
      log(`A database connection was lost (${codeOf(error) ?? "closed"}).`),
    extra: {
      max: WRITERS,
      keepAlive: true,
      idle_in_transaction_session_timeout: IDLE_WRITER_MS,
      options: "-c jit=off -c timezone=UTC",
    },
  });
  const cancel = (processId: number) => query("SELECT pg_cancel_backend($1::integer)", [processId]);
  const isWorking = async (processIds: readonly number[]) => {
    const [row] = await query<{ working: boolean }>(IS_WORKING, [processIds]);
    return row?.working === true;
  };
  const keeper = openPool(
    { url, name: "afterglow rooms", max: WRITERS, statementTimeoutMs, log },
    { cancel },
  );
  const reading = {
    name: "afterglow analyses",
    max: READERS,
    statementTimeoutMs,
    settings: { role: ANALYSES_ROLE, default_transaction_read_only: "on" },
    log,
  };
  const reader = openPool({ url, ...reading }, { cancel, isWorking });
  const checksumOf = async (releaseId: number) => {
    const asked = "SELECT checksum FROM release WHERE id = $1";
    return (await reader.ask<{ checksum: string }>(asked, [releaseId]))[0]?.checksum;
  };
  const replicas = replicaUrls.map((replicaUrl) =>
    openReplica({ url: replicaUrl, ...reading }, checksumOf, log),
  );
  const query: Ask = (...asked) => keeper.ask<never>(...asked).catch(unavailable);
  const readers = askReplicas(reader.ask, replicas);
  const ask: Ask = (...asked) => readers<never>(...asked).catch(unavailable);
  const close = async () => {
    await Promise.allSettled([
      reader.close(),
      ...replicas.map((replica) => replica.close()),
      keeper.close(),
      dataSource.isInitialized ? dataSource.destroy() : undefined,
    ]);
  };
  try {
    await checkVersion(query);
    await dataSource.initialize();
  } catch (error) {
    await close();
    throw asUnavailable(error);
  }
  const isReady = () =>
    query("SELECT 1").then(
      () => true,
      () => false,
    );
  return { dataSource, ask, query, isReady, close };
}

function unavailable(error: unknown): never {
  throw asUnavailable(error);
}

/** Brings the schema to the newest migration, each in its own transaction, and the analyses' role to its rights. */
export async function migrate(database: Database): Promise<void> {
  const runner = database.dataSource.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await database.dataSource.runMigrations({ transaction: "each" });
    await distribute(runner);
    await settleAnalysesRole(runner);
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await runner.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release().catch(() => undefined);
  }
}

async function checkVersion(query: Ask): Promise<void> {
  const [row] = await query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  if (row === undefined || row.version < MINIMUM_VERSION) {
    const major = row === undefined ? "unknown" : String(Math.floor(row.version / 10_000));
    throw new DatabaseUnavailable(
      `The database is Postgres ${major}; Afterglow needs 14 or newer (check DATABASE_URL).`,
    );
  }
}

function checkUrl(url: string, setting: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol !== "postgres:" && protocol !== "postgresql:") {
    throw new DatabaseUnavailable(
      `${setting} has to be an address that begins with postgres:// or postgresql://.`,
    );
  }
}
