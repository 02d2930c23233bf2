// Answers in Postgres, so that they outlive the server; packed, under a name that nobody can read. Bounded: what was
// not asked for the longest goes first. Which names it holds is known beforehand, so that a new question costs nothing.
import { constants, deflateSync, inflateSync } from "node:zlib";
import type { Database } from "../database/dataSource";

type Query = Database["query"];

/** Of the bound, after it was reached. */
const LEFT_SHARE = 0.9;
/** Of the bound, for one answer. */
const LARGEST_SHARE = 0.1;

export class AnswerStore {
  #bytes = 0;
  #trimming: Promise<void> | null = null;

  private constructor(
    private readonly query: Query,
    private readonly mostBytes: number,
    /** Its keys, with how large each answer is. */
    private known: Map<string, number>,
  ) {
    this.#bytes = sum(known);
  }

  static async open(query: Query, mostBytes: number): Promise<AnswerStore> {
    const store = new AnswerStore(query, mostBytes, await readKeys(query));
    if (store.#bytes > mostBytes) await store.#trim();
    return store;
  }

  /** Null where there is none, or no more. */
  async read(key: string): Promise<string | null> {
    if (!this.known.has(key)) return null;
    const [row] = await this.query<{ answer: Uint8Array }>(
      "update kept_answer set used_at = now() where key = $1 returning answer",
      [key],
    );
    if (row !== undefined) return inflateSync(row.answer).toString();
    this.#forget(key);
    return null;
  }

  async write(key: string, releaseId: number, answer: string): Promise<void> {
    // A tenth of a millisecond; Postgres packs what is long itself, and takes ten times that.
    const packed = deflateSync(answer, { level: constants.Z_BEST_SPEED });
    const bytes = packed.length;
    if (bytes > this.mostBytes * LARGEST_SHARE) return;
    await this.query(
      `insert into kept_answer (key, release_id, answer, bytes) values ($1, $2, $3, $4)
      on conflict (key) do update set answer = excluded.answer, bytes = excluded.bytes, used_at = excluded.used_at`,
      [key, releaseId, packed, bytes],
    );
    this.#forget(key);
    this.known.set(key, bytes);
    this.#bytes += bytes;
    if (this.#bytes > this.mostBytes) await (this.#trimming ??= this.#trim());
  }

  #forget(key: string): void {
    this.#bytes -= this.known.get(key) ?? 0;
    this.known.delete(key);
  }

  /** Another server may have kept and removed some meanwhile: it is counted anew. */
  async #trim(): Promise<void> {
    try {
      await this.query(
        `delete from kept_answer where key in (
          select key from (select key, sum(bytes) over (order by used_at desc, key) as bytes from kept_answer) newer
          where bytes > $1
        )`,
        [Math.floor(this.mostBytes * LEFT_SHARE)],
      );
      this.known = await readKeys(this.query);
      this.#bytes = sum(this.known);
    } finally {
      this.#trimming = null;
    }
  }
}

async function readKeys(query: Query): Promise<Map<string, number>> {
  const rows = await query<{ key: string; bytes: number }>("select key, bytes from kept_answer");
  return new Map(rows.map(({ key, bytes }) => [key, bytes]));
}

const sum = (known: ReadonlyMap<string, number>): number =>
  [...known.values()].reduce((total, bytes) => total + bytes, 0);
