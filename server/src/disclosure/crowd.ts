// Patients as the words of a bitmap in which any of them is: by these alone, a few are held against many bitmaps at little
// cost.
import { onesIn, type Bitmap } from "./bitmap";
import { fewestPlaces } from "./fewPlaces";

export interface Crowd {
  /** Place and word in turns; what lies behind `end` is nothing. */
  readonly pairs: Uint32Array;
  readonly end: number;
  /** Of the bitmaps that it comes from. */
  readonly length: number;
}

/** Half as many words. */
const SOON = 128;

/** Who is in all of them. */
export function crowdInAll(bitmaps: readonly [Bitmap, ...Bitmap[]]): Crowd {
  // As many at once as most cohorts have filters, and a denominator.
  const [a, b = a, c = b, d = c, e = d, ...others] = bitmaps;
  const places = fewestPlaces(bitmaps);
  const steps = places?.length ?? a.length;
  const pairs = new Uint32Array(2 * steps);
  let end = 0;
  // Every word is written, and the next over it where nobody is in it: which words these are no processor can foresee.
  for (let step = 0; step < steps; step++) {
    const at = places === null ? step : (places[step] as number);
    const word =
      (a[at] as number) & (b[at] as number) & (c[at] as number) & (d[at] as number) & (e[at] as number);
    pairs[end] = at;
    pairs[end + 1] = word;
    end += twoUnlessZero(word);
  }
  return others.reduce(those, { pairs, end, length: a.length });
}

/** Those of them who are in the bitmap: written over them. */
function those({ pairs, end, length }: Crowd, bitmap: Bitmap): Crowd {
  let left = 0;
  for (let from = 0; from < end; from += 2) {
    const at = pairs[from] as number;
    const word = (pairs[from + 1] as number) & (bitmap[at] as number);
    pairs[left] = at;
    pairs[left + 1] = word;
    left += twoUnlessZero(word);
  }
  return { pairs, end: left, length };
}

/** A word or its negative has the highest bit. */
const twoUnlessZero = (word: number): number => ((word | (0 - word)) >>> 31) << 1;

export function sizeOf({ pairs, end }: Crowd): number {
  let size = 0;
  for (let at = 0; at < end; at += 2) size += onesIn(pairs[at + 1] as number);
  return size;
}

/** How many of them are in the bitmap, but no more than `most`. */
export function countOfCrowd({ pairs, end }: Crowd, bitmap: Bitmap, most: number): number {
  let count = 0;
  for (let at = 0; at < end && count < most; at += 2) {
    const word = (pairs[at + 1] as number) & (bitmap[pairs[at] as number] as number);
    if (word !== 0) count += onesIn(word);
  }
  return Math.min(count, most);
}

/** Whether one of the first of them is in the bitmap: if not, nobody may be. */
export function isSoonIn({ pairs, end }: Crowd, bitmap: Bitmap): boolean {
  const soon = Math.min(end, SOON);
  for (let at = 0; at < soon; at += 2)
    if (((pairs[at + 1] as number) & (bitmap[pairs[at] as number] as number)) !== 0) return true;
  return false;
}

export function bitmapOf({ pairs, end, length }: Crowd): Bitmap {
  const bitmap = new Uint32Array(length);
  for (let at = 0; at < end; at += 2) bitmap[pairs[at] as number] = pairs[at + 1] as number;
  return bitmap;
}
