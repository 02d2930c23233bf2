// Streams a file of JSON as the texts of its resources: the lines of NDJSON, or the entries of a Bundle, however long the
// file is. One resource is held at a time, and the rest of a Bundle. What is in a resource is read elsewhere.
import { createReadStream } from "node:fs";
import { headOf } from "../readCsv";
import { UnreadableFile } from "../unreadableFile";

export interface JsonPiece {
  /** The line of the file, or the place among a Bundle's entries; both from 1. */
  readonly row: number;
  readonly text: string;
  /** An entry of a Bundle, which holds a resource; otherwise a resource by itself. */
  readonly isEntry: boolean;
}

const LONGEST = 16 * 1024 * 1024;
const TOO_LONG = "A resource is longer than 16 MB.";
const NOT_UTF8 = "Is not UTF-8, in which FHIR is written.";
const CUT = "Ends in the middle of its JSON.";

export async function* linePieces(path: string): AsyncGenerator<JsonPiece> {
  let row = 1;
  let held = "";
  for await (const chunk of textOf(path, () => row)) {
    const lines = (held + chunk).split("\n");
    held = lines.pop() ?? "";
    if (held.length > LONGEST) throw new UnreadableFile(TOO_LONG, row + lines.length);
    for (const text of lines) {
      if (text.trim() !== "") yield { row, text, isEntry: false };
      row += 1;
    }
  }
  if (held.trim() !== "") yield { row, text: held, isEntry: false };
}

/** A file that is one JSON value: a Bundle's entries each, then all else of it, as a piece of row 0. */
export async function* bundlePieces(path: string): AsyncGenerator<JsonPiece> {
  const splitter = new EntrySplitter();
  let row = 0;
  for await (const chunk of textOf(path, null)) {
    for (const text of splitter.take(chunk)) yield { row: (row += 1), text, isEntry: true };
    if (splitter.length > LONGEST) throw new UnreadableFile(TOO_LONG, row + 1);
  }
  if (!splitter.isWhole) throw new UnreadableFile(CUT, row + 1);
  yield { row: 0, text: splitter.rest, isEntry: false };
}

async function* textOf(path: string, row: (() => number) | null): AsyncGenerator<string> {
  await headOf(path, 1);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new UnreadableFile(NOT_UTF8, row === null ? null : row() + linesBefore(chunk));
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
    yield decode(chunk as Buffer);
  yield decode();
}

/** Lines of the piece up to what is no UTF-8. */
function linesBefore(chunk: Buffer | undefined): number {
  const text = new TextDecoder().decode(chunk);
  return text.slice(0, Math.max(0, text.indexOf("\uFFFD"))).split("\n").length - 1;
}

/** Takes the elements of the outermost object's `entry` out of a text that comes in pieces. */
class EntrySplitter {
  rest = "";
  private entry = "";
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inEntries = false;
  /** The last text of the outermost object: the name of what follows. */
  private name = "";

  get length(): number {
    return Math.max(this.rest.length, this.entry.length);
  }

  get isWhole(): boolean {
    return this.depth === 0 && !this.inString;
  }

  take(chunk: string): string[] {
    const found: string[] = [];
    let from = 0;
    const flush = (to: number) => {
      const text = chunk.slice(from, to);
      if (this.inEntries && this.depth > 2) this.entry += text;
      // Between entries stand commas, which would be left over.
      else this.rest += this.inEntries ? text.replaceAll(",", "") : text;
      from = to;
    };
    for (let at = 0; at < chunk.length; at += 1) {
      const sign = chunk[at] ?? "";
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (sign === "\\") this.escaped = true;
        else if (sign === '"') this.inString = false;
        if (this.inString && this.depth === 1) this.name += sign;
      } else if (sign === '"') {
        this.inString = true;
        if (this.depth === 1) this.name = "";
      } else if (sign === "{" || sign === "[") {
        if (this.inEntries && this.depth === 2) flush(at);
        this.depth += 1;
        if (sign === "[" && this.depth === 2 && this.name === "entry") {
          flush(at + 1);
          this.inEntries = true;
        }
      } else if (sign === "}" || sign === "]") {
        if (this.inEntries && this.depth === 3) {
          flush(at + 1);
          found.push(this.entry);
          this.entry = "";
        } else if (this.inEntries && this.depth === 2) {
          flush(at);
          this.inEntries = false;
        }
        this.depth -= 1;
      }
    }
    flush(chunk.length);
    return found;
  }
}
