// One table's rows: checked cell by cell and row by row, and copied into a table that ends with the
// transaction. The source tables are not touched here.
import type { PoolClient } from "pg";
import type { SourceRow } from "./checkRow";
import { CopyWriter } from "./copyWriter";
import type { TableSchema } from "./field";
import { judgeRows, type Judging } from "./judgeRows";
import { makeStagingTable } from "./stagingTable";
import { tableSchemas } from "./tableSchemas";

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
  /** Where the table is made of several files: the file of a row, and its row there. */
  placeOf?(row: number): { readonly file: string; readonly row: number };
}

export const stagedTable = (schema: TableSchema): string => `staged_${schema.table}`;

/** For every table, since rows refer to rows of other tables. */
export async function createStagedTables(client: PoolClient): Promise<void> {
  for (const schema of tableSchemas) {
    const columns = schema.fields.map(({ name }) => name).join(", ");
    const nobody = `select 0 as row_number, ${columns} from ${schema.table} where false`;
    await makeStagingTable(client, stagedTable(schema), nobody);
  }
}

const ROWS_BETWEEN_REPORTS = 2_000;

/** Returns the number of rows that came in. `onRows`: how many so far, and up to which row of the file. */
export async function stageRows(
  client: PoolClient,
  source: TableSource,
  judging: Judging,
  onRows: (rows: number, fileRow: number) => void,
): Promise<number> {
  const { schema } = source;
  const table = stagedTable(schema);
  const writer = new CopyWriter(client, table, ["row_number", ...schema.fields.map(({ name }) => name)]);
  let rows = 0;
  let fileRow = 0;
  try {
    await judgeRows(source, judging, (judged) => {
      rows += 1;
      fileRow = judged.row;
      if (rows % ROWS_BETWEEN_REPORTS === 0) onRows(rows, fileRow);
      return judged.values !== null && writer.add(judged.values) ? writer.flush() : undefined;
    });
  } catch (error) {
    writer.abort(error as Error);
    throw error;
  }
  await writer.finish();
  await client.query(`analyze ${table}`);
  onRows(rows, fileRow);
  return rows;
}
