// A pool of connections that asks one statement at a time, with every wait bounded: for a connection, for a lock, for
// the answer; and when the one who asked has gone, the statement is cancelled. Not here: what the connections may do.
import { DatabaseError, Pool, types, type CustomTypesConfig, type PoolClient } from "pg";
import { codeOf } from "./asUnavailable";
import { Turns } from "./turns";

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

/** What is asked of the database beside the pool, on another connection. */
export interface Beside {
  /** Ends the statement that a connection is busy with. */
  readonly cancel: (processId: number) => Promise<unknown>;
  /** Whether any of these connections works, and does not wait for a lock. Without it: none does. */
  readonly isWorking?: (processIds: readonly number[]) => Promise<boolean>;
}

export function openPool(options: PoolOptions, { cancel, isWorking }: Beside): OpenPool {
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
  const busy = new Set<number>();
  const turns = new Turns(max, () => isWorking?.([...busy]) ?? Promise.resolve(false));

  async function connect(): Promise<PoolClient> {
    try {
      return await pool.connect();
    } catch (error) {
      turns.giveBack();
      throw error;
    }
  }

  async function ask<Row extends object>(
    text: string,
    values: readonly unknown[] = [],
    signal?: AbortSignal,
  ): Promise<Row[]> {
    await turns.wait(signal);
    const client = await connect();
    busy.add(processIdOf(client));
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
      busy.delete(processIdOf(client));
      client.off("error", ignore);
      client.release(broken);
      turns.giveBack();
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
