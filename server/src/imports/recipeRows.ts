// The rows that a table of a recipe takes from its file: joined with the other files, and without those that the
// recipe leaves out. What becomes of their columns is recipeValue.ts.
import type { RecipeRow, RecipeTable } from "./recipe";
import { holds, type Joined } from "./recipeCondition";
import type { NamedRow, RecipeReader } from "./recipeReader";

export interface TakenRow {
  readonly row: number;
  readonly files: Joined;
  readonly become: RecipeRow;
  /** Which of the table's rows it becomes. */
  readonly nth: number;
}

/** What is told of rows that are not taken; one row of the file stands for several of the table. */
export interface Untaken {
  refused(rows: number): void;
  leftOut(because: string, rows: number): void;
  /** The file that has no row with this one's id. */
  stranger(row: number, file: string): void;
}

export async function* recipeRows(
  table: RecipeTable,
  reader: RecipeReader,
  untaken: Untaken,
): AsyncGenerator<TakenRow> {
  const long = table.each.length;
  const joined = new Map<string, ReadonlyMap<string, NamedRow>>();
  for (const name of table.join) joined.set(name, await reader.byId(name));
  const { id } = reader.fileOf(table.rows);
  for await (const { row, values } of reader.rows(table.rows, () => untaken.refused(long))) {
    const files = new Map([[table.rows, values]]);
    const stranger = joinTo(files, joined, values.get(id ?? "") ?? "");
    const without = stranger === undefined ? undefined : reader.fileOf(stranger).without;
    if (without !== undefined) {
      untaken.leftOut(without, long);
      continue;
    }
    if (stranger !== undefined) {
      untaken.refused(long);
      untaken.stranger(row, stranger);
      continue;
    }
    const reason = table.leaveOut.find(({ where }) => holds(where, files));
    if (reason !== undefined) {
      untaken.leftOut(reason.because, long);
      continue;
    }
    for (const [nth, become] of table.each.entries()) {
      if (become.where === null || holds(become.where, files)) yield { row, files, become, nth };
      else untaken.leftOut("The row's condition does not hold", 1);
    }
  }
}

/** Adds the joined rows; returns the file that has none with this id. Its own faults are noted where it is read. */
function joinTo(
  files: Map<string, NamedRow>,
  joined: ReadonlyMap<string, Joined>,
  id: string,
): string | undefined {
  for (const [name, rows] of joined) {
    const match = rows.get(id);
    if (match === undefined) return name;
    files.set(name, match);
  }
  return undefined;
}
