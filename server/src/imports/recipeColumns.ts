// The columns that a recipe reads, file by file, with the texts that it names for each. What it does not name is
// never read.
import type { ColumnRef, Recipe, RecipeCondition, RecipeValue } from "./recipe";

/** By file, then by column: the texts of its value maps and conditions. */
export type RecipeColumnTexts = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

export function columnsOf(recipe: Recipe): RecipeColumnTexts {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const [{ file, column }, texts] of references(recipe)) {
    const columns = found.get(file) ?? new Map<string, Set<string>>();
    found.set(file, columns);
    const named = columns.get(column) ?? new Set();
    columns.set(column, named);
    for (const text of texts) named.add(text);
  }
  return found;
}

type Reference = [column: ColumnRef, texts: Iterable<string>];

function* references(recipe: Recipe): Generator<Reference> {
  for (const table of recipe.tables) {
    for (const { where } of table.leaveOut) yield* ofCondition(where);
    for (const columns of table.each) {
      for (const value of columns.values()) if (isColumn(value)) yield [value, value.values?.keys() ?? []];
    }
  }
}

function* ofCondition(condition: RecipeCondition): Generator<Reference> {
  if ("all" in condition) for (const one of condition.all) yield* ofCondition(one);
  else if ("any" in condition) for (const one of condition.any) yield* ofCondition(one);
  else yield [condition, "is" in condition ? condition.is : []];
}

export const isColumn = (
  value: RecipeValue | undefined,
): value is Exclude<RecipeValue, { constant: string }> => value !== undefined && "column" in value;
