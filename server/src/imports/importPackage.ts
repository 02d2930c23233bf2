// Brings in a data package: a folder with datapackage.json and the four CSV files of tableSchemas.ts.
import type { Receipt } from "@afterglow/shared";
import { readdir } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import type { Database } from "../database/dataSource";
import { bringIn, type Import, type ImportOptions } from "./bringIn";
import type { DatasetMetadata } from "./dataPackage";
import { Notes } from "./notes";
import { packageFile } from "./packageFile";
import { packageSource } from "./packageSource";
import { Problems } from "./problems";
import { DATASET_NAME_RULE, DESCRIPTOR, isDatasetName, readDescriptor, readJson } from "./readDescriptor";
import { tableSchemas } from "./tableSchemas";

/** An import that cannot begin: the message names the place and the rule. */
export class InvalidImport extends Error {
  override readonly name = "InvalidImport";
}

export async function importPackage(
  database: Pick<Database, "dataSource">,
  folder: string,
  options: ImportOptions = {},
): Promise<Receipt> {
  return bringIn(database, await openPackage(folder, options), options);
}

/** Everything about the folder that is known before its rows are read. */
export async function openPackage(folder: string, options: ImportOptions): Promise<Import> {
  const files = await filesOf(folder);
  const problems = new Problems();
  const notes = new Notes();
  const json = await readJson(join(folder, DESCRIPTOR), DESCRIPTOR, problems);
  const metadata = json === undefined ? undefined : readDescriptor(json, problems);
  const found = tableSchemas.map((schema) => packageFile(files, schema, problems));
  checkStrangers(files, found, problems);
  return {
    folder: basename(resolve(folder)),
    metadata: named(metadata, options),
    metadataFile: DESCRIPTOR,
    sources: tableSchemas.map((schema, at) =>
      packageSource({ folder, problems, notes }, schema, found[at] ?? schema.file),
    ),
    replacesPatients: false,
    problems,
    notes,
    leftOut: () => [],
  };
}

/** The dataset under the name that the caller chose, if one was. */
export function named(
  metadata: DatasetMetadata | undefined,
  { dataset }: ImportOptions,
): DatasetMetadata | undefined {
  if (dataset === undefined) return metadata;
  if (!isDatasetName(dataset)) throw new InvalidImport(`--dataset: ${DATASET_NAME_RULE}`);
  return metadata && { ...metadata, name: dataset };
}

export async function filesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new InvalidImport("The folder does not exist.");
    if (code === "ENOTDIR") throw new InvalidImport("A folder is expected, not a file.");
    throw new InvalidImport("The folder cannot be read by this user.");
  }
}

export const isTableFile = (file: string): boolean =>
  [".csv", ".tsv", ".xlsx", ".xls"].includes(extname(file).toLowerCase());

/** A table under another name would be left behind without a word. */
function checkStrangers(files: readonly string[], known: readonly string[], problems: Problems): void {
  const judged = problems.list().map(({ file }) => file);
  for (const file of files) {
    if (isTableFile(file) && !known.includes(file) && !judged.includes(file)) {
      problems.add(file, null, null, "Is not part of a data package. Remove it, or name it in a recipe.");
    }
  }
}
