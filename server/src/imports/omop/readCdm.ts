// Streams a table of an extract: its listed columns by name, whatever the case of the header, and whatever the way that
// a database writes nothing. All other columns are dropped here.
import { missingMarks } from "../cellNotation";
import { noteForm } from "../noteForm";
import type { Notes } from "../notes";
import { readTable } from "../readTable";
import { UnreadableFile } from "../unreadableFile";

export interface CdmRow<Column extends string> {
  readonly row: number;
  /** Trimmed; "" where nothing stands, or the file has no such column. */
  readonly cell: (column: Column) => string;
}

export interface CdmReading<Column extends string> {
  readonly path: string;
  readonly name: string;
  readonly columns: readonly Column[];
  readonly required: readonly Column[];
  /** null: said before. */
  readonly notes: Notes | null;
  onBadRow(row: number, rule: string): void;
}

const NOTHING: ReadonlySet<string> = new Set(["\\N", "None", ...missingMarks]);
const NULL_BYTES = /\0/;
/** Ids are integers of 32 bits. */
const LARGEST = 2 ** 31 - 1;

/** Throws UnreadableFile where the file cannot be read to its end. */
export async function* readCdm<Column extends string>(
  reading: CdmReading<Column>,
): AsyncGenerator<CdmRow<Column>> {
  const { columns, required, notes } = reading;
  let places: ReadonlyMap<Column, number> = new Map();
  let cells: readonly string[] = [];
  const cell = (column: Column): string => {
    const text = (cells[places.get(column) ?? -1] ?? "").trim();
    return NOTHING.has(text) || NULL_BYTES.test(text) ? "" : text;
  };
  const table = readTable(reading.path, {
    onHeader: (header) => {
      places = placesOf(header, columns, required);
    },
    onBadRow: (row, rule) => reading.onBadRow(row, rule),
    onForm: (form) => {
      if (notes) noteForm(reading.name, form, {}, notes);
    },
  });
  for await (const read of table) {
    cells = read.cells;
    yield { row: read.row, cell };
  }
}

/** Where each column stands. A required one that does not, and one that stands twice, end the reading. */
export function placesOf<Column extends string>(
  header: readonly string[],
  columns: readonly Column[],
  required: readonly Column[],
): ReadonlyMap<Column, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  for (const column of columns) {
    if (names.indexOf(column) !== names.lastIndexOf(column))
      throw new UnreadableFile("Column stands twice in the header.", null, column);
  }
  const missing = required.find((column) => !names.includes(column));
  if (missing !== undefined) throw new UnreadableFile("Column is missing from the header.", null, missing);
  return new Map(columns.map((column) => [column, names.indexOf(column)] as const));
}

/** An id as a text; programs that hold ids as decimals write 12.0. "" where there is none. */
export const idOf = (text: string): string => {
  const id = text.replace(/\.0+$/, "");
  return id === "0" ? "" : id;
};

/** null: nothing stands there, or 0, which is OMOP's way to say that no concept was found. -1: no id. */
export function conceptIdOf(text: string): number | null {
  const id = idOf(text);
  if (id === "") return null;
  return /^\d{1,10}$/.test(id) && Number(id) <= LARGEST ? Number(id) : -1;
}
