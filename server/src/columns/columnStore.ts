// The columns of releases that questions were asked of, in memory: releases are frozen, so they stay true. They are read
// beside the questions: as long as they are not there, and where they do not fit, Postgres counts. Bounded in bytes: what
// was not asked for the longest goes first, and is read again only once it was asked for often.
import type { CountedRow, Counting } from "../queries/counting";
import { ask, sql, type Query } from "../queries/sql";
import type { Scope } from "../queries/whereCohort";
import { bytesOf, type Columns } from "./columns";
import { countInColumns } from "./countInColumns";
import type { CountingThread } from "./countingThread";
import { readCourses, readRows } from "./readColumns";

/** What a course takes, about: its own columns, those of one measure, and its side effects. */
const BYTES_PER_COURSE = 150;
/** Where there is no room for all, none is read for every question. */
const ASKED_OFTEN = 50;

export interface ReleaseColumns {
  readonly courses: Columns;
  /** The rows that are counted: the courses themselves, or others. */
  readonly rows: Columns;
}

export interface ColumnStoreOptions {
  readonly query: Query;
  readonly mostBytes: number;
  /** Why some could not be read. */
  readonly logError: (error: unknown) => void;
  /** Counts over them; without it, whoever asks does. */
  readonly thread?: CountingThread;
}

export class ColumnStore {
  readonly #query: Query;
  readonly #mostBytes: number;
  readonly #logError: (error: unknown) => void;
  readonly #thread: CountingThread | undefined;
  /** In the order of their last use. */
  readonly #held = new Map<string, Columns>();
  readonly #reading = new Map<string, Promise<void>>();
  /** How often each has to be asked for yet before it is read. */
  readonly #wait = new Map<string, number>();
  #bytes = 0;
  #patience = 1;

  constructor({ query, mostBytes, logError, thread }: ColumnStoreOptions) {
    this.#query = query;
    this.#mostBytes = mostBytes;
    this.#logError = logError;
    this.#thread = thread;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Null: not here, or not yet. */
  find(releaseId: number, { table, rows }: Counting): ReleaseColumns | null {
    const query = this.#query;
    const courses = this.#recall(releaseId, "analysis_course", () => readCourses(query, releaseId));
    if (table === "analysis_course") return courses && { courses, rows: courses };
    const { text, values } = rows?.statement ?? { text: "", values: [] };
    const counted = this.#recall(releaseId, JSON.stringify([table, text, values]), () =>
      readRows(query, releaseId, table, rows),
    );
    return courses && counted && { courses, rows: counted };
  }

  /** Over those that were found. Rejects with the signal's reason once nobody waits any more. */
  count(
    columns: ReleaseColumns,
    scope: Scope,
    counting: Counting,
    signal: AbortSignal | undefined,
  ): Promise<CountedRow[]> {
    return this.#thread?.count(columns, scope, counting, signal) ?? countInColumns(columns, scope, counting);
  }

  /** Until nothing is being read any more. */
  async settled(): Promise<void> {
    while (this.#reading.size > 0) await Promise.all(this.#reading.values());
  }

  /** Nothing is counted any more. */
  async close(): Promise<void> {
    await this.settled();
    await this.#thread?.close();
  }

  #recall(releaseId: number, what: string, read: () => Promise<Columns>): Columns | null {
    const key = `${releaseId} ${what}`;
    const held = this.#held.get(key);
    if (held !== undefined) {
      this.#held.delete(key);
      this.#held.set(key, held);
      return held;
    }
    const wait = this.#wait.get(key) ?? 0;
    if (wait > 0) this.#wait.set(key, wait - 1);
    else if (!this.#reading.has(key)) this.#reading.set(key, this.#read(releaseId, key, read));
    return null;
  }

  async #read(releaseId: number, key: string, read: () => Promise<Columns>): Promise<void> {
    try {
      if (await this.#fit(releaseId)) this.#keep(key, await read());
      else this.#wait.set(key, Infinity);
    } catch (error) {
      // The longer the more often it failed: a database that has too much to do is not asked for more.
      this.#patience *= 2;
      this.#wait.set(key, ASKED_OFTEN * this.#patience);
      this.#logError(error);
    } finally {
      this.#reading.delete(key);
    }
  }

  /** Whether the release leaves room for another. */
  async #fit(releaseId: number): Promise<boolean> {
    const [release] = await ask<{ readonly courses: number }>(
      this.#query,
      sql`select courses from release where id = ${releaseId}`,
    );
    return (release?.courses ?? 0) * BYTES_PER_COURSE <= this.#mostBytes;
  }

  #keep(key: string, columns: Columns): void {
    this.#held.set(key, columns);
    this.#bytes += bytesOf(columns);
    for (const [oldest, kept] of this.#held) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#held.delete(oldest);
      this.#wait.set(oldest, ASKED_OFTEN);
      this.#bytes -= bytesOf(kept);
      this.#thread?.forget(kept);
    }
  }
}
