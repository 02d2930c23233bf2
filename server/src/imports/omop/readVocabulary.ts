// Streams a file of the vocabularies. Athena writes millions of rows with tabs and no quoting, and with quotes in names:
// those are cut at their tabs. Another form is read like any table.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { DecodeText } from "../decodeText";
import { beginningOf } from "../encoding";
import { headOf } from "../readCsv";
import { UnreadableFile } from "../unreadableFile";
import { placesOf, readCdm } from "./readCdm";

export interface VocabularyReading<Column extends string> {
  readonly path: string;
  readonly name: string;
  readonly columns: readonly Column[];
  onBadRow(row: number, rule: string): void;
  onRow(row: number, cell: (column: Column) => string): void;
}

const LONGEST_ROW = 64 * 1024;

/** Throws UnreadableFile where the file cannot be read to its end. */
export async function readVocabulary<Column extends string>(
  reading: VocabularyReading<Column>,
): Promise<void> {
  if (await isPlain(reading.path)) return cutAtTabs(reading);
  const { columns } = reading;
  for await (const { row, cell } of readCdm({ ...reading, required: columns, notes: null }))
    reading.onRow(row, cell);
}

async function isPlain(path: string): Promise<boolean> {
  const head = await headOf(path, LONGEST_ROW);
  const { encoding = "UTF-8", mark } = beginningOf(head);
  const [first = ""] = new TextDecoder(encoding).decode(head.subarray(mark)).split("\n", 1);
  return first.includes("\t") && !first.includes('"');
}

async function cutAtTabs<Column extends string>(reading: VocabularyReading<Column>): Promise<void> {
  const { path, columns } = reading;
  const file = createReadStream(path, { highWaterMark: 1024 * 1024 });
  const text = new DecodeText(undefined);
  pipeline(file, text.setEncoding("utf8"), () => undefined);
  let places: readonly number[] | null = null;
  let width = 0;
  let row = 0;
  let cells: readonly string[] = [];
  const at = new Map<Column, number>(columns.map((column, place) => [column, place]));
  const cell = (column: Column): string => cells[places?.[at.get(column) ?? -1] ?? -1] ?? "";
  const take = (line: string): void => {
    const plain = line.endsWith("\r") ? line.slice(0, -1) : line;
    cells = plain.split("\t");
    if (places === null) {
      const found = placesOf(cells, columns, columns);
      places = columns.map((column) => found.get(column) ?? -1);
      width = cells.length;
      return;
    }
    row += 1;
    if (cells.length === width) reading.onRow(row, cell);
    else if (plain !== "")
      reading.onBadRow(row, `Has ${cells.length < width ? "fewer" : "more"} cells than the header.`);
  };
  let rest = "";
  try {
    for await (const piece of text as AsyncIterable<string>) {
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
      if (rest.length > LONGEST_ROW)
        throw new UnreadableFile(`A row is longer than ${LONGEST_ROW / 1024} KB.`);
    }
    if (rest !== "") take(rest);
  } finally {
    file.destroy();
  }
}
