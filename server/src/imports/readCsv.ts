// Streams a delimited text file: its header, then rows of cells, with the guards that the CSV parser lacks. It knows
// nothing of tables; what is wrong with the form of the file ends in `report`, or in an UnreadableFile.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { CsvError, parse, type Options } from "csv-parse";
import { UnreadableFile, Utf8Guard } from "./utf8Guard";

export interface CsvRow {
  /** 1 is the first row after the header. */
  readonly row: number;
  readonly cells: readonly string[];
}

export type Delimiter = "," | "\t" | ";" | "|";

export interface CsvReading {
  readonly delimiter: Delimiter;
  /** Gets the header's column names; may throw UnreadableFile. */
  onHeader(columns: readonly string[]): void;
  /** A row that cannot be told apart into cells. */
  onBadRow(row: number, rule: string): void;
  onBytes?(bytes: number): void;
}

// A row is a few hundred bytes. The limit ends a quote that is never closed before it takes the whole file.
const LONGEST_ROW = 64 * 1024;
const NAMES = { ",": "commas", "\t": "tabs", ";": "semicolons", "|": "vertical bars" } as const;

export async function* readCsv(path: string, reading: CsvReading): AsyncGenerator<CsvRow> {
  await checkFile(path);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (reading.onBytes) file.on("data", (chunk) => reading.onBytes?.(chunk.length));
  const options: Options = {
    delimiter: reading.delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  };
  const parser = parse(options);
  pipeline(file, new Utf8Guard(), parser, () => undefined);
  let width = 0;
  let row = -1;
  let blanks = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row === 0) {
        checkHeader(record, reading.delimiter);
        reading.onHeader(record.map((name) => name.trim()));
        width = record.length;
        continue;
      }
      if (record.length === 1 && width > 1 && record[0]?.trim() === "") {
        blanks += 1;
        continue;
      }
      // Blank lines end many files; in the middle of one something was lost.
      for (; blanks > 0; blanks -= 1) reading.onBadRow(row - blanks, "The line is blank.");
      if (record.length < width) reading.onBadRow(row, "Has fewer cells than the header.");
      else if (record.length > width) reading.onBadRow(row, "Has more cells than the header.");
      else yield { row, cells: record };
    }
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    file.destroy();
  }
  if (row < 0) throw new UnreadableFile("The file is empty: not even a header.");
}

async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw asUnreadable(error);
  });
  if (!found.isFile()) throw new UnreadableFile("Is not a file.");
}

function checkHeader(names: readonly string[], delimiter: Delimiter): void {
  if (names.every((name) => name.trim() === ""))
    throw new UnreadableFile("The first line is blank; it has to be the header.");
  if (names.length > 1) return;
  const others = (Object.keys(NAMES) as (keyof typeof NAMES)[]).filter((other) => other !== delimiter);
  const found = others.find((other) => names[0]?.includes(other));
  if (found === undefined) return;
  throw new UnreadableFile(`Columns are separated by ${NAMES[found]}; ${NAMES[delimiter]} are expected.`);
}

function asUnreadable(error: unknown): unknown {
  if (error instanceof CsvError) {
    // The header is a record too, so the one that broke is that many lines down; rows before it may span lines.
    const { records, code } = error as CsvError & { records?: number };
    return new UnreadableFile(csvRule(code), typeof records === "number" ? records + 1 : null);
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return new UnreadableFile("The file is missing.");
  if (code === "EACCES" || code === "EPERM")
    return new UnreadableFile("The file may not be read by this user.");
  if (code === "EISDIR") return new UnreadableFile("Is not a file.");
  if (code === "EIO") return new UnreadableFile("The disk could not read the file.");
  return error;
}

function csvRule(code: string): string {
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return `A quote is opened and not closed, or a row is longer than ${LONGEST_ROW / 1024} KB.`;
  }
  return "A quote stands in the wrong place: quote whole cells, and double a quote inside.";
}
