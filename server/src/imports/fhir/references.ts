// How one FHIR resource names another: by type and id, with or without a server and a version, or by the fullUrl of its
// entry in a Bundle.
import { at, listAt, textAt, type Json } from "./json";

const LITERAL = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]*)?$/;

/** What is compared; "" for a reference that names nothing, such as one by an identifier alone. */
export const keyOf = (reference: string): string => LITERAL.exec(reference)?.[1] ?? reference;

/** All names of a resource. */
export function keysOf(resourceType: string, resource: Json, fullUrl: string): string[] {
  const id = textAt(resource, "id");
  return [...new Set([id === "" ? "" : `${resourceType}/${id}`, keyOf(fullUrl)])].filter((key) => key !== "");
}

export const referenceAt = (resource: Json, ...path: readonly string[]): string =>
  keyOf(textAt(at(resource, ...path), "reference"));

export const referencesAt = (resource: Json, element: string): string[] =>
  listAt(resource, element).map((one) => keyOf(textAt(one, "reference")));
