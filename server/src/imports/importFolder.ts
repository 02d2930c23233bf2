// The one entry for a folder of whatever form: finds out what it is, and brings it in. The command and the Data page come
// through here, so a form that is known here is known to both.
import type { Receipt } from "@afterglow/shared";
import type { Database } from "../database/dataSource";
import { bringIn, type Import, type ImportOptions } from "./bringIn";
import { fhirFilesOf, openFhir } from "./fhir/openFhir";
import { openPackage } from "./importPackage";
import { openWithRecipe } from "./importWithRecipe";
import { omopFilesOf, openOmop } from "./omop/openOmop";

export interface FolderOptions extends ImportOptions {
  /** Path of the recipe; without one the folder says by itself what it is. */
  readonly recipe?: string | undefined;
}

export async function importFolder(
  database: Pick<Database, "dataSource">,
  folder: string,
  options: FolderOptions = {},
): Promise<Receipt> {
  return bringIn(database, await openFolder(folder, options), options);
}

/** What is known of a folder before its rows are read. */
export async function openFolder(folder: string, { recipe, ...options }: FolderOptions): Promise<Import> {
  if (recipe !== undefined) return openWithRecipe(folder, { ...options, recipe });
  const fhir = await fhirFilesOf(folder);
  if (fhir.length > 0) return openFhir(folder, fhir, options);
  const omop = await omopFilesOf(folder);
  return omop === null ? openPackage(folder, options) : openOmop(folder, omop, options);
}
