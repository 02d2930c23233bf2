// The rows of a cohort: those whose course has one of the chosen categories of each filtered dimension; of some thousand
// those of a group one after the other, so that what is added up stays at hand. The sections of a page ask for the same
// rows within a moment: the last are remembered.
import type { Choice } from "../queries/expression";
import type { Column, Columns } from "./columns";
import type { ReleaseColumns } from "./columnStore";

interface Remembered<Of> {
  readonly name: string;
  readonly of: Of;
}
/** Of the courses of a release: 1 for each that is in the cohort. */
const cohorts = new WeakMap<Columns, Remembered<Uint8Array>>();
/** Of a table's rows: those of the cohort, in their order. */
const ordered = new WeakMap<Columns, Remembered<Int32Array>>();

/** So many rows are sorted among themselves, and lie near each other: what is counted of them is read from memory once. */
const ROWS_SORTED = 2 ** 14;

/** Their numbers, some thousand at a time ordered by a column; null: by none. */
export function chosenRows(
  columns: ReleaseColumns,
  choices: readonly Choice[],
  by: string | null,
): Int32Array {
  const { courses, rows } = columns;
  const cohort = JSON.stringify(choices);
  return remember(ordered, rows, `${cohort} ${by}`, () => {
    const isChosen = remember(cohorts, courses, cohort, () => inAll(courses, choices));
    const chosen = rowsOf(rows, isChosen);
    if (by === null || by === rows.orderedBy) return chosen;
    for (let from = 0; from < chosen.length; from += ROWS_SORTED) {
      const some = chosen.subarray(from, from + ROWS_SORTED);
      some.set(sorted(columns, some, by));
    }
    return chosen;
  });
}

function remember<Of>(
  memory: WeakMap<Columns, Remembered<Of>>,
  columns: Columns,
  name: string,
  find: () => Of,
): Of {
  const last = memory.get(columns);
  if (last?.name === name) return last.of;
  const of = find();
  memory.set(columns, { name, of });
  return of;
}

/** Room for the rows of any cohort, used anew for each: a large release would leave megabytes behind at every one. */
let room = new Int32Array(0);

function rowsOf({ rows, places }: Columns, isChosen: Uint8Array): Int32Array {
  if (room.length < rows) room = new Int32Array(rows);
  const chosen = room;
  let count = 0;
  // Each is written, and the next over it where it is not chosen: the processor need not guess which are.
  for (let row = 0; row < rows; row++) {
    chosen[count] = row;
    count += isChosen[places === null ? row : (places[row] as number)] as number;
  }
  return chosen.slice(0, count);
}

/** Categories are numbered from 0; a column of two bytes holds none that is larger. */
const NUMBERS = 2 ** 15;

function inAll({ rows, byName }: Columns, choices: readonly Choice[]): Uint8Array {
  const isChosen = new Uint8Array(rows).fill(1);
  for (const choice of choices) {
    const column = columnOf(choice, byName);
    const isIn = new Uint8Array(NUMBERS);
    for (const value of choice.values) isIn[value] = 1;
    for (let at = 0; at < rows; at++) (isChosen[at] as number) &= isIn[column[at] as number] as number;
  }
  return isChosen;
}

function columnOf({ of: [of] }: Choice, byName: ReadonlyMap<string, Column>): Column {
  const column = of.is === "column" ? byName.get(of.name) : undefined;
  if (column === undefined) throw new RangeError("Columns: a cohort is filtered by what is no dimension");
  return column;
}

/** By counting: how many rows have each value, and so where the first of them goes. What is alike keeps its order. */
function sorted({ courses, rows }: ReleaseColumns, found: Int32Array, name: string): Int32Array {
  const own = rows.byName.get(name);
  const column = own ?? courses.byName.get(name);
  const places = own === undefined ? rows.places : null;
  if (column === undefined || column instanceof Int32Array) return found;
  const values = new Int16Array(found.length);
  let [least, most] = [0, 0];
  for (let at = 0; at < found.length; at++) {
    const row = found[at] as number;
    const value = column[places === null ? row : (places[row] as number)] as number;
    values[at] = value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const next = new Int32Array(most - least + 2);
  for (let at = 0; at < values.length; at++) (next[(values[at] as number) - least + 1] as number) += 1;
  for (let value = 1; value < next.length; value++) (next[value] as number) += next[value - 1] as number;
  const result = new Int32Array(found.length);
  for (let at = 0; at < found.length; at++) {
    const value = (values[at] as number) - least;
    result[next[value] as number] = found[at] as number;
    (next[value] as number) += 1;
  }
  return result;
}
