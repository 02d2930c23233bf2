// Which rows are added up together: a slot for each combination of keys, numbered as they come.
import { UNKNOWN } from "./columns";
import { ROWS_AT_A_TIME } from "./evaluate";

/** A constant of this file: an imported one is looked up anew in each turn of a loop. */
const unknown = UNKNOWN;

/** Of rows that are added up nowhere: a key that has to be known is not. */
const nowhere = -1;
export const NOWHERE = nowhere;

export class Slots {
  /** Key by key, and by the slot so far: where each value leads. */
  readonly #levels: Leads[][] = [];
  readonly #counts: number[] = [];
  readonly #keys: number[][] = [];
  readonly #slots = new Int32Array(ROWS_AT_A_TIME);

  get count(): number {
    return this.#keys.length;
  }

  /** Of each row. Overwritten by the next. */
  of(keys: readonly Int32Array[], known: readonly boolean[], rows: number): Int32Array {
    const slots = this.#slots.fill(0, 0, rows);
    keys.forEach((values, level) => this.#next(level, values, known[level] === true, rows, keys));
    return slots;
  }

  #next(
    level: number,
    values: Int32Array,
    isKnown: boolean,
    rows: number,
    keys: readonly Int32Array[],
  ): void {
    const levels = (this.#levels[level] ??= []);
    const slots = this.#slots;
    let [before, last, found] = [nowhere, 0, nowhere];
    let leads = nothing;
    for (let at = 0; at < rows; at++) {
      const slot = slots[at] as number;
      const value = values[at] as number;
      if (slot === nowhere) continue;
      if (isKnown && value === unknown) {
        slots[at] = nowhere;
        continue;
      }
      // Rows of a group follow each other.
      if (slot !== before) {
        leads = levels[slot] ??= new Leads();
        before = slot;
        last = ~value;
      }
      if (value !== last) {
        found = leads.of(value);
        if (found === nowhere) found = this.#new(level, leads, keys, at);
        last = value;
      }
      slots[at] = found;
    }
  }

  #new(level: number, leads: Leads, keys: readonly Int32Array[], at: number): number {
    const slot = this.#counts[level] ?? 0;
    this.#counts[level] = slot + 1;
    leads.lead(keys[level]?.[at] as number, slot);
    if (level === keys.length - 1) this.#keys.push(keys.map((each) => each[at] as number));
    return slot;
  }

  /** Unknown last, as Postgres orders. */
  inOrder(): { readonly slot: number; readonly keys: readonly number[] }[] {
    return this.#keys
      .map((keys, slot) => ({ slot, keys }))
      .sort(({ keys: one }, { keys: other }) => {
        for (let at = 0; at < one.length; at++)
          if (one[at] !== other[at]) return place(one[at] as number) - place(other[at] as number);
        return 0;
      });
  }
}

const place = (key: number): number => (key === unknown ? Infinity : key);

/** Most values are days, categories and minutes of a day: they find their slot in an array. */
const NEAR = 2048;

/** Where each value leads; nowhere, where it has not been seen. */
class Leads {
  #near = new Int32Array(16).fill(nowhere);
  readonly #far = new Map<number, number>();

  of(value: number): number {
    if (value >= 0 && value < this.#near.length) return this.#near[value] as number;
    return value >= 0 && value < NEAR ? nowhere : (this.#far.get(value) ?? nowhere);
  }

  lead(value: number, slot: number): void {
    if (value < 0 || value >= NEAR) {
      this.#far.set(value, slot);
      return;
    }
    if (value >= this.#near.length) {
      const longer = new Int32Array(2 ** Math.ceil(Math.log2(value + 1))).fill(nowhere);
      longer.set(this.#near);
      this.#near = longer;
    }
    this.#near[value] = slot;
  }
}

/** Of no slot. */
const nothing = new Leads();
