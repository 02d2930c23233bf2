/** The reader's side of the benchmark, a process of its own: neither its time nor its memory is the server's. */
import { READER } from "./readerHeader";

export interface Asking {
  readonly id: number;
  readonly url: string;
  readonly reader: string;
  /** Null: a file's address, which is read. */
  readonly body: string | null;
}

export interface Asked {
  readonly id: number;
  readonly ms: number;
  /** Null where it was answered. */
  readonly refused: string | null;
}

process.on("message", (asking: Asking) => {
  const start = performance.now();
  const done = (refused: string | null): void => {
    const asked: Asked = { id: asking.id, ms: performance.now() - start, refused };
    process.send?.(asked);
  };
  answer(asking).then(done, (error: unknown) => done(String(error)));
});

async function answer({ url, reader, body }: Asking): Promise<string | null> {
  const response = await fetch(url, {
    method: body === null ? "GET" : "POST",
    headers: { "content-type": "application/json", [READER]: reader },
    body,
  });
  const text = Buffer.from(await response.arrayBuffer());
  if (!response.ok) return `${response.status} ${text.toString("utf8", 0, 500)}`;
  if (body === null) return null;
  const { errors } = JSON.parse(text.toString()) as { errors?: { message: string }[] };
  return errors === undefined ? null : errors.map(({ message }) => message).join("; ");
}
