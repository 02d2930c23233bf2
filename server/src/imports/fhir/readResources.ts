// The FHIR resources of a file, one after the other, each reduced to its allowed elements the moment it is parsed.
import { extname } from "node:path";
import { UnreadableFile } from "../unreadableFile";
import { allowed, isReadType, type ResourceType } from "./elements";
import { at, isObject, listAt, textAt, type Json } from "./json";
import { bundlePieces, linePieces } from "./jsonPieces";
import { keysOf } from "./references";

export interface FhirResource {
  readonly row: number;
  /** null: a type that is not read. */
  readonly type: ResourceType | null;
  readonly resource: Json;
  /** By what others refer to it. */
  readonly keys: readonly string[];
}

/** What stands where a resource should. */
export interface BadPiece {
  readonly row: number;
  readonly rule: string;
}

export const isLines = (file: string): boolean => [".ndjson", ".jsonl"].includes(extname(file).toLowerCase());
const NOT_JSON = "Is not JSON.";
const NO_RESOURCE = "Is no FHIR resource: it has no resourceType.";
const NOTHING: Json = {};

/** Throws UnreadableFile where the file cannot be read to its end. */
export async function* readResources(path: string): AsyncGenerator<FhirResource | BadPiece> {
  let entries = 0;
  for await (const { row, text, isEntry } of isLines(path) ? linePieces(path) : bundlePieces(path)) {
    entries += isEntry ? 1 : 0;
    const value = parsed(text);
    if (row > 0) yield* isEntry ? ofEntry(value, row) : ofResource(value, row, "");
    else if (value === undefined) throw new UnreadableFile(NOT_JSON, null);
    else if (listed(value)) throw new UnreadableFile("An entry is no object.", null);
    else if (textAt(value, "resourceType") !== "Bundle") {
      if (entries > 0) throw new UnreadableFile("Holds entries, and is no Bundle.", null);
      yield* ofResource(value, 1, "");
    }
  }
}

function* ofEntry(entry: unknown, row: number): Generator<FhirResource | BadPiece> {
  if (entry === undefined) yield { row, rule: NOT_JSON };
  // Deleted ones, and answers of a server without a body.
  else if (isObject(entry) && at(entry, "resource") === undefined)
    yield { row, type: null, resource: NOTHING, keys: [] };
  else yield* ofResource(at(entry, "resource"), row, textAt(entry, "fullUrl"));
}

function* ofResource(value: unknown, row: number, fullUrl: string): Generator<FhirResource | BadPiece> {
  const type = textAt(value, "resourceType");
  if (value === undefined) yield { row, rule: NOT_JSON };
  else if (type === "" || !isObject(value)) yield { row, rule: NO_RESOURCE };
  // Some put a Bundle a line.
  else if (type === "Bundle") for (const entry of listAt(value, "entry")) yield* ofEntry(entry, row);
  else if (!isReadType(type)) yield { row, type: null, resource: NOTHING, keys: [] };
  else yield { row, type, resource: allowed(type, value), keys: keysOf(type, value, fullUrl) };
}

/** The entries have been taken out: what is left in their list is none. */
const listed = (value: unknown): boolean => {
  const entries = at(value, "entry");
  return Array.isArray(entries) && entries.length > 0;
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
