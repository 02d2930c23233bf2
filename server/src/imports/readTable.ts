// A file as a table: its header, then its rows of cells, whatever its form. It knows nothing of what columns mean.
import { readCsv, headOf } from "./readCsv";
import type { Delimiter } from "./delimiter";
import type { Encoding } from "./encoding";
import { readSheet } from "./readSheet";
import { UnreadableFile } from "./unreadableFile";

export interface TableRow {
  /** 1 is the first row after the header. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** How a file was read: a text, or a sheet of a workbook. */
export type TableForm =
  | { readonly encoding: Encoding; readonly delimiter: Delimiter }
  | { readonly sheet: string; readonly errorCells: number };

export interface TableReading {
  /** Detected where it is not given. */
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  /** Of a workbook with several sheets. */
  readonly sheet?: string | undefined;
  /** Gets the header's column names; may throw UnreadableFile. */
  onHeader(columns: readonly string[]): void;
  /** A row that cannot be told apart into cells. */
  onBadRow(row: number, rule: string): void;
  onForm(form: TableForm): void;
}

const ZIP = Buffer.from("PK\u0003\u0004");
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

export async function* readTable(path: string, reading: TableReading): AsyncGenerator<TableRow> {
  for await (const rows of readTableInParts(path, reading)) yield* rows;
}

/** The same rows, some hundred at a time. */
export async function* readTableInParts(path: string, reading: TableReading): AsyncGenerator<TableRow[]> {
  const start = await headOf(path, 4);
  if (start.equals(OLD_OFFICE)) {
    throw new UnreadableFile("Is an old Excel file, or one with a password. Save it as .xlsx or CSV.");
  }
  const onForm = (form: TableForm) => reading.onForm(form);
  const records = start.equals(ZIP)
    ? readSheet(path, reading.sheet, onForm)
    : readCsv(path, { encoding: reading.encoding, delimiter: reading.delimiter }, onForm);
  const lines = new Lines(reading);
  for await (const some of records) yield some.flatMap((record) => lines.rowOf(record) ?? []);
  if (lines.isEmpty) throw new UnreadableFile("The file is empty: not even a header.");
}

/** Records in their order: which is the header, which a row, and which fits neither. */
class Lines {
  private row = -1;
  private width = 0;
  private blanks = 0;

  constructor(private readonly reading: TableReading) {}

  get isEmpty(): boolean {
    return this.row < 0;
  }

  rowOf(cells: readonly string[]): TableRow | undefined {
    this.row += 1;
    const { row, width, reading } = this;
    const isBlank = cells.every((cell) => cell.trim() === "");
    if (row === 0) {
      if (isBlank) throw new UnreadableFile("The first line is blank; it has to be the header.");
      reading.onHeader(cells.map((name) => name.trim()));
      this.width = cells.length;
      return undefined;
    }
    if (isBlank && width > 1) {
      this.blanks += 1;
      return undefined;
    }
    // Blank lines end many files; in the middle of one something was lost.
    for (; this.blanks > 0; this.blanks -= 1) reading.onBadRow(row - this.blanks, "The line is blank.");
    if (cells.length === width) return { row, cells };
    reading.onBadRow(row, `Has ${cells.length < width ? "fewer" : "more"} cells than the header.`);
    return undefined;
  }
}
