// Lets through UTF-8 bytes without their mark, and stops at anything else: the CSV parser would garble it silently.
import { Transform, type TransformCallback } from "node:stream";

/** A fault that ends the reading of a file. `line` counts from 1, the header's. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  constructor(
    readonly rule: string,
    readonly line: number | null = null,
    readonly column: string | null = null,
  ) {
    super(rule);
  }
}

const NEWLINE = 0x0a;

export class Utf8Guard extends Transform {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  private head = Buffer.alloc(0);
  private started = false;
  private lines = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      if (this.started) this.passOn(chunk);
      else {
        this.head = Buffer.concat([this.head, chunk]);
        if (this.head.length >= 4) this.start();
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      if (!this.started) this.start();
      this.decode(undefined);
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  private start(): void {
    this.started = true;
    const { head } = this;
    const encoding = encodingOf(head);
    if (encoding !== undefined) throw new UnreadableFile(`The file is ${encoding}. Save it as CSV in UTF-8.`);
    const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
    this.passOn(head.subarray(mark));
  }

  private passOn(chunk: Buffer): void {
    const nul = chunk.indexOf(0);
    if (nul >= 0)
      throw new UnreadableFile("Holds a NUL character: not a text file.", this.lineAt(chunk, nul));
    this.decode(chunk);
    this.lines += countLines(chunk, chunk.length);
    this.push(chunk);
  }

  private decode(chunk: Buffer | undefined): void {
    try {
      this.decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      const rule = "Is not UTF-8 (perhaps Windows-1252 or Latin-1). Save it as CSV in UTF-8.";
      throw new UnreadableFile(rule, chunk === undefined ? null : this.lineOfFault(chunk));
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

function encodingOf(head: Buffer): string | undefined {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return "UTF-16 (little endian)";
  if (a === 0xfe && b === 0xff) return "UTF-16 (big endian)";
  // Without a mark: every other byte of Latin text is zero.
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "UTF-16 (little endian, without a mark)";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "UTF-16 (big endian, without a mark)";
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return "an Excel workbook or a ZIP archive";
  return undefined;
}
