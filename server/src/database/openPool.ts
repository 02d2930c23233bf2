// A pool of connections that asks one statement at a time, with every wait bounded: for a connection, for a lock, for
// the answer; and when the one who asked has gone, the statement is cancelled. Not here: what the connections may do.
import { DatabaseError, Pool, types, type CustomTypesConfig, type PoolClient } from "pg";
import { codeOf } from "./asUnavailable";
import { DatabaseUnavailable } from "./databaseUnavailable";

export interface PoolOptions {
  readonly url: string;
  readonly name: string;
  readonly max: number;
  readonly statementTimeoutMs: number;
  /** Settings of each connection, besides those of all. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/**
 * One statement, values only as $n. With a signal it is given up when that is given, cancelled or not begun, and rejects
 * with the signal's own reason.
 */
export type Ask = <Row extends object>(
  sql: string,
  values?: readonly unknown[],
  signal?: AbortSignal,
) => Promise<Row[]>;

export interface OpenPool {
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

const CONNECT_WITHIN_MS = 5_000;
// All connections are lent and none came back for so long: whoever waits is told, within 1.5 s. Looks are counted, not
// milliseconds: a process that was held up itself finds many answers waiting once it goes on.
const LOOK_EVERY_MS = 100;
const STUCK_AFTER_LOOKS = 12;

/** `cancel` ends the statement that a connection is busy with; it needs another connection. */
export function openPool(options: PoolOptions, cancel: (processId: number) => Promise<unknown>): OpenPool {
  const { url, name, max, statementTimeoutMs, settings = {}, log } = options;
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    max,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: statementTimeoutMs,
    // Where not even Postgres's own refusal comes through.
    query_timeout: statementTimeoutMs + 5_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    options: Object.entries({ jit: "off", timezone: "UTC", ...settings })
      .map(([setting, value]) => `-c ${setting}=${value}`)
      .join(" "),
    types: NUMBERS,
  });
  // Idle connections die when the database restarts; without a listener that would end Node.
  pool.on("error", (error) => log(`A database connection was lost (${codeOf(error) ?? "closed"}).`));
  let lent = 0;
  let turns = 0;

  /** A connection; or a refusal, once nobody who waits has got any for a while, or the one who asked has gone. */
  function take(signal: AbortSignal | undefined): Promise<PoolClient> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      let waiting = true;
      const refuse = (error: Error) => {
        waiting = false;
        clearInterval(watch);
        signal?.removeEventListener("abort", onAbort);
        reject(error);
      };
      const onAbort = () => refuse(signal?.reason as Error);
      signal?.addEventListener("abort", onAbort, { once: true });
      let seen = turns;
      let looks = 0;
      const watch = setInterval(() => {
        looks = lent < max || turns !== seen ? 0 : looks + 1;
        seen = turns;
        if (looks < STUCK_AFTER_LOOKS) return;
        refuse(new DatabaseUnavailable("The database has no connection free: all are busy."));
      }, LOOK_EVERY_MS);
      pool.connect().then((client) => {
        clearInterval(watch);
        signal?.removeEventListener("abort", onAbort);
        turns += 1;
        if (waiting) resolve(client);
        else client.release();
      }, refuse);
    });
  }

  async function ask<Row extends object>(
    text: string,
    values: readonly unknown[] = [],
    signal?: AbortSignal,
  ): Promise<Row[]> {
    const client = await take(signal);
    lent += 1;
    let cancelled: Promise<unknown> | undefined;
    const onAbort = () => {
      cancelled = cancel(processIdOf(client)).catch(() => undefined);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    // The statement that fails says the same; unheard it would end Node.
    client.on("error", ignore);
    let begun = false;
    let broken = false;
    try {
      signal?.throwIfAborted();
      begun = true;
      // The extended protocol takes one statement alone, whatever the text.
      const query = { text, values: [...values], queryMode: "extended" };
      return (await client.query<Row>(query)).rows;
    } catch (error) {
      // After less than an answer of Postgres it may be closed, or busy with what nobody waits for.
      broken = begun && !(error instanceof DatabaseError && error.severity === "ERROR");
      if (codeOf(error) === CANCELLED) signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener("abort", onAbort);
      // A cancel under way would hit the next statement.
      await cancelled;
      lent -= 1;
      turns += 1;
      client.off("error", ignore);
      client.release(broken);
    }
  }

  return { ask, close: () => pool.end() };
}

const ignore = () => undefined;

/** Postgres's code for a statement that was cancelled, or took too long. */
const CANCELLED = "57014";

/** pg knows it, its types do not. */
function processIdOf(client: PoolClient): number {
  return "processID" in client && typeof client.processID === "number" ? client.processID : 0;
}

// Counts come as bigint and sums of them as numeric, which pg hands over as text. Ours are far below 2^53.
const WHOLE_NUMBERS: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC];
const NUMBERS: CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (WHOLE_NUMBERS.includes(oid)) return Number;
    return types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};
