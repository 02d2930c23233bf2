// Decoded text to records, some hundred at a time, which spares the rows their queue one by one. Lines without a quote
// are split as they stand, ten times as fast as the CSV parser reads them; from the first quote on it reads all.
import { Readable } from "node:stream";
import { CsvError, parse, type Options } from "csv-parse";
import type { Delimiter } from "./delimiter";
import { UnreadableFile } from "./unreadableFile";

// A row is a few hundred bytes. The limit ends a quote that is never closed before it takes the whole file.
const LONGEST_ROW = 64 * 1024;
const AT_ONCE = 500;
const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

export interface Separators {
  readonly delimiter: Delimiter;
  /** The first line says what separates the columns, and is no record. */
  readonly isStated: boolean;
}

export async function* csvRecords(
  text: AsyncIterable<Buffer>,
  separators: Separators,
): AsyncGenerator<string[][]> {
  const chunks = text[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let ending: "\n" | "\r\n" | undefined;
  let lines = 0;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    const chunk = next.value;
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    ending ??= endingOf(bytes);
    if (ending === undefined || chunk.includes(QUOTE)) {
      yield* parsed(rest(bytes, chunks), { ...separators, ending, lines });
      return;
    }
    const end = bytes.lastIndexOf(ending) + ending.length;
    held = end < ending.length ? bytes : bytes.subarray(end);
    const found = end < ending.length ? [] : linesOf(bytes.subarray(0, end), ending);
    const long = found.findIndex((line) => line.length > LONGEST_ROW);
    const records = (long < 0 ? found : found.slice(0, long)).map((line) => line.split(separators.delimiter));
    yield lines === 0 && separators.isStated ? records.slice(1) : records;
    if (long >= 0) throw tooLong(lines + long + 1);
    lines += found.length;
    if (held.length > LONGEST_ROW) throw tooLong(lines + 1);
  }
  if (held.length > 0) yield [held.toString().split(separators.delimiter)];
}

/** undefined: the parser has to find it. */
function endingOf(start: Buffer): "\n" | "\r\n" | undefined {
  const newline = start.indexOf(NEWLINE);
  const first = start.indexOf(RETURN);
  if (newline < 0) return undefined;
  if (first < 0 || newline < first) return "\n";
  return newline === first + 1 ? "\r\n" : undefined;
}

/** Each from its own bytes: a part of a longer text would keep all of it in memory as long as somebody remembers it. */
function linesOf(bytes: Buffer, ending: "\n" | "\r\n"): string[] {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(ending, from);
    lines.push(bytes.toString("utf8", from, end));
    from = end + ending.length;
  }
  return lines;
}

async function* rest(first: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

interface Parsing extends Separators {
  readonly ending: "\n" | "\r\n" | undefined;
  /** Lines before these. */
  readonly lines: number;
}

async function* parsed(
  text: AsyncIterable<Buffer>,
  { delimiter, isStated, ending, lines }: Parsing,
): AsyncGenerator<string[][]> {
  const options: Options = {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
    from_line: isStated && lines === 0 ? 2 : 1,
    ...(ending === undefined ? {} : { record_delimiter: ending }),
  };
  const parser = parse(options);
  const source = Readable.from(text, { objectMode: false });
  source.once("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let records: string[][] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      records.push(record);
      if (records.length < AT_ONCE) continue;
      yield records;
      records = [];
    }
  } catch (error) {
    if (records.length > 0) yield records;
    throw asUnreadable(error, lines);
  } finally {
    source.destroy();
  }
  if (records.length > 0) yield records;
}

function asUnreadable(error: unknown, lines: number): unknown {
  if (!(error instanceof CsvError)) return error;
  // The header is a record too, so the one that broke is that many lines down; rows before it may span lines.
  const { records, code } = error as CsvError & { records?: number };
  const line = typeof records === "number" ? lines + records + 1 : null;
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") return tooLong(line);
  return new UnreadableFile(
    "A quote stands in the wrong place: quote whole cells, and double a quote inside.",
    line,
  );
}

const tooLong = (line: number | null) =>
  new UnreadableFile(
    `A quote is opened and not closed, or a row is longer than ${LONGEST_ROW / 1024} KB.`,
    line,
  );
