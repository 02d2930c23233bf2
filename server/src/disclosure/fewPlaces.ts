// In which words of a bitmap anyone is, where these are few: of a rare category or a late visit. Whoever begins with those
// words need not look at all the others.
import type { Bitmap } from "./bitmap";

/** Of a bitmap's words. */
const FEW = 1 / 4;

// Null: they are not few.
const remembered = new WeakMap<Bitmap, Uint32Array | null>();

function fewPlaces(bitmap: Bitmap): Uint32Array | null {
  const known = remembered.get(bitmap);
  if (known !== undefined) return known;
  const most = Math.floor(bitmap.length * FEW);
  const places = new Uint32Array(most);
  let many = 0;
  for (let at = 0; at < bitmap.length && many <= most; at++) {
    if (bitmap[at] === 0) continue;
    if (many < most) places[many] = at;
    many += 1;
  }
  const found = many > most ? null : places.slice(0, many);
  remembered.set(bitmap, found);
  return found;
}

/** Of the bitmap that has the fewest; null where none has few. */
export function fewestPlaces(bitmaps: readonly Bitmap[]): Uint32Array | null {
  let fewest: Uint32Array | null = null;
  for (const bitmap of bitmaps) {
    const places = fewPlaces(bitmap);
    if (places !== null && (fewest === null || places.length < fewest.length)) fewest = places;
  }
  return fewest;
}

export const isNobody = (bitmap: Bitmap): boolean => fewPlaces(bitmap)?.length === 0;
