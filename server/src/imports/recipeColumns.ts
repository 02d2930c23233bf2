// The columns that a recipe reads, file by file, with what it knows of each. What it does not name is never read.
import type { ColumnRef, ColumnValue, Recipe, RecipeCondition, RecipeTable, RecipeValue } from "./recipe";

export interface ColumnUse {
  /** The texts of its value maps and conditions: the recipe's author has looked at them. */
  readonly texts: ReadonlySet<string>;
  /** Holds patients' ids. */
  readonly isKey: boolean;
  /** Is kept as a text, which is looked at where it is kept. */
  readonly isText: boolean;
  /** Is read other than through a list of all its values. */
  readonly isOpen: boolean;
  /** Its texts are asked about: not where they are dates, or only asked whether they are there, and so are not kept. */
  readonly isAsked: boolean;
}

/** By file, then by column. */
export type RecipeColumnUses = ReadonlyMap<string, ReadonlyMap<string, ColumnUse>>;

/** `tables`: what becomes of rows; else with the conditions that choose which rows are joined. */
export function columnsOf(recipe: Recipe, of: "tables" | "all" = "all"): RecipeColumnUses {
  const found = new Map<string, Map<string, ColumnUse>>();
  const ofTables = recipe.tables.flatMap((table) => [...usesOf(table)]);
  const chosen = [...recipe.files.values()].flatMap(({ only }) => (only ? [...ofCondition(only)] : []));
  for (const [{ file, column }, use] of of === "tables" ? ofTables : [...ofTables, ...chosen]) {
    const columns = found.get(file) ?? new Map<string, ColumnUse>();
    found.set(file, columns);
    const before = columns.get(column);
    columns.set(column, {
      texts: new Set([...(before?.texts ?? []), ...use.texts]),
      isKey: use.isKey || before?.isKey === true,
      isText: use.isText || before?.isText === true,
      isOpen: use.isOpen || before?.isOpen === true,
      isAsked: use.isAsked || before?.isAsked === true,
    });
  }
  return found;
}

type Found = [column: ColumnRef, use: ColumnUse];

const OPEN: ColumnUse = { texts: new Set(), isKey: false, isText: false, isOpen: true, isAsked: true };
const UNKEPT: ColumnUse = { ...OPEN, isOpen: false, isAsked: false };

function* usesOf(table: RecipeTable): Generator<Found> {
  for (const { where } of table.leaveOut) yield* ofCondition(where);
  for (const { columns, where } of table.each) {
    if (where) yield* ofCondition(where);
    for (const [field, value] of columns) yield* ofValue(field, value);
  }
}

function* ofValue(field: string, value: RecipeValue): Generator<Found> {
  if (isColumn(value)) {
    const { values, date, since, weight } = value;
    const isOpen = values === undefined && date === undefined;
    const use = { ...OPEN, isOpen, isKey: field === "patient", isText: isOpen && field === "clinic" };
    yield [value, { ...use, texts: new Set(values?.keys()), isAsked: date === undefined }];
    if (since) yield [since, UNKEPT];
    if (weight) yield [weight, OPEN];
  } else if ("items" in value) {
    const texts = new Set(value.answers?.keys());
    for (const item of value.items) yield [item, { ...OPEN, texts }];
    if (value.total) yield [value.total, OPEN];
  }
}

function* ofCondition(condition: RecipeCondition): Generator<Found> {
  if ("all" in condition) for (const one of condition.all) yield* ofCondition(one);
  else if ("any" in condition) for (const one of condition.any) yield* ofCondition(one);
  else if ("not" in condition) yield* ofCondition(condition.not);
  else if ("missing" in condition) yield [condition, UNKEPT];
  else yield [condition, { ...OPEN, texts: new Set("is" in condition ? condition.is : []) }];
}

export const isColumn = (value: RecipeValue | undefined): value is ColumnValue =>
  value !== undefined && "column" in value;
