// The columns that a recipe reads, file by file, with what it knows of each. What it does not name is never read.
import type { ColumnRef, Recipe, RecipeCondition, RecipeTable, RecipeValue } from "./recipe";

export interface ColumnUse {
  /** The texts of its value maps and conditions: the recipe's author has looked at them. */
  readonly texts: ReadonlySet<string>;
  /** Holds patients' ids. */
  readonly isKey: boolean;
  /** Is kept as a text, which is looked at where it is kept. */
  readonly isText: boolean;
  /** Is read other than through a list of all its values. */
  readonly isOpen: boolean;
}

/** By file, then by column. */
export type RecipeColumnUses = ReadonlyMap<string, ReadonlyMap<string, ColumnUse>>;

export function columnsOf(recipe: Recipe): RecipeColumnUses {
  const found = new Map<string, Map<string, ColumnUse>>();
  for (const [{ file, column }, use] of recipe.tables.flatMap((table) => [...usesOf(table)])) {
    const columns = found.get(file) ?? new Map<string, ColumnUse>();
    found.set(file, columns);
    const before = columns.get(column);
    columns.set(column, {
      texts: new Set([...(before?.texts ?? []), ...use.texts]),
      isKey: use.isKey || before?.isKey === true,
      isText: use.isText || before?.isText === true,
      isOpen: use.isOpen || before?.isOpen === true,
    });
  }
  return found;
}

type Found = [column: ColumnRef, use: ColumnUse];

function* usesOf(table: RecipeTable): Generator<Found> {
  for (const { where } of table.leaveOut) yield* ofCondition(where);
  for (const columns of table.each) {
    for (const [field, value] of columns) {
      if (!isColumn(value)) continue;
      const isOpen = value.values === undefined;
      const texts = new Set(value.values?.keys());
      yield [value, { texts, isOpen, isKey: field === "patient", isText: isOpen && field === "clinic" }];
    }
  }
}

function* ofCondition(condition: RecipeCondition): Generator<Found> {
  if ("all" in condition) for (const one of condition.all) yield* ofCondition(one);
  else if ("any" in condition) for (const one of condition.any) yield* ofCondition(one);
  else {
    const texts = new Set("is" in condition ? condition.is : []);
    yield [condition, { texts, isOpen: true, isKey: false, isText: false }];
  }
}

export const isColumn = (
  value: RecipeValue | undefined,
): value is Exclude<RecipeValue, { constant: string }> => value !== undefined && "column" in value;
