// The published JSON Schema of recipes, for editors: samples/recipe.schema.json is this. Written with draft 7, which
// every editor knows. What no schema can say (a column that a file has, a value that a table accepts) readRecipe.ts says.
import type { TableSchema } from "./field";
import { recipeObjects, type RecipeObject, type Schema } from "./recipeWords";
import { tableSchemas } from "./tableSchemas";

const REQUIRED: Partial<Record<RecipeObject, readonly string[]>> = {
  recipe: ["dataset", "files", "tables"],
  dataset: ["name", "title", "kind", "licence", "citation"],
  file: ["path"],
  table: ["rows", "columns"],
  leaveOut: ["where", "because"],
  each: ["rows"],
  constant: ["constant"],
  order: ["order"],
  column: ["column"],
  items: ["items"],
  reference: ["column"],
  weight: ["column"],
};

const closed = (object: RecipeObject, properties: Schema = recipeObjects[object]): Schema => ({
  type: "object",
  properties,
  required: REQUIRED[object] ?? [],
  additionalProperties: false,
});

export function recipeSchema(): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Recipe",
    description: "Says which file, column and value of another shape means what: docs/recipes.md",
    ...closed("recipe"),
    definitions: {
      ...Object.fromEntries(
        (
          [
            "dataset",
            "file",
            "leaveOut",
            "constant",
            "order",
            "order",
            "column",
            "items",
            "reference",
            "weight",
          ] as const
        ).map((object) => [object, closed(object)]),
      ),
      condition: condition(),
      value: {
        anyOf: (["constant", "order", "column", "items"] as const).map((one) => ({
          $ref: `#/definitions/${one}`,
        })),
      },
      tables: {
        type: "object",
        properties: Object.fromEntries(tableSchemas.map((schema) => [schema.table, table(schema)])),
        additionalProperties: false,
        minProperties: 1,
      },
    },
  };
}

function condition(): Schema {
  const again = { $ref: "#/definitions/condition" };
  const several = { type: "array", items: again, minItems: 1 };
  const only = (word: string, schema: Schema) => ({
    type: "object",
    properties: { [word]: schema },
    required: [word],
    additionalProperties: false,
  });
  const tests = ["missing", "is", "above", "below"].map((test) => ({ required: [test] }));
  return {
    anyOf: [
      { ...closed("condition"), required: ["column"], oneOf: tests },
      only("all", several),
      only("any", several),
      only("not", again),
    ],
  };
}

function table(schema: TableSchema): Schema {
  const value = { $ref: "#/definitions/value" };
  const columns = Object.fromEntries(
    schema.fields.map(({ name, meaning }) => [name, { allOf: [value], description: meaning }]),
  );
  const filled = { type: "object", properties: columns, additionalProperties: false };
  const row = {
    ...filled,
    properties: { where: { $ref: "#/definitions/condition" }, ...columns },
  };
  const each = closed("each", {
    needs: { ...recipeObjects.each.needs, enum: schema.fields.map(({ name }) => name) },
    rows: { ...recipeObjects.each.rows, items: row },
  });
  return {
    ...closed("table", { ...recipeObjects.table, columns: filled, each }),
    description: `One row per ${schema.rowIs}`,
  };
}
