// A steward's client as small as the page's own: sends a folder in pieces, starts a job, waits for its end.
import type { Job } from "@afterglow/shared";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export interface Asked<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
}

export interface Client {
  ask<Body>(method: string, path: string, body?: object): Promise<Asked<Body>>;
  piece(path: string, bytes: Uint8Array, headers?: Record<string, string>): Promise<Asked>;
  /** Sends all files of a folder; answers the upload's id. */
  send(folder: string): Promise<string>;
  /** Starts it and waits until it is over. */
  run(wish: object): Promise<Job>;
}

export function clientOf(address: string, headers: Record<string, string> = {}): Client {
  const read = async <Body>(response: Response): Promise<Asked<Body>> => {
    const text = await response.text();
    return { status: response.status, body: (text === "" ? {} : JSON.parse(text)) as Body };
  };
  const ask = async <Body>(method: string, path: string, body?: object): Promise<Asked<Body>> =>
    read(
      await fetch(`${address}/steward${path}`, {
        method,
        headers: { ...headers, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const piece = async (path: string, bytes: Uint8Array, more: Record<string, string> = {}): Promise<Asked> =>
    read(
      await fetch(`${address}/steward/uploads/${path}`, {
        method: "PUT",
        headers: { ...headers, "content-type": "application/octet-stream", ...more },
        body: Buffer.from(bytes),
      }),
    );
  return {
    ask,
    piece,
    send: async (folder) => {
      const { body } = await ask<{ id: string }>("POST", "/uploads", { name: basename(folder) });
      for (const file of readdirSync(folder)) {
        const bytes = readFileSync(join(folder, file));
        // In two pieces, so that the second is put behind the first.
        const half = Math.ceil(bytes.length / 2);
        for (const [from, to] of [
          [0, half],
          [half, bytes.length],
        ] as const) {
          const { status } = await piece(`${body.id}/${file}?from=${from}`, bytes.subarray(from, to));
          if (status !== 200) throw new Error(`A piece of ${file} was answered with ${status}`);
        }
      }
      return body.id;
    },
    run: async (wish) => {
      const path = "note" in wish ? "/releases" : "/jobs";
      let job = (await ask<Job>("POST", path, wish)).body;
      while (["WAITING", "RUNNING"].includes(job.status)) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        job = (await ask<Job>("GET", `/jobs/${job.id}`)).body;
      }
      return job;
    },
  };
}
