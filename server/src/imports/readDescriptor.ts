// Reads the metadata of a dataset: from a datapackage.json, or from the same facts in a recipe.
import { readFile } from "node:fs/promises";
import { datasetKinds, isCodeOf } from "@afterglow/shared";
import type { DatasetMetadata } from "./dataPackage";
import type { Problems } from "./problems";
import { tableSchemas } from "./tableSchemas";

export const DESCRIPTOR = "datapackage.json";
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NAME_MAX_LENGTH = 60;
const LARGEST_JSON = 1024 * 1024;

export const isDatasetName = (name: string): boolean => NAME.test(name) && name.length <= NAME_MAX_LENGTH;
export const DATASET_NAME_RULE = `Lower-case letters, digits and hyphens, at most ${NAME_MAX_LENGTH}.`;

type Json = { readonly [key: string]: unknown };
export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** The parsed file, or undefined with the problem noted. The parser's own message is not used: it quotes the file. */
export async function readJson(path: string, file: string, problems: Problems): Promise<unknown> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    problems.addUnreadable(file, null, null, missing ? "The file is missing." : "The file cannot be read.");
    return undefined;
  }
  try {
    if (bytes.length > LARGEST_JSON) throw new RangeError("too long");
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    problems.addUnreadable(file, null, null, "Is not JSON in UTF-8 (of at most 1 MB).");
    return undefined;
  }
}

export function readDescriptor(json: unknown, problems: Problems): DatasetMetadata | undefined {
  if (!isObject(json)) {
    problems.addUnreadable(DESCRIPTOR, null, null, "Is not a JSON object.");
    return undefined;
  }
  checkResources(json["resources"], problems);
  const afterglow = isObject(json["afterglow"]) ? json["afterglow"] : {};
  return readMetadata(
    {
      name: json["name"],
      title: json["title"],
      kind: afterglow["kind"],
      licence: each(json["licenses"], ({ name, title }) => textOf(name) || textOf(title)),
      citation: afterglow["citation"],
      sourceNote: each(json["sources"], ({ title, path }) =>
        [textOf(title), textOf(path)].filter(Boolean).join(", "),
      ),
    },
    {
      file: DESCRIPTOR,
      name: "name",
      title: "title",
      licence: "licenses",
      kind: "afterglow.kind",
      citation: "afterglow.citation",
    },
    problems,
  );
}

/** Checks the facts of a dataset, wherever they stand; `places` names the file and its words for them. */
export function readMetadata(
  given: Json,
  places: Readonly<Record<"file" | "name" | "title" | "kind" | "licence" | "citation", string>>,
  problems: Problems,
): DatasetMetadata {
  const metadata: DatasetMetadata = {
    name: textOf(given["name"]),
    title: textOf(given["title"]),
    kind: textOf(given["kind"]),
    licence: textOf(given["licence"]),
    citation: textOf(given["citation"]),
    sourceNote: textOf(given["sourceNote"]),
  };
  const report = (column: string, rule: string) => problems.add(places.file, null, column, rule);
  if (!isDatasetName(metadata.name)) report(places.name, DATASET_NAME_RULE);
  if (metadata.title === "") report(places.title, "Is missing: the dataset's name for readers.");
  if (!isCodeOf(datasetKinds, metadata.kind)) {
    report(places.kind, `Has to be one of ${datasetKinds.map(({ code }) => code).join(", ")}.`);
  }
  if (metadata.licence === "") report(places.licence, "Is missing: the licence of the data.");
  if (metadata.citation === "") report(places.citation, "Is missing: how to cite the data.");
  return metadata;
}

/** Resources may be left out; those that are named have to be the format's own. */
function checkResources(resources: unknown, problems: Problems): void {
  if (resources === undefined) return;
  const files = tableSchemas.map(({ file }) => file);
  const paths = Array.isArray(resources)
    ? resources.map((one) => (isObject(one) ? textOf(one["path"]) : ""))
    : [""];
  if (paths.some((path) => !files.includes(path))) {
    problems.add(DESCRIPTOR, null, "resources", `Each path has to be one of ${files.join(", ")}.`);
  }
}

function each(list: unknown, text: (entry: Json) => string): string {
  const entries: unknown[] = Array.isArray(list) ? list : [];
  return entries.filter(isObject).map(text).filter(Boolean).join("; ");
}
