// What each operator does with the values of many rows at once. A loop of its own each, not one with a function in it:
// the engine turns each into machine code for its own operator. As in SQL, unknown goes in and comes out, but for what
// says otherwise. True is 1, false 0.
import type { Expression } from "../queries/expression";
import { maskOfUnknown, UNKNOWN } from "./columns";

/** Constants of this file: imported ones are looked up anew in each turn of a loop. */
const unknown = UNKNOWN;
const goneIn = maskOfUnknown;

type Operator = Exclude<Expression["is"], "column" | "whole" | "oneOf">;
type Values = Int32Array;
type Loop = (result: Values, rows: number, of: readonly Values[]) => void;

const nothing = new Int32Array();
const two = (of: readonly Values[]): readonly [Values, Values] => [of[0] ?? nothing, of[1] ?? nothing];

export const loops: Readonly<Record<Operator, Loop>> = {
  coalesce: (result, rows, of) => {
    result.fill(unknown, 0, rows);
    for (const values of of)
      for (let at = 0; at < rows; at++) if (result[at] === unknown) result[at] = values[at] as number;
  },
  least: (result, rows, of) => {
    result.fill(unknown, 0, rows);
    for (const values of of)
      for (let at = 0; at < rows; at++) {
        const least = result[at] as number;
        const value = values[at] as number;
        if (value !== unknown && (least === unknown || value < least)) result[at] = value;
      }
  },
  plus: (result, rows, of) => {
    result.fill(0, 0, rows);
    for (const values of of)
      for (let at = 0; at < rows; at++) {
        const value = values[at] as number;
        if (value === unknown || result[at] === unknown) result[at] = unknown;
        else (result[at] as number) += value;
      }
  },
  /** Without a branch, as all that meets values which are missing by chance: the sign of a difference says what is less. */
  minus: (result, rows, of) => {
    const [left, right] = two(of);
    for (let at = 0; at < rows; at++) {
      const a = left[at] as number;
      const b = right[at] as number;
      const gone = goneIn(a) | goneIn(b);
      result[at] = ((a - b) & ~gone) | (gone & unknown);
    }
  },
  times: (result, rows, of) => {
    const [left, right] = two(of);
    for (let at = 0; at < rows; at++) {
      const a = left[at] as number;
      const b = right[at] as number;
      result[at] = a === unknown || b === unknown ? unknown : a * b;
    }
  },
  divided: (result, rows, of) => {
    const [left, right] = two(of);
    for (let at = 0; at < rows; at++) {
      const a = left[at] as number;
      const b = right[at] as number;
      result[at] = a === unknown || b === unknown ? unknown : Math.trunc(a / b);
    }
  },
  equals: (result, rows, of) => {
    const [left, right] = two(of);
    for (let at = 0; at < rows; at++) {
      const a = left[at] as number;
      const b = right[at] as number;
      result[at] = a === unknown || b === unknown ? unknown : a === b ? 1 : 0;
    }
  },
  less: (result, rows, of) => {
    const [left, right] = two(of);
    for (let at = 0; at < rows; at++) {
      const a = left[at] as number;
      const b = right[at] as number;
      const gone = goneIn(a) | goneIn(b);
      result[at] = (((a - b) >>> 31) & ~gone) | (gone & unknown);
    }
  },
  atMost: (result, rows, of) => {
    const [left, right] = two(of);
    for (let at = 0; at < rows; at++) {
      const a = left[at] as number;
      const b = right[at] as number;
      const gone = goneIn(a) | goneIn(b);
      result[at] = ((((b - a) >>> 31) ^ 1) & ~gone) | (gone & unknown);
    }
  },
  /** False where one is, else unknown where one is. */
  and: (result, rows, of) => {
    result.fill(1, 0, rows);
    for (const values of of)
      for (let at = 0; at < rows; at++) {
        const value = values[at] as number;
        if (value === 0 || (value === unknown && result[at] !== 0)) result[at] = value;
      }
  },
  /** True where one is, else unknown where one is. */
  or: (result, rows, of) => {
    result.fill(0, 0, rows);
    for (const values of of)
      for (let at = 0; at < rows; at++) {
        const value = values[at] as number;
        if (value === 1 || (value === unknown && result[at] !== 1)) result[at] = value;
      }
  },
  not: (result, rows, of) => {
    const [values] = two(of);
    for (let at = 0; at < rows; at++) {
      const value = values[at] as number;
      result[at] = value === unknown ? unknown : 1 - value;
    }
  },
  isNull: (result, rows, of) => {
    const [values] = two(of);
    for (let at = 0; at < rows; at++) result[at] = values[at] === unknown ? 1 : 0;
  },
  /** Condition, value, condition, value …, and what is left. */
  case: (result, rows, of) => {
    const cases = (of.length - 1) / 2;
    result.set((of.at(-1) ?? nothing).subarray(0, rows));
    // From the last: the first condition that is true has the last word.
    for (let each = cases - 1; each >= 0; each--) {
      const [conditions, values] = two(of.slice(2 * each));
      for (let at = 0; at < rows; at++) {
        const met = -((conditions[at] as number) & 1);
        result[at] = ((result[at] as number) & ~met) | ((values[at] as number) & met);
      }
    }
  },
  integer: (result, rows, of) => result.set((of[0] ?? nothing).subarray(0, rows)),
  bigint: (result, rows, of) => result.set((of[0] ?? nothing).subarray(0, rows)),
};
