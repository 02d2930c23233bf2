// What is added up in each slot: how many rows, a sum, or moments. Rows of a slot mostly follow each other, and are added up
// before the slot is. Sums are exact up to 2^53.
import type { Aggregate } from "../queries/counting";
import { maskOfUnknown } from "./columns";
import { ROWS_AT_A_TIME, type Evaluate, type Evaluator } from "./evaluate";
import { NOWHERE } from "./slots";

/** Constants of this file: imported ones are looked up anew in each turn of a loop. */
const nowhere = NOWHERE;
const goneIn = maskOfUnknown;

export interface Adder {
  /** `count`: how many slots there are by now. */
  add(slots: Int32Array, rows: number, count: number): void;
  /** Under the names under which it comes back. A sum of nothing is null, as in SQL. */
  write(row: Record<string, number | null>, slot: number): void;
}

export function adderOf(evaluator: Evaluator, name: string, aggregate: Aggregate): Adder {
  if (aggregate.is === "values")
    return byValue(evaluator.compile(aggregate.of), named(name, aggregate.values));
  if (aggregate.is === "bits") return byBits(evaluator.compile(aggregate.of), named(name, aggregate.bits));
  if (aggregate.is !== "count") return moments(evaluator.compile(aggregate.of), name, aggregate.is);
  return rows(aggregate.where === undefined ? null : evaluator.compile(aggregate.where), name);
}

function rows(where: Evaluate | null, name: string): Adder {
  let counts = new Float64Array(16);
  const everyRow = new Int32Array(ROWS_AT_A_TIME).fill(1);
  return {
    add(slots, length, count) {
      counts = grown(counts, count);
      const values = where?.() ?? everyRow;
      for (let at = 0; at < length;) {
        const slot = slots[at] as number;
        let known = 0;
        for (; at < length && slots[at] === slot; at++) known += (values[at] as number) & 1;
        if (slot !== nowhere) (counts[slot] as number) += known;
      }
    },
    write: (row, slot) => {
      row[name] = counts[slot] ?? 0;
    },
  };
}

interface Named {
  readonly number: number;
  readonly name: string;
}
const named = (name: string, numbers: readonly number[]): Named[] =>
  numbers.map((number) => ({ number, name: `${name}_${number}` }));
const most = (wanted: readonly Named[]): number => Math.max(...wanted.map(({ number }) => number));

function byValue(of: Evaluate, wanted: readonly Named[]): Adder {
  const rows = eachValue(of, most(wanted) + 1, -1);
  return {
    add: rows.add,
    write: (row, slot) => {
      for (const { number, name } of wanted) row[name] = rows.of(slot, number);
    },
  };
}

/** Few bits have few values: rows are counted by those, and only their counts are added up, bit by bit. */
function byBits(of: Evaluate, wanted: readonly Named[]): Adder {
  const width = 2 ** (most(wanted) + 1);
  const rows = eachValue(of, width, width - 1);
  return {
    add: rows.add,
    write: (row, slot) => {
      for (const { number, name } of wanted) {
        const bit = 2 ** number;
        let count = 0;
        // The values that have it: as many follow each other as lie between two of them.
        for (let from = bit; from < width; from += 2 * bit)
          for (let value = from; value < from + bit; value++) count += rows.of(slot, value);
        row[name] = count;
      }
    },
  };
}

/** Rows of each slot by value, of which the bits of the mask are looked at; up to the width. */
function eachValue(of: Evaluate, width: number, mask: number) {
  let counts = new Float64Array(16 * width);
  return {
    add: (slots: Int32Array, length: number, count: number): void => {
      counts = grown(counts, count * width);
      const values = of();
      for (let at = 0; at < length; at++) {
        const slot = slots[at] as number;
        const value = (values[at] as number) & mask;
        if (slot !== nowhere && value >= 0 && value < width) (counts[slot * width + value] as number) += 1;
      }
    },
    of: (slot: number, value: number): number => counts[slot * width + value] ?? 0,
  };
}

function moments(of: Evaluate, name: string, is: "sum" | "moments"): Adder {
  const names = { n: `n_${name}`, sum: is === "sum" ? name : `sum_${name}`, squares: `squares_${name}` };
  let [counts, sums, squares] = [new Float64Array(16), new Float64Array(16), new Float64Array(16)];
  return {
    add(slots, length, count) {
      [counts, sums, squares] = [grown(counts, count), grown(sums, count), grown(squares, count)];
      const values = of();
      for (let at = 0; at < length;) {
        const slot = slots[at] as number;
        let known = 0;
        let sum = 0;
        let square = 0;
        for (; at < length && slots[at] === slot; at++) {
          const found = values[at] as number;
          const gone = goneIn(found);
          const value = found & ~gone;
          known += 1 + gone;
          sum += value;
          square += value * value;
        }
        if (slot === nowhere) continue;
        (counts[slot] as number) += known;
        (sums[slot] as number) += sum;
        (squares[slot] as number) += square;
      }
    },
    write(row, slot) {
      const known = counts[slot] ?? 0;
      row[names.sum] = known === 0 ? null : (sums[slot] ?? 0);
      if (is === "sum") return;
      row[names.n] = known;
      row[names.squares] = known === 0 ? null : (squares[slot] ?? 0);
    },
  };
}

function grown(values: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  if (length <= values.length) return values;
  const larger = new Float64Array(2 * length);
  larger.set(values);
  return larger;
}
