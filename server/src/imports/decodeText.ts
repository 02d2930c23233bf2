// Bytes of a text file to UTF-8, as a stream: UTF-8 and UTF-16 through a fatal decoder, Windows-1252 where the first
// letter beyond ASCII is no UTF-8. What cannot be read for certain stops the reading: nothing is ever garbled.
import { isAscii } from "node:buffer";
import { Transform, type TransformCallback } from "node:stream";
import { beginningOf, utf8Length, type Encoding } from "./encoding";
import { UnreadableFile } from "./unreadableFile";

const NEWLINE = 0x0a;
// Not in Windows-1252. The decoder of the web standard lets them through as control characters.
const UNDEFINED_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;
const MIXED =
  "Holds letters in UTF-8 and others in Windows-1252. Save it as CSV in UTF-8, or name its encoding in a recipe.";
const NEITHER = "Is neither UTF-8 nor Windows-1252. Save it as CSV in UTF-8.";

export class DecodeText extends Transform {
  private head: Buffer | undefined = Buffer.alloc(0);
  private decoder: TextDecoder | undefined;
  /** The end of a chunk that may be half a character, until the next one. */
  private held = Buffer.alloc(0);
  private lines = 0;
  private found: Encoding | undefined;

  /** With `declared` nothing is guessed. */
  constructor(private readonly declared: Encoding | undefined) {
    super();
    this.found = declared;
  }

  /** Known once the file is read; plain ASCII is UTF-8. */
  get encoding(): Encoding {
    return this.found ?? "UTF-8";
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.attempt(done, () => {
      if (this.head === undefined) return this.passOn(chunk);
      this.head = Buffer.concat([this.head, chunk]);
      if (this.head.length >= 4) this.start(this.head);
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => {
      if (this.head) this.start(this.head);
      if (this.held.length > 0) this.decide("Windows-1252", this.held);
      const rest = this.decode(undefined);
      if (this.found !== "UTF-8" && rest !== "") this.push(rest);
    });
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  private start(head: Buffer): void {
    this.head = undefined;
    const { encoding, mark } = beginningOf(head);
    const isMarked = mark > 0 && (this.declared === undefined || this.declared === encoding);
    this.found ??= encoding;
    if (this.found) this.decoder = new TextDecoder(this.found, { fatal: true, ignoreBOM: true });
    this.passOn(isMarked ? head.subarray(mark) : head);
  }

  private passOn(chunk: Buffer): void {
    if (this.found === undefined) this.passUndecided(chunk);
    else this.passDecoded(chunk);
  }

  /** All ASCII so far, which is the same in both: the first letter beyond it decides. */
  private passUndecided(chunk: Buffer): void {
    const bytes = this.held.length > 0 ? Buffer.concat([this.held, chunk]) : chunk;
    this.held = Buffer.alloc(0);
    if (isAscii(bytes)) return this.pushBytes(bytes);
    const first = bytes.findIndex((byte) => byte > 0x7f);
    const length = utf8Length(bytes, first);
    if (length === "cut") {
      this.pushBytes(bytes.subarray(0, first));
      this.held = Buffer.from(bytes.subarray(first));
    } else this.decide(length === 0 ? "Windows-1252" : "UTF-8", bytes);
  }

  private decide(encoding: Encoding, bytes: Buffer): void {
    this.found = encoding;
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.held = Buffer.alloc(0);
    this.passDecoded(bytes);
  }

  private passDecoded(chunk: Buffer): void {
    if (this.found === "UTF-8") {
      this.decode(chunk);
      return this.pushBytes(chunk);
    }
    if (this.found === "Windows-1252" && this.declared === undefined) this.checkUnmixed(chunk);
    const text = this.decode(chunk);
    const stranger = this.found === "Windows-1252" ? text.search(UNDEFINED_1252) : -1;
    if (stranger >= 0) throw new UnreadableFile(NEITHER, this.lineAt(chunk, stranger));
    if (text.includes("\0")) throw new UnreadableFile("Holds a NUL character: not a text file.");
    this.lines += countLines(chunk, chunk.length);
    this.push(text);
  }

  private pushBytes(chunk: Buffer): void {
    const nul = chunk.indexOf(0);
    if (nul >= 0)
      throw new UnreadableFile("Holds a NUL character: not a text file.", this.lineAt(chunk, nul));
    this.lines += countLines(chunk, chunk.length);
    this.push(chunk);
  }

  /** A letter of Windows-1252 and one of UTF-8 in the same file: two exports were put together. */
  private checkUnmixed(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; at += 1) {
      if ((chunk[at] ?? 0) < 0x80) continue;
      const length = utf8Length(chunk, at);
      if (typeof length === "number" && length > 0) throw new UnreadableFile(MIXED, this.lineAt(chunk, at));
    }
  }

  private decode(chunk: Buffer | undefined): string {
    try {
      return this.decoder?.decode(chunk, { stream: chunk !== undefined }) ?? "";
    } catch {
      if (this.found !== "UTF-8")
        throw new UnreadableFile(`Is not ${this.encoding} to its end. Save it again.`);
      throw new UnreadableFile(
        this.declared === undefined ? MIXED : "Is not UTF-8. Save it as CSV in UTF-8.",
        chunk === undefined ? null : this.lineOfFault(chunk),
      );
    }
  }

  /** The first line of the chunk that is no UTF-8 by itself; its first line may begin in the chunk before. */
  private lineOfFault(chunk: Buffer): number {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let from = chunk.indexOf(NEWLINE) + 1;
    while (from > 0 && from < chunk.length) {
      const end = chunk.indexOf(NEWLINE, from);
      const line = chunk.subarray(from, end < 0 ? chunk.length : end);
      try {
        decoder.decode(line);
      } catch {
        return this.lineAt(chunk, from);
      }
      if (end < 0) break;
      from = end + 1;
    }
    return this.lineAt(chunk, 0);
  }

  private lineAt(chunk: Buffer, end: number): number {
    return this.lines + countLines(chunk, end) + 1;
  }
}

function countLines(chunk: Buffer, end: number): number {
  let lines = 0;
  for (let at = chunk.indexOf(NEWLINE); at >= 0 && at < end; at = chunk.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
