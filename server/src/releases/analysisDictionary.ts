// The analysis tables in the data dictionary: what a release derives, as the comments in the database say it.
import {
  dimensions,
  instruments,
  sideEffects,
  type DictionaryCode,
  type DictionaryColumn,
  type DictionaryTable,
} from "@afterglow/shared";
import { dimensionColumns } from "./analysisColumns";

type Ask = <Row extends object>(sql: string) => Promise<Row[]>;

interface CommentedColumn {
  readonly table: string;
  readonly table_meaning: string | null;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string | null;
}

// How bitmaps are packed is no matter of a reader of data.
const COLUMNS = `select c.relname as table, obj_description(c.oid, 'pg_class') as table_meaning, a.attname as name,
    format_type(a.atttypid, null) as type, a.attnotnull as required, col_description(c.oid, a.attnum) as meaning
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
    and c.relname like 'analysis\\_%' and c.relname <> 'analysis_bitmap'
    and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

export async function analysisDictionary(ask: Ask): Promise<DictionaryTable[]> {
  const rows = await ask<CommentedColumn>(COLUMNS);
  const tables = new Map(rows.map(({ table, table_meaning }) => [table, table_meaning ?? ""]));
  return [...tables].map(([name, meaning]) => ({
    name,
    meaning: `${meaning}.`,
    kind: "ANALYSIS" as const,
    columns: rows.filter(({ table }) => table === name).map(columnOf),
  }));
}

function columnOf({ name, type, required, meaning }: CommentedColumn): DictionaryColumn {
  return {
    name,
    type: typeOf(type),
    meaning: meaning ?? "",
    required,
    minimum: null,
    maximum: null,
    codes: codesOf(name),
  };
}

function typeOf(type: string): DictionaryColumn["type"] {
  if (type.endsWith("[]")) return "array";
  if (type === "boolean") return "boolean";
  if (type === "smallint" || type === "integer" || type === "bigint") return "integer";
  return type === "real" || type === "numeric" || type === "double precision" ? "number" : "string";
}

const numbered = (entries: readonly { readonly number: number; readonly label: string }[]) =>
  entries.map(({ number, label }): DictionaryCode => ({ value: number, label }));

const codesByColumn = new Map<string, readonly DictionaryCode[]>([
  ...dimensions.map(({ categories }, at): [string, DictionaryCode[]] => [
    dimensionColumns[at] ?? "",
    numbered(categories ?? []),
  ]),
  ["instrument", numbered(instruments)],
  ["term", numbered(sideEffects)],
]);

const codesOf = (column: string): readonly DictionaryCode[] => codesByColumn.get(column) ?? [];
