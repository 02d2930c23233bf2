// A tally over the columns of a release in memory: the same rows, in the same order, as countBySql gets from Postgres.
import { columnsOf, type CountedRow, type Counting, type Way } from "../queries/counting";
import { choicesOf, type Scope } from "../queries/whereCohort";
import { adderOf, type Adder } from "./adders";
import { chosenRows } from "./chosenRows";
import type { ReleaseColumns } from "./columnStore";
import { UNKNOWN } from "./columns";
import { Evaluator, ROWS_AT_A_TIME, type Evaluate } from "./evaluate";
import { goOn } from "./loopTurns";
import { Slots } from "./slots";

/** After so many turns of the loop others get theirs: some ten milliseconds. */
const TURNS = 32;

export async function countInColumns(
  columns: ReleaseColumns,
  scope: Scope,
  counting: Counting,
): Promise<CountedRow[]> {
  const evaluator = new Evaluator(columns);
  const where = (counting.where ?? []).map((condition) => evaluator.compile(condition));
  const ways = (counting.ways ?? [{ by: Object.keys(counting.keys) }]).map(
    (way) => new Counted(evaluator, counting, way),
  );
  const chosen = chosenRows(columns, choicesOf(scope.cohort), orderOf(counting));
  const kept = new Int32Array(ROWS_AT_A_TIME);
  for (let from = 0; from < chosen.length; from += ROWS_AT_A_TIME) {
    let rows = chosen.subarray(from, from + ROWS_AT_A_TIME);
    if (where.length > 0) {
      evaluator.lookAt(rows);
      rows = kept.subarray(
        0,
        keep(
          kept,
          rows,
          where.map((condition) => condition()),
        ),
      );
      if (rows.length === 0) continue;
    }
    evaluator.lookAt(rows);
    for (const way of ways) way.add(rows.length);
    if ((from / ROWS_AT_A_TIME) % TURNS === TURNS - 1) await goOn();
  }
  return ways.flatMap((way, at) => way.rows(counting.ways === undefined ? undefined : at));
}

/** The first key that is a column as it is: by more they would be sorted for longer than it saves, and anew for each tally. */
function orderOf({ keys }: Counting): string | null {
  for (const key of Object.values(keys)) if (key.is === "column") return key.name;
  return null;
}

/** The rows of which every condition is true, one after the other; and how many. */
function keep(kept: Int32Array, rows: Int32Array, conditions: readonly Int32Array[]): number {
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    let isKept = 1;
    for (const condition of conditions) isKept &= condition[at] as number;
    kept[count] = rows[at] as number;
    count += isKept;
  }
  return count;
}

/** What was counted in one way of adding up. */
class Counted {
  readonly #keys: readonly { readonly name: string; readonly values: Evaluate; readonly isKnown: boolean }[];
  readonly #slots = new Slots();
  readonly #adders: readonly Adder[];

  constructor(
    evaluator: Evaluator,
    readonly counting: Counting,
    readonly way: Way,
  ) {
    this.#keys = way.by.map((name) => ({
      name,
      values: evaluator.compile(counting.keys[name] ?? missing(name)),
      isKnown: way.known?.includes(name) === true,
    }));
    this.#adders = Object.entries(counting.counts)
      .filter(([name]) => way.counts?.includes(name) !== false)
      .map(([name, aggregate]) => adderOf(evaluator, name, aggregate));
  }

  add(rows: number): void {
    const slots = this.#slots.of(
      this.#keys.map(({ values }) => values()),
      this.#keys.map(({ isKnown }) => isKnown),
      rows,
    );
    for (const adder of this.#adders) adder.add(slots, rows, this.#slots.count);
  }

  rows(way: number | undefined): CountedRow[] {
    // Keys that are not of this way, and counts that are not wanted in it.
    const row: Record<string, number | null> = way === undefined ? {} : { way };
    for (const name of Object.keys(this.counting.keys)) row[name] = null;
    for (const { name } of columnsOf(this.counting.counts)) row[name] = 0;
    return this.#slots.inOrder().map(({ slot, keys }) => {
      const counted = { ...row };
      this.#keys.forEach(({ name }, at) => {
        const key = keys[at] as number;
        counted[name] = key === UNKNOWN ? null : key;
      });
      for (const adder of this.#adders) adder.write(counted, slot);
      return counted;
    });
  }
}

function missing(name: string): never {
  throw new RangeError(`Counting: no key ${name}`);
}
