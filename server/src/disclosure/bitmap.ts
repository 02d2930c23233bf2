// One bit a course, in 32-bit words: who has something. Which bit is which course is the same in all bitmaps of a release,
// and nothing here needs to know it. Bits beyond the last course are 0. Once it was asked about, a bitmap is not written to.
import { fewestPlaces } from "./fewPlaces";

export type Bitmap = Uint32Array;

/** The number of ones in a word, added up in pairs, nibbles and bytes (Warren, Hacker's Delight, 5-1). */
export function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countOf(bitmap: Bitmap): number {
  let count = 0;
  for (let at = 0; at < bitmap.length; at++) count += onesIn(bitmap[at] as number);
  return count;
}

/** How many are in both, but no more than `most`: what is only held against a limit need not be counted further. */
export function countInBoth(one: Bitmap, other: Bitmap, most: number): number {
  let count = 0;
  for (let at = 0; at < one.length && count < most; at++) {
    const word = (one[at] as number) & (other[at] as number);
    if (word !== 0) count += onesIn(word);
  }
  return Math.min(count, most);
}

/** How many are in each of `inside` and in none of `outside`, but no more than `most`. `inside` holds one or more. */
export function countBetween(inside: readonly Bitmap[], outside: readonly Bitmap[], most: number): number {
  const places = fewestPlaces(inside);
  const length = places?.length ?? inside[0]?.length ?? 0;
  let count = 0;
  for (let step = 0; step < length && count < most; step++) {
    const at = places === null ? step : (places[step] as number);
    let word = -1;
    for (let each = 0; each < inside.length && word !== 0; each++) {
      word &= (inside[each] as Bitmap)[at] as number;
    }
    for (let each = 0; each < outside.length && word !== 0; each++) {
      word &= ~((outside[each] as Bitmap)[at] as number);
    }
    if (word !== 0) count += onesIn(word);
  }
  return Math.min(count, most);
}

export function inAll([first, ...others]: readonly [Bitmap, ...Bitmap[]]): Bitmap {
  const all = first.slice();
  for (const other of others) for (let at = 0; at < all.length; at++) all[at]! &= other[at] as number;
  return all;
}

/** One of them as it is, so that it is not to be written to. */
export function inAny([first, ...others]: readonly [Bitmap, ...Bitmap[]]): Bitmap {
  if (others.length === 0) return first;
  const any = first.slice();
  for (const other of others) for (let at = 0; at < any.length; at++) any[at]! |= other[at] as number;
  return any;
}

/** Of bytes, a multiple of four. */
export function bitmapFrom(bytes: Uint8Array): Bitmap {
  const bitmap = new Uint32Array(bytes.length / 4);
  new Uint8Array(bitmap.buffer).set(bytes);
  return bitmap;
}

export function isSame(one: Bitmap, other: Bitmap): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
