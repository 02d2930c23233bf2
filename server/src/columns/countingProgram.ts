// What the counting thread runs: one tally after the other, in the order in which they are asked, over columns whose bytes
// it shares with the server's own thread.
import { parentPort } from "node:worker_threads";
import type { Counting } from "../queries/counting";
import type { Scope } from "../queries/whereCohort";
import type { Columns } from "./columns";
import { countInColumns } from "./countInColumns";
import { packed, type PackedRows } from "./packedRows";

/** Columns under a number, which is theirs until they are forgotten. They come along when they are first named. */
export interface NamedColumns {
  readonly number: number;
  readonly columns?: Columns;
}

export type ToThread =
  | {
      readonly is: "count";
      readonly id: number;
      readonly courses: NamedColumns;
      readonly rows: NamedColumns;
      readonly scope: Scope;
      readonly counting: Omit<Counting, "rows">;
    }
  /** Nobody waits for it any more. */
  | { readonly is: "drop"; readonly id: number }
  | { readonly is: "forget"; readonly number: number };

export interface FromThread {
  readonly id: number;
  /** Null: it was dropped. */
  readonly counted: PackedRows | null;
  /** Why it could not be counted. */
  readonly error?: string;
}

const held = new Map<number, Columns>();
const waiting = new Set<number>();
let last = Promise.resolve();

parentPort?.on("message", (message: ToThread) => {
  if (message.is === "drop") waiting.delete(message.id);
  // In its turn: those that were asked before still need them.
  else if (message.is === "forget") last = last.then(() => void held.delete(message.number));
  else {
    waiting.add(message.id);
    last = last.then(() => answer(message));
  }
});

async function answer({ id, courses, rows, scope, counting }: ToThread & { is: "count" }): Promise<void> {
  try {
    // Even where it was dropped: they may have come along with it.
    const columns = { courses: find(courses), rows: find(rows) };
    const isDropped = !waiting.delete(id);
    send({ id, counted: isDropped ? null : packed(await countInColumns(columns, scope, counting)) });
  } catch (error) {
    send({ id, counted: null, error: String(error) });
  }
}

function find({ number, columns }: NamedColumns): Columns {
  const found = columns ?? held.get(number);
  if (found === undefined) throw new RangeError("Columns: not known to the counting thread");
  held.set(number, found);
  return found;
}

const send = (answered: FromThread): void =>
  parentPort?.postMessage(answered, answered.counted === null ? [] : [answered.counted.values.buffer]);
