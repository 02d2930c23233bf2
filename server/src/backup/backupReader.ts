// Reads a backup's parts out of its compressed file, a piece at a time. Whatever is not as it should be is damage.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { CannotBackUp } from "./cannotBackUp";

const LONGEST_LINE = 1024 * 1024;
const LONGEST_BLOCK = 64 * 1024 * 1024;

export const damaged = (): CannotBackUp =>
  new CannotBackUp("The file is damaged, cut off, or no backup of Afterglow. Nothing was restored.");

export class BackupReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(file: string) {
    const text = createGunzip();
    // What fails in either fails in the reading of the last.
    pipeline(createReadStream(file), text, () => undefined);
    this.#pieces = (text as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  /** A line of JSON. */
  async json(): Promise<unknown> {
    try {
      return JSON.parse(await this.#line()) as unknown;
    } catch (error) {
      throw reasonOf(error);
    }
  }

  /** The blocks of one table. */
  async *blocks(): AsyncGenerator<Buffer> {
    for (;;) {
      const length = await this.#line();
      if (length === "0") return;
      const size = /^[1-9]\d{0,8}$/.test(length) ? Number(length) : LONGEST_BLOCK + 1;
      if (size > LONGEST_BLOCK) throw damaged();
      while (this.#rest.length < size) await this.#more();
      yield this.#rest.subarray(0, size);
      this.#rest = this.#rest.subarray(size);
    }
  }

  /** Sees that nothing follows; the checksum of the compressed file is checked at its end. */
  async end(): Promise<void> {
    const { done } = await this.#pieces.next().catch((error: unknown) => {
      throw reasonOf(error);
    });
    if (done !== true || this.#rest.length > 0) throw damaged();
  }

  async close(): Promise<void> {
    await this.#pieces.return?.().catch(() => undefined);
  }

  async #line(): Promise<string> {
    let at = this.#rest.indexOf(10);
    while (at < 0) {
      if (this.#rest.length > LONGEST_LINE) throw damaged();
      await this.#more();
      at = this.#rest.indexOf(10);
    }
    const line = this.#rest.subarray(0, at).toString("utf8");
    this.#rest = this.#rest.subarray(at + 1);
    return line;
  }

  async #more(): Promise<void> {
    const piece = await this.#pieces.next().catch((error: unknown) => {
      throw reasonOf(error);
    });
    if (piece.done === true) throw damaged();
    this.#rest = this.#rest.length === 0 ? piece.value : Buffer.concat([this.#rest, piece.value]);
  }
}

function reasonOf(error: unknown): CannotBackUp {
  if (error instanceof CannotBackUp) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new CannotBackUp("There is no such backup file.");
  if (code === "EISDIR") return new CannotBackUp("This is a folder: name the backup file in it.");
  if (code === "EACCES" || code === "EPERM") return new CannotBackUp("The backup file may not be read.");
  return damaged();
}
