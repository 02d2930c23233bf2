// A thread of its own that counts over columns, while the server's reads questions, decides about cohorts and writes
// answers. Both share the bytes of the columns. Where the thread ends, what was asked of it is counted here, and the next
// question begins another.
import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CountedRow, Counting } from "../queries/counting";
import type { Scope } from "../queries/whereCohort";
import type { ReleaseColumns } from "./columnStore";
import type { Columns } from "./columns";
import { countInColumns } from "./countInColumns";
import type { FromThread, NamedColumns, ToThread } from "./countingProgram";
import { unpacked } from "./packedRows";

const program = join(__dirname, `countingProgram${extname(__filename)}`);

/** Null: the thread has ended without an answer. */
type Asked = (answer: FromThread | null) => void;

export class CountingThread {
  #worker: Worker | undefined;
  readonly #asked = new Map<number, Asked>();
  /** Those that the thread has. */
  readonly #numbers = new Map<Columns, number>();
  #next = 0;

  /** `execArgv`: what Node is told for the thread; as for the process where it is not said. */
  constructor(
    readonly logError: (error: unknown) => void,
    readonly execArgv?: readonly string[],
  ) {}

  /** As countInColumns. Rejects with the signal's reason once nobody waits any more. */
  async count(
    columns: ReleaseColumns,
    scope: Scope,
    { rows: _, ...counting }: Counting,
    signal?: AbortSignal,
  ): Promise<CountedRow[]> {
    signal?.throwIfAborted();
    const worker = (this.#worker ??= this.#begin());
    const id = this.#next++;
    const drop = (): void => this.#send(worker, { is: "drop", id });
    signal?.addEventListener("abort", drop, { once: true });
    const answer = await new Promise<FromThread | null>((resolve) => {
      this.#asked.set(id, resolve);
      const [courses, rows] = [this.#named(columns.courses), this.#named(columns.rows)];
      this.#send(worker, { is: "count", id, courses, rows, scope, counting });
    });
    signal?.removeEventListener("abort", drop);
    if (answer === null) return countInColumns(columns, scope, counting);
    if (answer.counted !== null) return unpacked(answer.counted);
    signal?.throwIfAborted();
    throw new Error(answer.error);
  }

  /** They are asked for no more: the thread lets go of them too. */
  forget(columns: Columns): void {
    const number = this.#numbers.get(columns);
    if (number === undefined || this.#worker === undefined) return;
    this.#numbers.delete(columns);
    this.#send(this.#worker, { is: "forget", number });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #named(columns: Columns): NamedColumns {
    const known = this.#numbers.get(columns);
    if (known !== undefined) return { number: known };
    const number = this.#next++;
    this.#numbers.set(columns, number);
    return { number, columns };
  }

  #send(worker: Worker, message: ToThread): void {
    worker.postMessage(message);
  }

  #begin(): Worker {
    const worker = new Worker(program, {
      ...(this.execArgv && { execArgv: [...this.execArgv] }),
      // What it makes is short-lived and little: more room would only be filled.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    // The process may end while it waits.
    worker.unref();
    worker.on("message", (answer: FromThread) => {
      const asked = this.#asked.get(answer.id);
      this.#asked.delete(answer.id);
      asked?.(answer);
    });
    worker.on("error", this.logError);
    worker.on("exit", () => {
      this.#worker = undefined;
      this.#numbers.clear();
      const asked = [...this.#asked.values()];
      this.#asked.clear();
      for (const end of asked) end(null);
    });
    return worker;
  }
}
