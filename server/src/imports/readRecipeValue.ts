// Reads and checks the values and conditions of a recipe: that each can be followed for its column, and that every
// text that it writes itself is one that the column accepts.
import { instruments, itemScorings } from "@afterglow/shared";
import { checkCell, Refusal } from "./checkCell";
import type { Field, TableSchema } from "./field";
import type {
  ColumnRef,
  ColumnValue,
  ItemsValue,
  RecipeColumns,
  RecipeCondition,
  RecipeValue,
} from "./recipe";
import { dateForms } from "./recipeDates";
import type { RecipeJson } from "./recipeJson";
import { conversionTo, unitNames, weightUnits } from "./recipeUnits";
import { recipeWords } from "./recipeWords";

export function readColumns(
  schema: TableSchema,
  json: RecipeJson,
  reach: readonly string[],
  besides: readonly string[] = [],
): RecipeColumns {
  const columns = new Map<string, RecipeValue>();
  for (const [name, entry] of json.entries()) {
    if (besides.includes(name)) continue;
    const field = schema.fields.find((known) => known.name === name);
    if (field === undefined) entry.report(`Is no column of the table ${schema.table}.`);
    else columns.set(name, readValue(schema, field, entry, reach));
  }
  return columns;
}

/** A list of items has to be as long as the instrument, where that is known. */
export function checkItems(columns: RecipeColumns, json: RecipeJson): void {
  const total = columns.get("total");
  const named = columns.get("instrument");
  if (total === undefined || !("items" in total) || named === undefined || !("constant" in named)) return;
  const instrument = instruments.find(({ code }) => code === named.constant);
  if (instrument === undefined) return;
  const { answers, hasFunctionalItem } = itemScorings[instrument.code];
  const count = total.items.length;
  if (count === answers.length || (hasFunctionalItem && count === answers.length + 1)) return;
  json.report(`${instrument.short} has ${answers.length} items; the recipe lists ${count}.`);
}

function readValue(
  schema: TableSchema,
  field: Field,
  json: RecipeJson,
  reach: readonly string[],
): RecipeValue {
  const check = checkCell({ ...field, required: false });
  const judge = (texts: Iterable<string>) => {
    const refused = [...texts].map(check).find((result) => result instanceof Refusal);
    if (refused instanceof Refusal) json.report(`The recipe's own value is refused: ${refused.rule}`);
  };
  if (json.has("constant")) {
    const constant = json.object(["constant"]).at("constant").text();
    judge([constant]);
    return { constant };
  }
  if (json.has("order")) {
    if (schema.table !== "session" || field.name !== "number")
      json.report("Only a session's number is its place among the days.");
    return {
      order:
        json
          .object(recipeWords("order"))
          .at("order")
          .oneOf(["day"] as const) ?? "day",
    };
  }
  if (json.has("items")) {
    if (schema.table !== "score" || field.name !== "total")
      json.report("Only a score's total is made of items.");
    return readItems(json.object(recipeWords("items")), reach);
  }
  const value = readColumnValue(field, json.object(recipeWords("column")), reach);
  if (value.values) judge(value.values.values());
  return value;
}

function readColumnValue(field: Field, json: RecipeJson, reach: readonly string[]): ColumnValue {
  const ways = ["values", "date", "unit", "atMost"].filter((way) => json.has(way));
  if (ways.length > 1) json.report(`Needs one of ${ways.join(", ")}, not several.`);
  const reference = readReference(json, reach);
  if (json.has("values")) return { ...reference, values: readTexts(json.at("values")) };
  if (json.has("date")) return { ...reference, ...readDate(field, json, reach) };
  if (json.has("unit")) return { ...reference, ...readUnit(field, json, reach) };
  if (!json.has("atMost")) return reference;
  return { ...reference, atMost: json.at("atMost").number() };
}

function readDate(
  field: Field,
  json: RecipeJson,
  reach: readonly string[],
): Pick<ColumnValue, "date" | "since"> {
  if (!/(^|_)day$/.test(field.name) && !["start_year", "age_years"].includes(field.name))
    json.report("A date becomes a day, a start_year or, of birth, an age_years; nothing else.");
  const date = json.at("date").oneOf(dateForms) ?? "YYYY-MM-DD";
  if (!json.has("since")) return { date };
  return { date, since: readReference(json.at("since").object(["file", "column"]), reach) };
}

function readUnit(
  field: Field,
  json: RecipeJson,
  reach: readonly string[],
): Pick<ColumnValue, "unit" | "weight"> {
  const unit = json.at("unit").oneOf(unitNames) ?? "days";
  const conversion = conversionTo(field.name, unit);
  if (conversion === undefined) json.report(`${field.name} is not made of ${unit}.`);
  if (conversion?.byWeight !== json.has("weight") && (conversion?.byWeight === true || json.has("weight")))
    json.report("A dose in mg needs the column of the patient's weight, and nothing else does.");
  if (!json.has("weight")) return { unit };
  const weight = json.at("weight").object(["file", "column", "unit"]);
  const weightUnit = weight.has("unit") ? weight.at("unit").oneOf(weightUnits) : "kg";
  return { unit, weight: { ...readReference(weight, reach), unit: weightUnit ?? "kg" } };
}

function readItems(json: RecipeJson, reach: readonly string[]): ItemsValue {
  const file = json.has("file") ? (json.at("file").oneOf(reach) ?? "") : (reach[0] ?? "");
  const total = json.has("total") ? { file, column: json.at("total").text() } : undefined;
  if (json.has("conflict") && total === undefined) json.report("Without a total there is no conflict.");
  const conflict = json.has("conflict") ? json.at("conflict").oneOf(["items", "total"] as const) : undefined;
  return {
    items: json
      .at("items")
      .texts()
      .map((column) => ({ file, column })),
    ...(json.has("answers") ? { answers: readTexts(json.at("answers")) } : {}),
    ...(total ? { total } : {}),
    ...(conflict ? { conflict } : {}),
  };
}

const readTexts = (json: RecipeJson): ReadonlyMap<string, string> =>
  new Map(
    json
      .object()
      .entries()
      .map(([from, to]) => [from, to.textOrNull()]),
  );

function readReference(json: RecipeJson, reach: readonly string[]): ColumnRef {
  const file = json.has("file") ? (json.at("file").oneOf(reach) ?? "") : (reach[0] ?? "");
  return { file, column: json.at("column").text() };
}

export function readCondition(json: RecipeJson, reach: readonly string[]): RecipeCondition {
  const several = (key: "all" | "any") =>
    nonEmpty(json.object([key]).at(key)).map((item) => readCondition(item, reach));
  if (json.has("all")) return { all: several("all") };
  if (json.has("any")) return { any: several("any") };
  if (json.has("not")) return { not: readCondition(json.object(["not"]).at("not"), reach) };
  const reference = readReference(json.object(recipeWords("condition")), reach);
  const tests = (["missing", "is", "above", "below"] as const).filter((test) => json.has(test));
  if (tests.length !== 1) json.report("Needs one of missing, is, above, below.");
  switch (tests[0]) {
    case "is":
      return { ...reference, is: json.at("is").texts() };
    case "above":
      return { ...reference, above: json.at("above").number() };
    case "below":
      return { ...reference, below: json.at("below").number() };
    default:
      return { ...reference, missing: json.at("missing").flag() };
  }
}

function nonEmpty(json: RecipeJson): RecipeJson[] {
  const items = json.list();
  if (items.length === 0) json.report("Needs at least one condition.");
  return items;
}
