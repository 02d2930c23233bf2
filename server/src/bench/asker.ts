/** Asks the door from another thread, and says how long each answer took. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Asked, Asking } from "./askerThread";

export interface Asker {
  /** Milliseconds until the answer was read. Throws where it was refused. */
  readonly ask: (
    reader: string,
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ) => Promise<number>;
  /** The same of a file: /figures/onset.svg?… */
  readonly read: (reader: string, path: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

export function openAsker(address: string): Asker {
  const thread = new Worker(join(__dirname, "askerThread.js"));
  const waiting = new Map<number, (asked: Asked) => void>();
  let next = 0;
  thread.on("message", (asked: Asked) => {
    waiting.get(asked.id)?.(asked);
    waiting.delete(asked.id);
  });
  const send = (asking: Omit<Asking, "id">): Promise<number> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, ({ ms, refused }) =>
        refused === null ? resolve(ms) : reject(new Error(`Not answered: ${refused}`)),
      );
      thread.postMessage({ ...asking, id });
    });
  return {
    ask: (reader, query, variables) =>
      send({ url: `${address}/graphql`, reader, body: JSON.stringify({ query, variables }) }),
    read: (reader, path) => send({ url: `${address}${path}`, reader, body: null }),
    close: async () => {
      await thread.terminate();
    },
  };
}
