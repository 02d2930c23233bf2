// One table's rows: checked cell by cell and row by row, and copied into a temporary table that ends with the
// transaction. The source tables are not touched here.
import type { PoolClient } from "pg";
import { checkAcross } from "./checkAcross";
import { plainNotation } from "./cellNotation";
import { checkCell, Refusal } from "./checkCell";
import { CopyWriter } from "./copyWriter";
import type { Field, TableSchema } from "./field";
import type { Notes } from "./notes";
import type { Problems } from "./problems";
import { scores, tableSchemas } from "./tableSchemas";
import { OUT_OF_NOTE, totalOutOf } from "./totalOutOf";
import { UnreadableFile } from "./unreadableFile";

export interface SourceRow {
  readonly row: number;
  /** One cell a field of the table, in the fields' order; "" = missing. A recipe may refuse a cell by itself. */
  readonly cells: readonly (string | Refusal)[];
  /** The file's own column names, for the receipt, in the fields' order; null = no column stands behind it. */
  readonly columns: readonly (string | null)[];
}

/** Where the rows of one table come from. */
export interface TableSource {
  readonly schema: TableSchema;
  readonly file: string;
  /** Throws UnreadableFile where the file cannot be read to its end. */
  rows(): AsyncIterable<SourceRow>;
  /** Rows that are counted and not passed on: left out by a recipe, or refused by the reader. */
  readonly counted: () => { readonly leftOut: number; readonly refused: number };
  /** The file's column for a field, where a fault concerns a whole row. */
  columnOf(field: string): string | null;
}

export const stagedTable = (schema: TableSchema): string => `staged_${schema.table}`;

/** For every table, since rows refer to rows of other tables. */
export async function createStagedTables(client: PoolClient): Promise<void> {
  for (const schema of tableSchemas) {
    const columns = schema.fields.map(({ name }) => name).join(", ");
    await client.query(
      `create temporary table ${stagedTable(schema)} on commit drop as
       select 0 as row_number, ${columns} from ${schema.table} with no data`,
    );
  }
}

const ROWS_BETWEEN_REPORTS = 10_000;

/** Returns the number of rows that came in. */
export async function stageRows(
  client: PoolClient,
  source: TableSource,
  { problems, notes }: { readonly problems: Problems; readonly notes: Notes },
  onRows: (rows: number) => void,
): Promise<number> {
  const { schema, file } = source;
  const names = schema.fields.map(({ name }) => name);
  const table = stagedTable(schema);
  const writer = new CopyWriter(client, table, ["row_number", ...names]);
  const check = rowChecker(schema);
  let rows = 0;
  try {
    for await (const sourceRow of source.rows()) {
      rows += 1;
      const columnOf = (field: number | null) => (field === null ? null : (sourceRow.columns[field] ?? null));
      const values = check(sourceRow, {
        report: (field, rule) => problems.add(file, sourceRow.row, columnOf(field), rule),
        note: (field, what) => notes.add(file, columnOf(field), what),
      });
      if (values !== null && writer.add(values)) await writer.flush();
      if (rows % ROWS_BETWEEN_REPORTS === 0) onRows(rows);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) {
      writer.abort(error as Error);
      throw error;
    }
    const row = error.line === null || error.line < 2 ? null : error.line - 1;
    problems.addUnreadable(file, row, error.column, error.rule);
  }
  await writer.finish();
  await client.query(`analyze ${table}`);
  onRows(rows);
  return rows;
}

interface Saying {
  readonly report: (field: number | null, rule: string) => void;
  readonly note: (field: number, what: string) => void;
}

/**
 * Makes the check of a row: its values for COPY, or null where a key is missing or wrong, since then the row cannot
 * be matched with others. Other refused cells become null: the rest of the row can still be judged.
 */
function rowChecker(schema: TableSchema): (source: SourceRow, saying: Saying) => (string | null)[] | null {
  const cells = schema.fields.map(checkCell);
  const isKey = schema.fields.map(({ name }) => schema.key.includes(name));
  const place = new Map(schema.fields.map(({ name }, at) => [name, at]));
  const across = checkAcross[schema.table];
  const instrument = schema === scores ? (place.get("instrument") ?? -1) : -1;
  const total = place.get("total") ?? -1;
  /** The cell in plain notation, or a refusal. */
  const plain = (source: SourceRow, at: number, field: Field, note: Saying["note"]) => {
    const cell = source.cells[at] ?? "";
    if (cell instanceof Refusal || cell === "") return cell;
    const written = source.cells[instrument];
    const outOf = at === total && typeof written === "string" ? totalOutOf(cell, written.trim()) : undefined;
    if (typeof outOf === "string") note(at, OUT_OF_NOTE);
    if (outOf !== undefined) return outOf;
    const notation = plainNotation(field, cell);
    if (notation.note !== null) note(at, notation.note);
    return notation.text;
  };
  return (source, { report, note }) => {
    const values: (string | null)[] = [String(source.row)];
    let keyHolds = true;
    for (const [at, field] of schema.fields.entries()) {
      const cell = plain(source, at, field, note);
      const value = cell instanceof Refusal ? cell : (cells[at]?.(cell) ?? null);
      if (value instanceof Refusal) {
        report(at, value.rule);
        values.push(null);
        keyHolds &&= !isKey[at];
      } else values.push(value);
    }
    across?.(
      (name) => values[(place.get(name) ?? -1) + 1] ?? null,
      (name, rule) => report(place.get(name) ?? null, rule),
    );
    return keyHolds ? values : null;
  };
}
