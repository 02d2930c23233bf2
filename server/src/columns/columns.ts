// Columns of an analysis table in memory: of each the values of all rows, one after the other. Whole numbers; what is not
// known is UNKNOWN. The dimensions are a course's, and stand with the courses alone: a row of another table knows the place
// of its course among them.

/** In the smallest form that holds its values. */
export type Column = Int8Array | Int16Array | Int32Array;

/** Of four bytes the least. No analysis table holds a number that is as large as half of it. */
export const UNKNOWN = -(2 ** 31);

/**
 * All bits where a value is UNKNOWN, none where it is known, without a branch: values are missing by chance, and the
 * processor would guess wrongly which. Of no other number is the lowest bit that is set the highest of all.
 */
export const maskOfUnknown = (value: number): number => (value & (0 - value)) >> 31;

export interface Columns {
  readonly rows: number;
  /** UNKNOWN is the least value of the form: see unknownIn. */
  readonly byName: ReadonlyMap<string, Column>;
  /** Row by row the place of the course among the courses; null: the rows are the courses. */
  readonly places: Int32Array | null;
  /** The column by whose values the rows stand together, in the order of the values; null: by none. */
  readonly orderedBy: string | null;
}

/** What stands for an unknown value in a column. */
export const unknownIn = (column: Column): number => -(2 ** (8 * column.BYTES_PER_ELEMENT - 1));

export const bytesOf = ({ byName, places }: Columns): number =>
  [...byName.values()].reduce((sum, { byteLength }) => sum + byteLength, places?.byteLength ?? 0);

/** The same in one byte each, where they fit. */
export function narrowed(values: Int16Array): Column {
  const unknown = unknownIn(values);
  let [least, most] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value !== unknown && value < least) least = value;
    if (value > most) most = value;
  }
  const column = new Int8Array(values.length);
  const unknownByte = unknownIn(column);
  if (least <= unknownByte || most > -unknownByte - 1) return values;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    column[at] = value === unknown ? unknownByte : value;
  }
  return column;
}

/** Copied to where every thread of the process reads the same bytes. */
export function columnsInSharedMemory({ byName, places, ...rows }: Columns): Columns {
  return {
    ...rows,
    byName: new Map([...byName].map(([name, column]) => [name, inSharedMemory(column)])),
    places: places && inSharedMemory(places),
  };
}

function inSharedMemory<Of extends Column>(column: Of): Of {
  const bytes = new SharedArrayBuffer(column.byteLength);
  const form = column.constructor as new (bytes: SharedArrayBuffer) => Of;
  const shared = new form(bytes);
  shared.set(column);
  return shared;
}
