// From the bytes that Postgres sends, the highest of each number first, to a column: straight to where it stays, since every
// copy of a large release on the way is memory that the process does not give back.
import { room, unknownIn, type Column } from "./columns";

/** Numbers of two bytes each, in one each where they fit. `rows`: where each goes; null: one after the other. */
export function columnFrom(pieces: readonly Buffer[], rows: Int32Array | null): Column {
  const parts = pieces.map((bytes) => new Int16Array(...numbers(bytes.swap16(), 2)));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const column = room(length, parts.every(fitsInOne) ? 1 : 2);
  const absent = unknownIn(column);
  let row = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; at++, row++) {
      const value = part[at] as number;
      column[rows === null ? row : (rows[row] as number)] = value === UNKNOWN_OF_TWO ? absent : value;
    }
  }
  return column;
}

/** Numbers of four bytes each. */
export function wideFrom(pieces: readonly Buffer[]): Int32Array {
  const column = room(pieces.reduce((sum, { length }) => sum + length, 0) / 4, 4) as Int32Array;
  let row = 0;
  for (const bytes of pieces) {
    const part = new Int32Array(...numbers(bytes.swap32(), 4));
    column.set(part, row);
    row += part.length;
  }
  return column;
}

const UNKNOWN_OF_TWO = -(2 ** 15);
const UNKNOWN_OF_ONE = -(2 ** 7);

function fitsInOne(part: Int16Array): boolean {
  let [least, most] = [0, 0];
  for (let at = 0; at < part.length; at++) {
    const value = part[at] as number;
    if (value < least && value !== UNKNOWN_OF_TWO) least = value;
    if (value > most) most = value;
  }
  return least > UNKNOWN_OF_ONE && most < -UNKNOWN_OF_ONE;
}

/** The same bytes where numbers may start there, else a copy. */
function numbers(bytes: Buffer, size: 2 | 4): [buffer: ArrayBuffer, byteOffset: number, length: number] {
  const { buffer, byteOffset, byteLength } = bytes;
  const length = byteLength / size;
  if (byteOffset % size === 0) return [buffer as ArrayBuffer, byteOffset, length];
  return [buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer, 0, length];
}
