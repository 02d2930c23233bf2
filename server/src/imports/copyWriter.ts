// Rows into a table through COPY, a buffer at a time: the reader waits whenever the database is behind.
import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams";

const BUFFER_CHARACTERS = 64 * 1024;

export class CopyWriter {
  private readonly stream: CopyStreamQuery;
  private buffer = "";
  private failure: Error | undefined;

  /** Table and columns are names of ours, never text from a file. */
  constructor(client: PoolClient, table: string, columns: readonly string[]) {
    this.stream = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
    this.stream.on("error", (error: Error) => {
      this.failure ??= error;
    });
  }

  /** True: wait for `flush` before the next row. */
  add(values: readonly (string | null)[]): boolean {
    let line = "";
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? null;
      line += (at === 0 ? "" : "\t") + (value === null ? "\\N" : escape(value));
    }
    this.buffer += `${line}\n`;
    return this.buffer.length >= BUFFER_CHARACTERS;
  }

  async flush(): Promise<void> {
    if (this.failure) throw this.failure;
    const text = this.buffer;
    this.buffer = "";
    if (text !== "" && !this.stream.write(text)) await once(this.stream, "drain");
  }

  /** Returns once the database holds every row. */
  async finish(): Promise<void> {
    await this.flush();
    this.stream.end();
    await finished(this.stream);
  }

  /** Ends the COPY as failed, and with it the transaction. */
  abort(error: Error): void {
    this.stream.destroy(error);
  }
}

const SPECIAL = /[\\\t\n\r]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escape = (value: string): string =>
  SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? "") : value;
