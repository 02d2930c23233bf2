// The source tables in the data dictionary: what clinics send, from the import format itself.
import type { DictionaryColumn, DictionaryTable } from "@afterglow/shared";
import { CODES_SEPARATOR, type Field } from "./field";
import { tableSchemas } from "./tableSchemas";

export const sourceDictionary: readonly DictionaryTable[] = tableSchemas.map(
  ({ table, rowIs, fields }): DictionaryTable => ({
    name: table,
    meaning: `One row per ${rowIs}.`,
    kind: "SOURCE",
    columns: fields.map(columnOf),
  }),
);

function columnOf(field: Field): DictionaryColumn {
  const isNumber = field.kind === "whole" || field.kind === "decimal";
  const hasCodes = field.kind === "code" || field.kind === "codes";
  return {
    name: field.name,
    type: typeOf(field),
    meaning:
      field.kind === "codes"
        ? `${field.meaning}; in a file, several are separated by "${CODES_SEPARATOR}"`
        : field.meaning,
    required: field.required,
    minimum: isNumber ? field.min : null,
    maximum: isNumber ? field.max : null,
    codes: hasCodes ? field.entries.map(({ code, label }) => ({ value: code, label })) : [],
  };
}

function typeOf({ kind }: Field): DictionaryColumn["type"] {
  switch (kind) {
    case "whole":
      return "integer";
    case "decimal":
      return "number";
    case "yesNo":
      return "boolean";
    case "codes":
      return "array";
    default:
      return "string";
  }
}
