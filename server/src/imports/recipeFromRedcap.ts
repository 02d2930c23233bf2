// The entry for a first recipe from REDCap: reads the dictionary and the export in its folder.
import { basename, dirname, resolve } from "node:path";
import { filesOf, isTableFile } from "./importPackage";
import { isDatasetName } from "./readDescriptor";
import { readDictionary } from "./redcap/dictionary";
import { firstRecipe, type FirstRecipe } from "./redcap/firstRecipe";
import { survey, unseen } from "./redcap/survey";
import { UnreadableFile } from "./unreadableFile";

/** The message names the file and the rule. */
export class CannotGuess extends Error {
  override readonly name = "CannotGuess";
}

export async function recipeFromRedcap(
  dictionary: string,
  chosen: string | undefined,
): Promise<FirstRecipe & { readonly folder: string }> {
  const folder = resolve(dirname(dictionary));
  const file = basename(dictionary);
  const fields = await orSaid(file, readDictionary(dictionary));
  const others = (await filesOf(folder)).filter((name) => isTableFile(name) && name !== file);
  if (chosen === undefined && others.length > 1)
    throw new CannotGuess("Several tables lie beside the dictionary: name the export with --export.");
  if (chosen !== undefined && !others.includes(chosen))
    throw new CannotGuess("--export: the name of a table in the dictionary's folder.");
  const path = chosen ?? others[0];
  const seen = path === undefined ? unseen(fields) : await orSaid(path, survey(folder, path, fields));
  return { ...firstRecipe(datasetName(folder), file, fields, seen), folder };
}

async function orSaid<Result>(file: string, reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const place = [error.line === null ? [] : [`line ${error.line}`], error.column ?? []].flat();
    throw new CannotGuess(`${[file, ...place].join(", ")}: ${error.rule}`);
  }
}

/** As the folder is called, where that is a name for a dataset. */
function datasetName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return isDatasetName(name) ? name : "redcap";
}
