// The import format as a Frictionless Data Package descriptor: samples/template/datapackage.json is this, filled in
// with an example's metadata. Not here: reading a descriptor that was sent (readDescriptor.ts).
import { datasetKinds } from "@afterglow/shared";
import {
  CODES_SEPARATOR,
  NO,
  PATIENT_MAX_LENGTH,
  TEXT_MAX_LENGTH,
  YES,
  type Field,
  type TableSchema,
} from "./field";
import { courses, sessions, tableSchemas } from "./tableSchemas";

export interface DatasetMetadata {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly licence: string;
  readonly citation: string;
  readonly sourceNote: string;
}

/** The descriptor of a folder that holds this dataset. `afterglow` is the one object that Frictionless does not know. */
export function dataPackage(dataset: DatasetMetadata): object {
  return {
    profile: "tabular-data-package",
    name: dataset.name,
    title: dataset.title,
    licenses: [{ name: dataset.licence }],
    sources: dataset.sourceNote === "" ? [] : [{ title: dataset.sourceNote }],
    afterglow: { kind: dataset.kind, citation: dataset.citation },
    resources: tableSchemas.map(resource),
  };
}

/** For the template: what a clinic fills in. */
export const templateMetadata: DatasetMetadata = {
  name: "my-registry",
  title: "Name of the registry for readers",
  kind: datasetKinds[0].code,
  licence: "CC-BY-4.0",
  citation: "How to cite the data",
  sourceNote: "Where the data came from, in a sentence",
};

export const headerOf = (schema: TableSchema): string =>
  `${schema.fields.map(({ name }) => name).join(",")}\n`;

function resource(schema: TableSchema): object {
  return {
    name: schema.file.replace(".csv", "").replaceAll("_", "-"),
    path: schema.file,
    profile: "tabular-data-resource",
    description: `One row per ${schema.rowIs}.`,
    encoding: "utf-8",
    dialect: { delimiter: ",", header: true },
    schema: {
      fields: schema.fields.map(describe),
      missingValues: [""],
      primaryKey: schema.key,
      foreignKeys: foreignKeys(schema),
    },
  };
}

function foreignKeys(schema: TableSchema): object[] {
  if (schema === courses) return [];
  if (schema.table === "side_effect") {
    const reference = { resource: "sessions", fields: sessions.key };
    return [{ fields: ["patient", "course", "session"], reference }];
  }
  return [{ fields: courses.key, reference: { resource: "courses", fields: courses.key } }];
}

function describe(field: Field): object {
  const { type, ...limits } = typeOf(field);
  const constraints = { ...(field.required ? { required: true } : {}), ...limits };
  const { name, meaning: description } = field;
  const marks = field.kind === "yesNo" ? { trueValues: YES, falseValues: NO } : {};
  return { name, type, description: description + several(field), ...marks, constraints };
}

const several = (field: Field): string =>
  field.kind === "codes" ? `; several are separated by "${CODES_SEPARATOR}"` : "";

function typeOf(field: Field): { type: string; [constraint: string]: unknown } {
  switch (field.kind) {
    case "patient":
      return { type: "string", maxLength: PATIENT_MAX_LENGTH, pattern: "[^\\s@]+" };
    case "text":
      return { type: "string", maxLength: TEXT_MAX_LENGTH };
    case "whole":
      return { type: "integer", minimum: field.min, maximum: field.max };
    case "decimal":
      return { type: "number", minimum: field.min, maximum: field.max };
    case "yesNo":
      return { type: "boolean" };
    case "code":
      return { type: "string", enum: field.entries.map(({ code }) => code) };
    case "codes": {
      const one = `(${field.entries.map(({ code }) => code).join("|")})`;
      return { type: "string", pattern: `${one}(${CODES_SEPARATOR}${one})*` };
    }
  }
}
