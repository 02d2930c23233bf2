// Reads and checks a recipe before any row is read: its words, its files and columns, and that every constant and
// every value that it maps to is one that the table accepts.
import { basename } from "node:path";
import { checkCell, Refusal } from "./checkCell";
import { delimiters } from "./delimiter";
import type { TableSchema } from "./field";
import { encodings } from "./encoding";
import type { Problems } from "./problems";
import { isObject, readMetadata } from "./readDescriptor";
import type {
  ColumnRef,
  Recipe,
  RecipeColumns,
  RecipeCondition,
  RecipeFile,
  RecipeTable,
  RecipeValue,
} from "./recipe";
import { RecipeJson } from "./recipeJson";
import { tableSchemas } from "./tableSchemas";

/** undefined: the recipe cannot be followed; why stands in the problems. */
export function readRecipe(json: unknown, file: string, problems: Problems): Recipe | undefined {
  const before = problems.count;
  if (!isObject(json)) {
    problems.addUnreadable(file, null, null, "Is not a JSON object.");
    return undefined;
  }
  const top = new RecipeJson(json, "", file, problems).object([
    "dataset",
    "replacePatients",
    "files",
    "ignoreFiles",
    "tables",
  ]);
  const facts = top.at("dataset").object(["name", "title", "kind", "licence", "citation", "sourceNote"]);
  const places = {
    file,
    name: "dataset.name",
    title: "dataset.title",
    kind: "dataset.kind",
    licence: "dataset.licence",
    citation: "dataset.citation",
  };
  const dataset = readMetadata(facts.raw(), places, problems);
  const files = new Map(
    top
      .at("files")
      .object()
      .entries()
      .map(([name, entry]) => [name, readFile(entry)]),
  );
  const names = tableSchemas.map(({ table }) => table);
  const given = top.at("tables").object(names);
  const tables = tableSchemas
    .filter(({ table }) => given.has(table))
    .map((schema) => readTable(schema, given.at(schema.table), [...files.keys()]));
  if (tables.length === 0) given.report(`Names none of the tables ${names.join(", ")}.`);
  const replacePatients = top.has("replacePatients") && top.at("replacePatients").flag();
  const recipe = { dataset, replacePatients, files, ignoreFiles: top.at("ignoreFiles").texts(), tables };
  return problems.count === before ? recipe : undefined;
}

function readFile(json: RecipeJson): RecipeFile {
  json.object(["path", "delimiter", "encoding", "sheet", "missing", "missingIn", "id", "ignore"]);
  const path = json.at("path").text();
  if (basename(path) !== path)
    json.at("path").report("Has to be the name of a file in the folder, without a path.");
  const names = Object.keys(delimiters) as (keyof typeof delimiters)[];
  const delimiter = json.has("delimiter") ? json.at("delimiter").oneOf(names) : undefined;
  const encoding = json.has("encoding") ? json.at("encoding").oneOf(encodings) : undefined;
  const missingIn = json.has("missingIn") ? json.at("missingIn").object().entries() : [];
  return {
    path,
    ...(delimiter ? { delimiter: delimiters[delimiter] } : {}),
    ...(encoding ? { encoding } : {}),
    ...(json.has("sheet") ? { sheet: json.at("sheet").text() } : {}),
    missing: json.at("missing").texts(),
    missingIn: new Map(missingIn.map(([column, texts]) => [column, texts.texts()])),
    id: json.at("id").text(),
    ignore: json.at("ignore").texts(),
  };
}

function readTable(schema: TableSchema, json: RecipeJson, files: readonly string[]): RecipeTable {
  json.object(["rows", "join", "leaveOut", "columns", "each"]);
  const rows = json.at("rows").oneOf(files) ?? "";
  const join = json
    .at("join")
    .list()
    .map((item) => item.oneOf(files) ?? "");
  const reach = [rows, ...join];
  const leaveOut = json
    .at("leaveOut")
    .list()
    .map((item) => {
      item.object(["where", "because"]);
      return { where: readCondition(item.at("where"), reach), because: item.at("because").text() };
    });
  const common = readColumns(schema, json.at("columns").object(), reach);
  if (!json.has("each")) {
    checkComplete(schema, common, json.at("columns"));
    return { table: schema.table, rows, join, leaveOut, each: [common], needs: null };
  }
  const long = json.at("each").object(["needs", "rows"]);
  const each = long
    .at("rows")
    .list()
    .map((item) => {
      const columns = new Map([...common, ...readColumns(schema, item.object(), reach)]);
      checkComplete(schema, columns, item);
      return columns;
    });
  if (each.length === 0) long.at("rows").report("Needs at least one row.");
  const needs = long.has("needs")
    ? (long.at("needs").oneOf(schema.fields.map(({ name }) => name)) ?? null)
    : null;
  return { table: schema.table, rows, join, leaveOut, each, needs };
}

function readColumns(schema: TableSchema, json: RecipeJson, reach: readonly string[]): RecipeColumns {
  const columns = new Map<string, RecipeValue>();
  for (const [name, entry] of json.entries()) {
    const field = schema.fields.find((known) => known.name === name);
    if (field === undefined) {
      entry.report(`Is no column of the table ${schema.table}.`);
      continue;
    }
    const value = readValue(entry, reach);
    columns.set(name, value);
    const check = checkCell({ ...field, required: false });
    const written = "constant" in value ? [value.constant] : [...(value.values?.values() ?? [])];
    const refused = written.map(check).find((result) => result instanceof Refusal);
    if (refused instanceof Refusal) entry.report(`The recipe's own value is refused: ${refused.rule}`);
  }
  return columns;
}

function checkComplete(schema: TableSchema, columns: RecipeColumns, json: RecipeJson): void {
  const missing = schema.fields.filter(({ name, required }) => required && !columns.has(name));
  if (missing.length > 0) json.report(`Lacks ${missing.map(({ name }) => name).join(", ")}.`);
}

function readValue(json: RecipeJson, reach: readonly string[]): RecipeValue {
  if (json.has("constant")) return { constant: json.object(["constant"]).at("constant").text() };
  const reference = readReference(json.object(["file", "column", "values"]), reach);
  if (!json.has("values")) return reference;
  const values = new Map(
    json
      .at("values")
      .object()
      .entries()
      .map(([from, to]) => [from, to.textOrNull()]),
  );
  return { ...reference, values };
}

function readReference(json: RecipeJson, reach: readonly string[]): ColumnRef {
  const file = json.has("file") ? (json.at("file").oneOf(reach) ?? "") : (reach[0] ?? "");
  return { file, column: json.at("column").text() };
}

function readCondition(json: RecipeJson, reach: readonly string[]): RecipeCondition {
  if (json.has("all"))
    return { all: nonEmpty(json.object(["all"]).at("all")).map((item) => readCondition(item, reach)) };
  if (json.has("any"))
    return { any: nonEmpty(json.object(["any"]).at("any")).map((item) => readCondition(item, reach)) };
  const reference = readReference(json.object(["file", "column", "missing", "is"]), reach);
  if (json.has("missing") === json.has("is")) json.report("Needs either missing or is.");
  return json.has("is")
    ? { ...reference, is: json.at("is").texts() }
    : { ...reference, missing: json.at("missing").flag() };
}

function nonEmpty(json: RecipeJson): RecipeJson[] {
  const items = json.list();
  if (items.length === 0) json.report("Needs at least one condition.");
  return items;
}
