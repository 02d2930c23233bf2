// One table's rows: checked cell by cell and row by row, and copied into a temporary table that ends with the
// transaction. The source tables are not touched here.
import type { PoolClient } from "pg";
import { rowChecker, type ReplacePatient, type SourceRow } from "./checkRow";
import { CopyWriter } from "./copyWriter";
import type { TableSchema } from "./field";
import type { Notes } from "./notes";
import type { Problems } from "./problems";
import { tableSchemas } from "./tableSchemas";
import { UnreadableFile } from "./unreadableFile";

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

export interface Staging {
  readonly problems: Problems;
  readonly notes: Notes;
  readonly replacePatient: ReplacePatient | null;
}

/** Returns the number of rows that came in. */
export async function stageRows(
  client: PoolClient,
  source: TableSource,
  { problems, notes, replacePatient }: Staging,
  onRows: (rows: number) => void,
): Promise<number> {
  const { schema, file } = source;
  const names = schema.fields.map(({ name }) => name);
  const table = stagedTable(schema);
  const writer = new CopyWriter(client, table, ["row_number", ...names]);
  const check = rowChecker(schema, replacePatient);
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
