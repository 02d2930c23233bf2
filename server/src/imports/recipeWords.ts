// The words of a recipe, with what each means and may be: the one source of what is read (readRecipe.ts) and of the
// published JSON Schema (recipeSchema.ts).
import { datasetKinds } from "@afterglow/shared";
import { delimiters } from "./delimiter";
import { encodings } from "./encoding";
import { dateForms } from "./recipeDates";
import { unitNames, weightUnits } from "./recipeUnits";

/** A piece of JSON Schema. */
export type Schema = { readonly [word: string]: unknown };

const text = (description: string): Schema => ({ type: "string", minLength: 1, description });
const choice = (options: readonly string[], description: string): Schema => ({ enum: options, description });
const texts = (description: string): Schema => ({
  type: "array",
  items: { type: "string", minLength: 1 },
  description,
});
const flag = (description: string): Schema => ({ type: "boolean", description });
const number = (description: string): Schema => ({ type: "number", description });
const refer = (definition: string): Schema => ({ $ref: `#/definitions/${definition}` });
const list = (definition: string): Schema => ({ type: "array", items: refer(definition) });
const map = (description: string): Schema => ({
  type: "object",
  additionalProperties: { type: ["string", "null"] },
  description,
});

const file = text("Name of the file in this recipe; absent: the file that rows names");
const column = text("Column of the file, as its header has it");

export const recipeObjects = {
  recipe: {
    $schema: text("Where an editor finds this schema"),
    dataset: refer("dataset"),
    replacePatients: flag("Patients' own keys become random ids; see --patient-key"),
    files: {
      type: "object",
      additionalProperties: refer("file"),
      description: "The files, by names of your own",
    },
    ignoreFiles: texts("Tables of the folder that are left behind knowingly"),
    tables: refer("tables"),
  },
  dataset: {
    name: text("Lower-case letters, digits and hyphens"),
    title: text("Name for readers"),
    kind: choice(
      datasetKinds.map(({ code }) => code),
      "What kind of data it is",
    ),
    licence: text("Licence of the data"),
    citation: text("How to cite the data"),
    sourceNote: { type: "string", description: "Where the data came from, in a sentence" },
  },
  file: {
    path: text("Name of a file in the folder: CSV, TSV or .xlsx"),
    sheet: text("The sheet, where a workbook has several"),
    delimiter: choice(Object.keys(delimiters), "Absent: detected"),
    encoding: choice(encodings, "Absent: detected"),
    missing: texts("Texts that mean not known, besides the empty cell, N/A, - and their like"),
    missingIn: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string" } },
      description: "The same, in one column alone: 999 may be a missing weight and a patient's id",
    },
    id: text("Column by which files are joined"),
    only: { ...refer("condition"), description: "Where the file is joined: only rows of which this holds" },
    without: text("Rows without one to join here are left out for this reason. Absent: they are refused"),
    dictionary: text("A REDCap data dictionary in the folder: labels of the export become codes"),
    ignore: texts("Columns that are never read"),
  },
  table: {
    rows: text("The file of which each row becomes one of the table, or several"),
    join: texts("Files of which the row with the same id is joined"),
    leaveOut: { ...list("leaveOut"), description: "Rows that are left out, and counted under their reason" },
    columns: { type: "object", description: "What each column of the table is filled with" },
    each: refer("each"),
  },
  leaveOut: { where: refer("condition"), because: text("The reason that the receipt gives") },
  each: {
    needs: text("A row without a value in this column is left out, and counted"),
    rows: { type: "array", minItems: 1, description: "The rows that a row of the file becomes" },
  },
  constant: { constant: text("The same for every row") },
  order: { order: choice(["day"], "A session's number: its place among the days of its course") },
  column: {
    file,
    column,
    values: map("What each text of the column means; null: not known. A text that is not listed is refused"),
    date: choice(
      dateForms,
      "The column holds dates so written. They become days, a start_year or an age_years",
    ),
    since: {
      ...refer("reference"),
      description: "The date that days count from. Absent: the course's first session",
    },
    unit: choice(unitNames, "The column's unit, where it is not ours"),
    weight: { ...refer("weight"), description: "The patient's weight, for a dose in mg" },
    atMost: number("Higher numbers become this one; for ages 90"),
  },
  items: {
    file,
    items: { ...texts("The columns of the items in their order"), minItems: 1 },
    answers: map("What each answer scores; absent: the answers are numbers"),
    total: text("A column with the total, to hold against the items"),
    conflict: choice(["items", "total"], "Which counts where they differ. Absent: the row is refused"),
  },
  reference: { file, column },
  weight: { file, column, unit: choice(weightUnits, "Absent: kg") },
  condition: {
    file,
    column,
    missing: flag("Whether the value is missing"),
    is: texts("The value is one of these"),
    above: number("The value is a number above this"),
    below: number("The value is a number below this"),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Schema>>>>;

export type RecipeObject = keyof typeof recipeObjects;
export const recipeWords = (object: RecipeObject): string[] => Object.keys(recipeObjects[object]);
