// What the rows of an export show that no dictionary says: which columns are filled in which event and repeating form,
// and what stands where nothing is known. Of values only well-known marks of missing ones are remembered.
import { readTable } from "../readTable";
import type { RedcapField } from "./dictionary";
import { EVENT, exportColumns, REPEAT_FORM, REPEAT_INSTANCE, type ExportColumn } from "./exportColumns";
import { rawExport, type RawExport } from "./labels";

/** A sort of row: its event, and the form that repeats in it ("": none). */
export interface RowSort {
  readonly event: string;
  readonly repeats: string;
}

export interface Survey {
  /** Of the file; null: there is no export yet. */
  readonly path: string | null;
  /** The columns by their raw names. */
  readonly names: readonly string[];
  /** In the order in which they first stand in the file. */
  readonly events: readonly string[];
  readonly filled: ReadonlyMap<string, readonly RowSort[]>;
  /** By column: marks of missing values that its dictionary does not list. */
  readonly oddities: ReadonlyMap<string, readonly string[]>;
}

// REDCap's own missing data codes with their labels, and the numbers that people use.
const MARKS = new Set([
  ...["NI", "INV", "UNK", "NASK", "ASKU", "NAV", "MSK", "NAVU", "NP"],
  ...["No information", "Invalid", "Unknown", "Not asked", "Asked but unknown", "Temporarily unavailable"],
  ...["Masked", "Not applicable", "Not available", "Not present"],
]);
const NUMBER_MARK = /^-?(9{2,4}|8{2,3}|7{2,3})$|^-[789]$/;

/** Without an export: every column that the dictionary foretells. */
export const unseen = (fields: readonly RedcapField[]): Survey => ({
  path: null,
  names: exportColumns(fields)
    .filter(({ field, name }) => field !== null || name.endsWith("_complete"))
    .map(({ name }) => name),
  events: [],
  filled: new Map(),
  oddities: new Map(),
});

/** Throws UnreadableFile. */
export async function survey(folder: string, path: string, fields: readonly RedcapField[]): Promise<Survey> {
  const columns = new Map(exportColumns(fields).map((column) => [column.name, column]));
  const filled = new Map<string, Map<string, RowSort>>();
  const oddities = new Map<string, Set<string>>();
  let raw: RawExport = { names: [], code: (_, text) => text };
  const reading = readTable(`${folder}/${path}`, {
    onHeader: (header) => {
      raw = rawExport(header, fields);
    },
    onBadRow: () => undefined,
    onForm: () => undefined,
  });
  for await (const { cells } of reading) {
    const texts = raw.names.map((name, at) => raw.code(name, cells[at]?.trim() ?? ""));
    const of = (name: string) => texts[raw.names.indexOf(name)] ?? "";
    const repeats = of(REPEAT_FORM) || (of(REPEAT_INSTANCE) === "" ? "" : of(EVENT));
    const sort = { event: of(EVENT), repeats };
    for (const [at, name] of raw.names.entries()) {
      const text = texts[at] ?? "";
      const column = columns.get(name);
      if (text === "" || (text === "0" && column?.box)) continue;
      add(filled, name, new Map([[`${sort.event}\n${sort.repeats}`, sort]]));
      if (isOdd(text, column)) oddities.set(name, (oddities.get(name) ?? new Set()).add(text));
    }
  }
  const sorts = [...(filled.get([...columns.keys()][0] ?? "")?.values() ?? [])];
  return {
    path,
    names: raw.names,
    events: [...new Set(sorts.map(({ event }) => event).filter((event) => event !== ""))],
    filled: new Map([...filled].map(([name, found]) => [name, [...found.values()]])),
    oddities: new Map([...oddities].map(([name, found]) => [name, [...found]])),
  };
}

function add<Value>(
  all: Map<string, Map<string, Value>>,
  name: string,
  more: ReadonlyMap<string, Value>,
): void {
  const found = all.get(name) ?? new Map<string, Value>();
  for (const [key, value] of more) found.set(key, value);
  all.set(name, found);
}

const isOdd = (text: string, column: ExportColumn | undefined): boolean =>
  column?.field !== null &&
  column?.field !== undefined &&
  !column.choices.some(({ code }) => code === text) &&
  (MARKS.has(text) || NUMBER_MARK.test(text));
