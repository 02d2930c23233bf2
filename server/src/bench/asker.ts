/** Asks the door from another process, and says how long each answer took. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Asked, Asking } from "./askerProcess";

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
  const child = fork(join(__dirname, "askerProcess.js"));
  const waiting = new Map<number, (asked: Asked) => void>();
  let next = 0;
  child.on("message", (asked: Asked) => {
    waiting.get(asked.id)?.(asked);
    waiting.delete(asked.id);
  });
  const send = (asking: Omit<Asking, "id">): Promise<number> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, ({ ms, refused }) =>
        refused === null ? resolve(ms) : reject(new Error(`Not answered: ${refused}`)),
      );
      child.send({ ...asking, id });
    });
  return {
    ask: (reader, query, variables) =>
      send({ url: `${address}/graphql`, reader, body: JSON.stringify({ query, variables }) }),
    read: (reader, path) => send({ url: `${address}${path}`, reader, body: null }),
    close: async () => {
      const gone = once(child, "exit");
      child.kill();
      await gone;
    },
  };
}
