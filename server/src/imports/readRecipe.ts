// Reads and checks a recipe before any row is read: its words, its files and tables. Values and conditions are
// readRecipeValue.ts.
import { basename } from "node:path";
import { delimiters } from "./delimiter";
import type { TableSchema } from "./field";
import { encodings } from "./encoding";
import type { Problems } from "./problems";
import { isObject, readMetadata } from "./readDescriptor";
import type { Recipe, RecipeColumns, RecipeFile, RecipeRow, RecipeTable } from "./recipe";
import { isColumn } from "./recipeColumns";
import { RecipeJson } from "./recipeJson";
import { checkItems, readColumns, readCondition } from "./readRecipeValue";
import { recipeWords } from "./recipeWords";
import { tableSchemas } from "./tableSchemas";

/** undefined: the recipe cannot be followed; why stands in the problems. */
export function readRecipe(json: unknown, file: string, problems: Problems): Recipe | undefined {
  const before = problems.count;
  if (!isObject(json)) {
    problems.addUnreadable(file, null, null, "Is not a JSON object.");
    return undefined;
  }
  const top = new RecipeJson(json, "", file, problems).object(recipeWords("recipe"));
  const facts = top.at("dataset").object(recipeWords("dataset"));
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
      .map(([name, entry]) => [name, readFile(name, entry)]),
  );
  const names = tableSchemas.map(({ table }) => table);
  const given = top.at("tables").object(names);
  const tables = tableSchemas
    .filter(({ table }) => given.has(table))
    .map((schema) => readTable(schema, given.at(schema.table), [...files.keys()]));
  if (tables.length === 0) given.report(`Names none of the tables ${names.join(", ")}.`);
  const replacePatients = top.has("replacePatients") && top.at("replacePatients").flag();
  checkJoins(tables, files, given);
  checkDayZero(tables, given);
  const recipe = { dataset, replacePatients, files, ignoreFiles: top.at("ignoreFiles").texts(), tables };
  return problems.count === before ? recipe : undefined;
}

/** A file of the folder. */
function readPath(json: RecipeJson): string {
  const path = json.text();
  if (basename(path) !== path) json.report("Has to be the name of a file in the folder, without a path.");
  return path;
}

function readFile(name: string, json: RecipeJson): RecipeFile {
  json.object(recipeWords("file"));
  const path = readPath(json.at("path"));
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
    ...(json.has("id") ? { id: json.at("id").text() } : {}),
    ...(json.has("only") ? { only: readCondition(json.at("only"), [name]) } : {}),
    ...(json.has("without") ? { without: json.at("without").text() } : {}),
    ...(json.has("dictionary") ? { dictionary: readPath(json.at("dictionary")) } : {}),
    ignore: json.at("ignore").texts(),
  };
}

function readTable(schema: TableSchema, json: RecipeJson, files: readonly string[]): RecipeTable {
  json.object(recipeWords("table"));
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
      item.object(recipeWords("leaveOut"));
      return { where: readCondition(item.at("where"), reach), because: item.at("because").text() };
    });
  const common = readColumns(schema, json.at("columns").object(), reach);
  if (!json.has("each")) {
    checkComplete(schema, common, json.at("columns"));
    checkItems(common, json.at("columns"));
    const each = [{ columns: common, where: null }];
    return { table: schema.table, rows, join, leaveOut, each, needs: null };
  }
  const long = json.at("each").object(recipeWords("each"));
  const each = long
    .at("rows")
    .list()
    .map((item) => {
      const own = readColumns(schema, item.object(), reach, ["where"]);
      const where = item.has("where") ? readCondition(item.at("where"), reach) : null;
      const columns = new Map([...common, ...own]);
      checkComplete(schema, columns, item);
      checkItems(columns, item);
      return { columns, where };
    });
  if (each.length === 0) long.at("rows").report("Needs at least one row.");
  const needs = long.has("needs")
    ? (long.at("needs").oneOf(schema.fields.map(({ name }) => name)) ?? null)
    : null;
  return { table: schema.table, rows, join, leaveOut, each, needs };
}

function checkComplete(schema: TableSchema, columns: RecipeColumns, json: RecipeJson): void {
  const missing = schema.fields.filter(({ name, required }) => required && !columns.has(name));
  if (missing.length > 0) json.report(`Lacks ${missing.map(({ name }) => name).join(", ")}.`);
}

/** Files are joined by their ids. */
function checkJoins(
  tables: readonly RecipeTable[],
  files: ReadonlyMap<string, RecipeFile>,
  json: RecipeJson,
): void {
  for (const { table, rows, join } of tables) {
    const without = [rows, ...join].find((name) => files.get(name)?.id === undefined);
    if (join.length > 0 && without !== undefined && files.has(without))
      json.at(table).at("join").report("Files are joined by their id, and one of these names none.");
  }
}

/** A date that counts from the first session needs a session table with dates. */
function checkDayZero(tables: readonly RecipeTable[], json: RecipeJson): void {
  const isCounted = ({ columns }: RecipeRow) =>
    [...columns].some(
      ([field, value]) =>
        field !== "start_year" && isColumn(value) && value.date !== undefined && value.since === undefined,
    );
  const sessions = tables.find(({ table }) => table === "session")?.each ?? [];
  const days = sessions.map(({ columns }) => columns.get("day"));
  if (days.some((day) => isColumn(day) && day.date !== undefined && day.since === undefined)) return;
  for (const { table, each } of tables) {
    if (each.some(isCounted))
      json.at(table).report("A date needs since, or a session table whose day is a date, to count from.");
  }
}
