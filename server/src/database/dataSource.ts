// The way to the database: one pool that asks (the analyses), one typeorm DataSource that writes (imports,
// releases). Never `synchronize`: the schema is what the migrations say. Not here: any statement of our own.
import "reflect-metadata";
import { Pool, types, type CustomTypesConfig } from "pg";
import { DataSource } from "typeorm";
import { DatabaseUnavailable } from "./databaseUnavailable";
import { entities } from "./entities";
import { migrations } from "./migrations";

export { DatabaseUnavailable } from "./databaseUnavailable";

export interface Database {
  /** For imports and releases: entities, transactions; `createQueryRunner().connect()` is the pg client (COPY). */
  readonly dataSource: DataSource;
  /** For the analyses: one statement, values only as $n. Whole numbers, also bigint and numeric, are numbers. */
  readonly query: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** True when the database answers now. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  readonly log?: (line: string) => void;
  /** Longest time one analysis statement may take. */
  readonly statementTimeoutMs?: number;
}

const MINIMUM_VERSION = 140_000;
const CONNECT_WITHIN_MS = 5_000;
// Two cores gain nothing from more: measured, see CONTRIBUTING.
const READERS = 3;
const WRITERS = 4;
// Any number: it keeps two processes that start together from migrating at once.
const MIGRATION_LOCK = 724_611_039;

export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const log = options.log ?? (() => undefined);
  checkUrl(url);
  // Idle connections die when the database restarts; without a listener that would end Node.
  const onIdleError = (error: unknown) =>
    log(`A database connection was lost (${codeOf(error) ?? "closed"}).`);
  const pool = new Pool({
    connectionString: url,
    application_name: "afterglow analyses",
    max: READERS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    options: "-c jit=off -c timezone=UTC",
    types: NUMBERS,
  });
  pool.on("error", onIdleError);
  const dataSource = new DataSource({
    type: "postgres",
    url,
    applicationName: "afterglow writes",
    entities: [...entities],
    migrations: [...migrations],
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logging: false,
    connectTimeoutMS: CONNECT_WITHIN_MS,
    poolErrorHandler: onIdleError,
    extra: { max: WRITERS, keepAlive: true, options: "-c jit=off -c timezone=UTC" },
  });
  const query = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    try {
      return (await pool.query<Row>(sql, [...values])).rows;
    } catch (error) {
      throw asUnavailable(error);
    }
  };
  const close = async () => {
    await Promise.allSettled([pool.end(), dataSource.isInitialized ? dataSource.destroy() : undefined]);
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
  return { dataSource, query, isReady, close };
}

/** Brings the schema to the newest migration; each in its own transaction. */
export async function migrate(database: Database): Promise<void> {
  const runner = database.dataSource.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await database.dataSource.runMigrations({ transaction: "each" });
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await runner.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release().catch(() => undefined);
  }
}

/** The same error, or DatabaseUnavailable where the database is gone, full, or does not let us in. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  const rule = ruleOf(error);
  return rule === undefined ? error : new DatabaseUnavailable(`The database ${rule}.`, error);
}

function ruleOf(error: unknown): string | undefined {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : "";
  if (code === "28P01" || code === "28000") return "refuses the user or password (check DATABASE_URL)";
  if (code === "3D000") return "that is asked for does not exist (check DATABASE_URL)";
  if (code === "53100") return "has no disk space left";
  if (code === "53300") return "takes no more connections";
  if (code === "57014") return "took longer than the time allowed for one statement";
  if (/^(08|53|57P|58)/.test(code ?? "") || /^E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_|HOST|NET)/.test(code ?? "")) {
    return "cannot be reached (is it running? check DATABASE_URL)";
  }
  return /connection terminated|timeout exceeded when trying to connect|connection timeout/i.test(message)
    ? "cannot be reached (is it running? check DATABASE_URL)"
    : undefined;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  // A name that resolves to several addresses fails with one error for each.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

async function checkVersion(query: Database["query"]): Promise<void> {
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

function checkUrl(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol !== "postgres:" && protocol !== "postgresql:") {
    throw new DatabaseUnavailable(
      "DATABASE_URL has to be an address that begins with postgres:// or postgresql://.",
    );
  }
}

// Counts come as bigint and sums of them as numeric, which pg hands over as text. Ours are far below 2^53.
const WHOLE_NUMBERS: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC];
const NUMBERS: CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (WHOLE_NUMBERS.includes(oid)) return Number;
    return types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};
