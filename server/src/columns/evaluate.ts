// The values of an expression over some rows at a time: few enough that what lies between two operators stays in the
// processor's cache. What is asked for twice is computed once.
import type { Expression } from "../queries/expression";
import { UNKNOWN, type Column } from "./columns";
import type { ReleaseColumns } from "./columnStore";
import { loops } from "./loops";

/** A constant of this file: an imported one is looked up anew in each turn of a loop. */
const unknown = UNKNOWN;

export const ROWS_AT_A_TIME = 1024;

/** Of each row that was looked at last. Overwritten when others are. */
export type Evaluate = () => Int32Array;

export class Evaluator {
  readonly #compiled = new Map<Expression, Evaluate>();
  readonly #gathered = new Map<string, Evaluate>();
  /** Numbers of the rows looked at, and how many; places of their courses. */
  #rows: Int32Array = new Int32Array();
  #count = 0;
  readonly #places = new Int32Array(ROWS_AT_A_TIME);
  #look = 0;

  constructor(readonly columns: ReleaseColumns) {}

  /** At most ROWS_AT_A_TIME. */
  lookAt(rows: Int32Array): void {
    this.#rows = rows;
    this.#count = rows.length;
    this.#look += 1;
    const { places } = this.columns.rows;
    if (places === null) this.#places.set(rows);
    else for (let at = 0; at < rows.length; at++) this.#places[at] = places[rows[at] as number] as number;
  }

  compile(expression: Expression): Evaluate {
    const known = this.#compiled.get(expression);
    if (known !== undefined) return known;
    const evaluate = this.#new(expression);
    this.#compiled.set(expression, evaluate);
    return evaluate;
  }

  #new(expression: Expression): Evaluate {
    if (expression.is === "column") return this.#gather(expression.name);
    if (expression.is === "whole") {
      const values = new Int32Array(ROWS_AT_A_TIME).fill(expression.value);
      return () => values;
    }
    const parts = expression.of.map((part) => this.compile(part));
    if (expression.is === "oneOf") {
      const [values = this.compile(expression.of[0])] = parts;
      return this.#once((result) => isOneOf(result, this.#count, values(), new Set(expression.values)));
    }
    const loop = loops[expression.is];
    return this.#once((result) =>
      loop(
        result,
        this.#count,
        parts.map((part) => part()),
      ),
    );
  }

  #gather(name: string): Evaluate {
    const known = this.#gathered.get(name);
    if (known !== undefined) return known;
    const { courses, rows } = this.columns;
    const own = rows.byName.get(name);
    const column = own ?? courses.byName.get(name);
    if (column === undefined) throw new RangeError("Columns: a tally counts by a column that is not read");
    const evaluate = this.#once((result) =>
      gather(result, this.#count, column, own === undefined ? this.#places : this.#rows),
    );
    this.#gathered.set(name, evaluate);
    return evaluate;
  }

  /** Computed when it is first asked for of the rows looked at. */
  #once(compute: (result: Int32Array) => void): Evaluate {
    const result = new Int32Array(ROWS_AT_A_TIME);
    let looked = -1;
    return () => {
      if (looked !== this.#look) {
        looked = this.#look;
        compute(result);
      }
      return result;
    };
  }
}

/** A loop for each form of a column: one for all would look in each of its turns which it is. The least is unknown. */
function gather(result: Int32Array, count: number, column: Column, from: Int32Array): void {
  if (column instanceof Int8Array) ofOneByte(result, count, column, from);
  else if (column instanceof Int16Array) ofTwoBytes(result, count, column, from);
  else ofFourBytes(result, count, column, from);
}

function ofOneByte(result: Int32Array, count: number, column: Int8Array, from: Int32Array): void {
  for (let at = 0; at < count; at++) {
    const value = column[from[at] as number] as number;
    const gone = (value + 127) >> 31;
    result[at] = (value & ~gone) | (gone & unknown);
  }
}

function ofTwoBytes(result: Int32Array, count: number, column: Int16Array, from: Int32Array): void {
  for (let at = 0; at < count; at++) {
    const value = column[from[at] as number] as number;
    const gone = (value + 32767) >> 31;
    result[at] = (value & ~gone) | (gone & unknown);
  }
}

function ofFourBytes(result: Int32Array, count: number, column: Int32Array, from: Int32Array): void {
  for (let at = 0; at < count; at++) result[at] = column[from[at] as number] as number;
}

function isOneOf(result: Int32Array, count: number, values: Int32Array, chosen: ReadonlySet<number>): void {
  for (let at = 0; at < count; at++) {
    const value = values[at] as number;
    result[at] = value === unknown ? unknown : chosen.has(value) ? 1 : 0;
  }
}
