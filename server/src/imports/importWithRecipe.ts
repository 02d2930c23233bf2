// Brings in a folder of any tables through a recipe (recipe.ts): the same checks and the same one transaction as for
// a data package.
import type { Receipt } from "@afterglow/shared";
import { basename, resolve } from "node:path";
import type { Database } from "../database/dataSource";
import { bringIn, type Import, type ImportOptions } from "./bringIn";
import { CourseStarts } from "./courseStarts";
import { filesOf, isTableFile, named } from "./importPackage";
import { Notes } from "./notes";
import { Problems } from "./problems";
import { readJson } from "./readDescriptor";
import { readRecipe } from "./readRecipe";
import type { Recipe } from "./recipe";
import { RecipeReader } from "./recipeReader";
import { RecipeSource } from "./recipeSource";
import { tableSchemas } from "./tableSchemas";

export interface RecipeOptions extends ImportOptions {
  /** Path of the recipe. */
  readonly recipe: string;
}

export async function importWithRecipe(
  database: Pick<Database, "dataSource">,
  folder: string,
  options: RecipeOptions,
): Promise<Receipt> {
  return bringIn(database, await openWithRecipe(folder, options), options);
}

/** Everything about the folder and its recipe that is known before rows are read. */
export async function openWithRecipe(folder: string, options: RecipeOptions): Promise<Import> {
  const files = await filesOf(folder);
  const problems = new Problems();
  const notes = new Notes();
  const recipeFile = basename(options.recipe);
  const json = await readJson(options.recipe, recipeFile, problems);
  const recipe = json === undefined ? undefined : readRecipe(json, recipeFile, problems);
  const sources =
    recipe === undefined ? [] : sourcesOf(recipe, folder, problems, notes, options.patientKey !== undefined);
  if (recipe) checkStrangers(files, recipe, problems);
  return {
    folder: basename(resolve(folder)),
    metadata: named(recipe?.dataset, options),
    metadataFile: recipeFile,
    sources,
    replacesPatients: recipe?.replacePatients === true,
    problems,
    notes,
    leftOut: () => sources.flatMap((source) => source.leftOut()),
  };
}

function sourcesOf(
  recipe: Recipe,
  folder: string,
  problems: Problems,
  notes: Notes,
  hasKey: boolean,
): RecipeSource[] {
  const reader = new RecipeReader(folder, recipe, problems, notes, hasKey || recipe.replacePatients);
  const place = { reader, starts: new CourseStarts(recipe, reader), problems, notes };
  return tableSchemas.flatMap((schema) =>
    recipe.tables
      .filter(({ table }) => table === schema.table)
      .map((table) => new RecipeSource(schema, table, place)),
  );
}

/** A table that the recipe forgot would be left behind without a word. */
function checkStrangers(files: readonly string[], recipe: Recipe, problems: Problems): void {
  const known = [...recipe.files.values()].flatMap(({ path, dictionary = path }) => [path, dictionary]);
  for (const file of files) {
    if (isTableFile(file) && ![...known, ...recipe.ignoreFiles].includes(file)) {
      problems.add(file, null, null, "Is not named in the recipe. Name it under files or ignoreFiles.");
    }
  }
}
