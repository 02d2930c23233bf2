// An answer as it goes out: its bytes, packed as the reader takes them, and packed once however often it is sent.
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";

type Encoding = "br" | "gzip";

/** As good as it gets while somebody waits. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const packers: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, QUALITY),
  gzip: promisify(gzip),
};
/** In the order in which they are preferred. */
const encodings: readonly Encoding[] = ["br", "gzip"];
/** Less is not worth it. */
const LEAST_BYTES = 1024;

export class AnswerText {
  readonly #bytes: Buffer;
  readonly #packed = new Map<Encoding, Promise<Buffer>>();

  constructor(text: string) {
    this.#bytes = Buffer.from(text);
  }

  /** At most, whatever packed forms it is kept in: each is less than half of it. */
  get mostBytes(): number {
    return 2 * this.#bytes.length;
  }

  /** Status and headers are set. */
  async send(request: Request, response: Response): Promise<void> {
    const encoding = this.#bytes.length < LEAST_BYTES ? undefined : encodings.find(takenBy(request));
    if (encoding === undefined) return void response.send(this.#bytes);
    const packed = this.#packed.get(encoding) ?? packers[encoding](this.#bytes);
    this.#packed.set(encoding, packed);
    const bytes = await packed;
    response.set("Content-Encoding", encoding).send(bytes);
  }
}

const takenBy = (request: Request) => (encoding: Encoding) => request.acceptsEncodings(encoding) !== false;
