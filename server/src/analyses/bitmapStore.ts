// The bitmaps of releases, read from Postgres when they are first asked for and kept in memory: releases are frozen, so
// every server keeps the same. Bounded in bytes: what was not asked for the longest goes first. Nothing is decided here.
import type { DimensionName } from "@afterglow/shared";
import { bitmapFrom, type Bitmap } from "../disclosure/bitmap";
import type { Fact } from "../queries/denominator";
import { readBitmaps, readCategories } from "../queries/readBitmaps";
import type { Query } from "../queries/sql";

/** A release of a million courses has some 20 MB of categories, and 125 kB a denominator's fact. */
const MOST_BYTES = 256 * 2 ** 20;

export interface ReleaseBitmaps {
  /** The same as long as the categories are in memory: what is worked out of them may be kept by it. */
  readonly categories: object;
  /** Nobody, where the release has no such fact. */
  of(fact: Fact): Bitmap;
  ofCategory(dimension: DimensionName, number: number): Bitmap;
}

/** What is read and kept as one: a fact's bitmap, or those of all categories. */
type Shelf = ReadonlyMap<string, Bitmap>;

const keyOf = ({ fact, instrument, number }: Fact): string => `${fact} ${instrument} ${number}`;
const treated: Fact = { fact: "TREATED", instrument: 0, number: 0 };
const CATEGORIES = "categories";

export class BitmapStore {
  /** In the order of their last use. */
  readonly #shelves = new Map<string, Shelf>();
  /** Who reads of a release: others wait, and find what they need or read it in their turn. */
  readonly #reading = new Map<number, Promise<unknown>>();
  #bytes = 0;

  constructor(readonly mostBytes = MOST_BYTES) {}

  get bytes(): number {
    return this.#bytes;
  }

  async read(query: Query, releaseId: number, facts: readonly Fact[]): Promise<ReleaseBitmaps> {
    const wanted = new Map<string, Fact | null>([
      [CATEGORIES, null],
      [keyOf(treated), treated],
    ]);
    for (const fact of facts) wanted.set(keyOf(fact), fact);
    const held = new Map<string, Shelf>();
    for (;;) {
      const missing = [...wanted].filter(([key]) => !held.has(key) && !this.#recall(releaseId, key, held));
      if (missing.length === 0) return releaseBitmaps(held);
      const other = this.#reading.get(releaseId);
      if (other !== undefined) {
        // One who went away in the middle of it fails alone.
        await other.catch(() => undefined);
        continue;
      }
      const reading = readShelves(query, releaseId, new Map(missing));
      this.#reading.set(releaseId, reading);
      try {
        for (const [key, shelf] of await reading) this.#keep(releaseId, key, shelf, held);
      } finally {
        this.#reading.delete(releaseId);
      }
    }
  }

  #recall(releaseId: number, key: string, held: Map<string, Shelf>): boolean {
    const place = `${releaseId} ${key}`;
    const shelf = this.#shelves.get(place);
    if (shelf === undefined) return false;
    this.#shelves.delete(place);
    this.#shelves.set(place, shelf);
    held.set(key, shelf);
    return true;
  }

  #keep(releaseId: number, key: string, shelf: Shelf, held: Map<string, Shelf>): void {
    held.set(key, shelf);
    this.#shelves.set(`${releaseId} ${key}`, shelf);
    this.#bytes += bytesOf(shelf);
    for (const [place, oldest] of this.#shelves) {
      if (this.#bytes <= this.mostBytes) break;
      this.#shelves.delete(place);
      this.#bytes -= bytesOf(oldest);
    }
  }
}

const bytesOf = (shelf: Shelf): number =>
  [...shelf.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);

async function readShelves(
  query: Query,
  releaseId: number,
  missing: ReadonlyMap<string, Fact | null>,
): Promise<Map<string, Shelf>> {
  const facts = [...missing.values()].filter((fact) => fact !== null);
  const [categories, found] = await Promise.all([
    missing.has(CATEGORIES) ? readCategories(query, releaseId) : [],
    facts.length > 0 ? readBitmaps(query, releaseId, facts) : [],
  ]);
  const entry = (read: Fact & { readonly bytes: Uint8Array }): [string, Bitmap] => [
    keyOf(read),
    bitmapFrom(read.bytes),
  ];
  const bitmaps = new Map(found.map(entry));
  return new Map(
    [...missing.keys()].map((key): [string, Shelf] => {
      if (key === CATEGORIES) return [key, new Map(categories.map(entry))];
      const bitmap = bitmaps.get(key);
      return [key, new Map(bitmap === undefined ? [] : [[key, bitmap]])];
    }),
  );
}

function releaseBitmaps(held: ReadonlyMap<string, Shelf>): ReleaseBitmaps {
  const of = (key: string, shelf = key): Bitmap | undefined => held.get(shelf)?.get(key);
  const nobody = new Uint32Array(of(keyOf(treated))?.length ?? 0);
  return {
    categories: held.get(CATEGORIES) ?? held,
    of: (fact) => of(keyOf(fact)) ?? nobody,
    ofCategory: (fact, number) => of(keyOf({ fact, instrument: 0, number }), CATEGORIES) ?? nobody,
  };
}
