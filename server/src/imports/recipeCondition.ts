// Whether a condition of a recipe holds for a row and the rows that are joined to it.
import type { ColumnRef, RecipeCondition } from "./recipe";
import type { NamedRow } from "./recipeReader";
import { numberOf } from "./recipeUnits";

/** A row of each file, by the file's name in the recipe. */
export type Joined = ReadonlyMap<string, NamedRow>;

export const textOf = ({ file, column }: ColumnRef, files: Joined): string =>
  files.get(file)?.get(column) ?? "";

export function holds(condition: RecipeCondition, files: Joined): boolean {
  if ("all" in condition) return condition.all.every((one) => holds(one, files));
  if ("any" in condition) return condition.any.some((one) => holds(one, files));
  if ("not" in condition) return !holds(condition.not, files);
  const text = textOf(condition, files);
  if ("missing" in condition) return (text === "") === condition.missing;
  if ("is" in condition) return condition.is.includes(text);
  // Of what is missing or no number nothing is known: the condition does not hold.
  const number = numberOf(text);
  if (number === null) return false;
  return "above" in condition ? number > condition.above : number < condition.below;
}
