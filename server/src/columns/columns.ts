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

/** Room for so many numbers, in memory that every thread of the process reads. */
export function room(rows: number, bytes: 1 | 2 | 4): Column {
  const shared = new SharedArrayBuffer(rows * bytes);
  if (bytes === 4) return new Int32Array(shared);
  return bytes === 2 ? new Int16Array(shared) : new Int8Array(shared);
}
