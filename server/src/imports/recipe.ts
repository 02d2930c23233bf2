/**
 * A recipe (docs/recipes.md; its JSON Schema is samples/recipe.schema.json) says which file, column and value of another shape means what: one JSON file, no code. For each source
 * table it takes the rows of one file, may join others by their id, leaves rows out for stated reasons, and fills the
 * table's columns from columns, value maps and constants. `each` turns one wide row into several long ones.
 *
 * {
 *   "dataset": { "name", "title", "kind", "licence", "citation", "sourceNote" },
 *   "replacePatients": true,
 *   "files": { "people": { "path": "people.tsv", "delimiter": "tab", "missing": ["n/a"],
 *                         "missingIn": { "weight": ["999"] }, "id": "person", "ignore": ["BMI"] } },
 *   "ignoreFiles": ["notes.tsv"],
 *   "tables": {
 *     "score": {
 *       "rows": "visits", "join": ["people"],
 *       "leaveOut": [{ "where": { "file": "people", "column": "arm", "missing": true }, "because": "Not treated" }],
 *       "columns": { "patient": { "column": "person" }, "course": { "constant": "1" },
 *                    "day": { "column": "visit", "values": { "base": "0", "week 1": "7" } } },
 *       "each": { "needs": "total", "rows": [{ "instrument": { "constant": "MADRS" }, "total": { "column": "madrs" } }] }
 *     }
 *   }
 * }
 * Values: constant · column with values, or date and since, or unit and weight, or atMost · items with answers and total.
 * Conditions: { column, missing: true|false } · { column, is: [values] } · { column, above|below: number } · { not } ·
 * { all: [conditions] } · { any: [conditions] }.
 * This file holds the shape alone; readRecipe.ts checks one, recipeSource.ts follows it.
 */
import type { DatasetMetadata } from "./dataPackage";
import type { Delimiter } from "./delimiter";
import type { Encoding } from "./encoding";
import type { DateForm } from "./recipeDates";
import type { WeightUnit } from "./recipeUnits";
import type { TableName } from "./tableSchemas";

export interface RecipeFile {
  readonly path: string;
  /** Detected where they are absent. */
  readonly delimiter?: Delimiter;
  readonly encoding?: Encoding;
  /** Of a workbook with several. */
  readonly sheet?: string;
  /** Texts that mean "not known", besides the empty cell and the usual marks (cellNotation.ts). */
  readonly missing: readonly string[];
  /** The same, in one column alone: 999 may be a missing weight and a patient's id. */
  readonly missingIn: ReadonlyMap<string, readonly string[]>;
  /** The column by which files are joined. */
  readonly id?: string;
  /** Where the file is joined: only of these rows. The same file may stand under several names, each with its own. */
  readonly only?: RecipeCondition;
  /** Rows without one to join here are left out for this reason. Absent: they are refused. */
  readonly without?: string;
  /** A REDCap data dictionary in the folder, by which labels in the export become codes. */
  readonly dictionary?: string;
  /** Columns that are left behind knowingly. */
  readonly ignore: readonly string[];
}

/** A column of the table's own file, or of a joined one. */
export interface ColumnRef {
  readonly file: string;
  readonly column: string;
}

/** A value that one column holds. Of values, date and unit one at most. */
export interface ColumnValue extends ColumnRef {
  /** "" = missing. Absent: the text itself. */
  readonly values?: ReadonlyMap<string, string>;
  /** The column holds calendar dates: they become days, a year or an age in memory. */
  readonly date?: DateForm;
  /** Another date, from which days count. Absent: the course's first session. */
  readonly since?: ColumnRef;
  readonly unit?: string;
  /** Of the patient, where a dose is in mg. */
  readonly weight?: ColumnRef & { readonly unit: WeightUnit };
  /** Higher numbers become this one: ages over 89 are one value. */
  readonly atMost?: number;
}

/** A total from the answers to the items, by the instrument's own rule (itemScoring.ts in shared). */
export interface ItemsValue {
  readonly items: readonly ColumnRef[];
  /** What each answer scores; absent: the answers are numbers. */
  readonly answers?: ReadonlyMap<string, string>;
  /** A column with the total, held against the items. */
  readonly total?: ColumnRef;
  /** Where the two differ: which counts. Absent: the row is refused. */
  readonly conflict?: "items" | "total";
}

export type RecipeValue =
  | { readonly constant: string }
  /** A session's number: its place among the days of its course. */
  | { readonly order: "day" }
  | ColumnValue
  | ItemsValue;

export type RecipeCondition =
  | (ColumnRef & { readonly missing: boolean })
  | (ColumnRef & { readonly is: readonly string[] })
  | (ColumnRef & { readonly above: number })
  | (ColumnRef & { readonly below: number })
  | { readonly not: RecipeCondition }
  | { readonly all: readonly RecipeCondition[] }
  | { readonly any: readonly RecipeCondition[] };

export type RecipeColumns = ReadonlyMap<string, RecipeValue>;

export interface RecipeRow {
  readonly columns: RecipeColumns;
  /** Where this does not hold the row is left out. */
  readonly where: RecipeCondition | null;
}

export interface RecipeTable {
  readonly table: TableName;
  readonly rows: string;
  readonly join: readonly string[];
  readonly leaveOut: readonly { readonly where: RecipeCondition; readonly because: string }[];
  /** One entry a row that a row of the file becomes: complete, the common columns included. */
  readonly each: readonly RecipeRow[];
  /** A row without this field is left out, and counted. */
  readonly needs: string | null;
}

export interface Recipe {
  readonly dataset: DatasetMetadata;
  /** Patients' keys become ids: by the key that the import is given, or by one that passes with it. */
  readonly replacePatients: boolean;
  readonly files: ReadonlyMap<string, RecipeFile>;
  readonly ignoreFiles: readonly string[];
  readonly tables: readonly RecipeTable[];
}
