// The data dictionary as a file: /dictionary.csv for a spreadsheet, /dictionary.json as Frictionless Table Schemas. It
// holds nothing of a patient or a dataset, so that it passes no gate and needs no line in the audit.
import type { DictionaryColumn, DictionaryTable } from "@afterglow/shared";
import { stringify } from "csv-stringify/sync";
import type { RequestHandler } from "express";
import { sourceDictionary } from "../imports/sourceDictionary";
import { analysisDictionary } from "../releases/analysisDictionary";

type Ask = Parameters<typeof analysisDictionary>[0];

export function dictionaryAddress(ask: Ask): RequestHandler<{ format: string }> {
  return async ({ params: { format } }, response, next) => {
    if (format !== "csv" && format !== "json") return next();
    const tables = [...sourceDictionary, ...(await analysisDictionary(ask))];
    response.set("Cache-Control", "no-store");
    if (format === "json") {
      response.attachment("afterglow-dictionary.json").json(schemasOf(tables));
    } else {
      response.type("text/csv; charset=utf-8").attachment("afterglow-dictionary.csv").send(csvOf(tables));
    }
  };
}

const csvOf = (tables: readonly DictionaryTable[]): string =>
  stringify(
    tables.flatMap(({ name: table, kind, columns }) =>
      columns.map(({ name, type, meaning, required, minimum, maximum, codes }) => ({
        table,
        kind: kind.toLowerCase(),
        column: name,
        type,
        required,
        minimum,
        maximum,
        meaning,
        codes: codes.map(({ value, label }) => `${value} = ${label}`).join("; "),
      })),
    ),
    { header: true, cast: { boolean: String } },
  );

const schemasOf = (tables: readonly DictionaryTable[]): object => ({
  profile: "data-package",
  name: "afterglow-dictionary",
  title: "Afterglow data dictionary",
  resources: tables.map(({ name, meaning, kind, columns }) => ({
    name: name.replaceAll("_", "-"),
    path: `${name}.csv`,
    description: meaning,
    kind: kind.toLowerCase(),
    schema: { fields: columns.map(fieldOf), missingValues: [""] },
  })),
});

const fieldOf = ({ name, type, meaning, required, minimum, maximum, codes }: DictionaryColumn): object => ({
  name,
  type,
  description: meaning,
  constraints: {
    required,
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
    // The items of an array are of these codes; the array itself is none of them.
    ...(codes.length === 0 || type === "array" ? {} : { enum: codes.map(({ value }) => value) }),
  },
  ...(codes.length === 0 ? {} : { categories: codes }),
});
