// The value of a column of ours, from a row of a recipe's files: mapped, counted from a date, converted or added up.
// Each of these either gives a text for the column's own check, or a refusal that says what is wrong.
import { instruments, itemScorings, totalOfItems, type InstrumentCode } from "@afterglow/shared";
import { Refusal } from "./checkCell";
import type { ColumnValue, ItemsValue, RecipeColumns, RecipeValue } from "./recipe";
import { isColumn } from "./recipeColumns";
import { textOf, type Joined } from "./recipeCondition";
import { dayNumber, yearOf, yearsBetween } from "./recipeDates";
import { converted, conversionTo, kilograms, numberOf } from "./recipeUnits";
import { totalOutOf } from "./totalOutOf";

export interface ValueContext {
  readonly columns: RecipeColumns;
  readonly files: Joined;
  /** The course's days of sessions in order, or the first alone; null where the session table has none of it. */
  readonly days: (patient: string, course: string) => readonly number[] | null;
  readonly note: (column: string, what: string) => void;
}

const UNMAPPED = new Refusal("The value is not in the recipe's list for this column.");
const NO_START = new Refusal("The session table has no session of this course to count from.");
const CONFLICT = new Refusal("The items add up to another total than the column of totals holds.");
export const OLDEST_AGE = 90;

export function valueOf(
  field: string,
  value: RecipeValue | undefined,
  context: ValueContext,
): string | Refusal {
  if (value === undefined) return field === "suicidality" ? itemAmongItems(context) : "";
  if ("constant" in value) return value.constant;
  if ("items" in value) return totalOf(value, context);
  if ("order" in value) return placeOf(context);
  const text = textOf(value, context.files);
  if (text === "") return "";
  if (value.values) return value.values.get(text) ?? UNMAPPED;
  if (value.date) return ofDate(field, value, text, context);
  if (value.unit !== undefined) return inUnit(field, value, text, context);
  return value.atMost === undefined ? text : atMost(value.atMost, text);
}

function atMost(most: number, text: string): string {
  const number = numberOf(text);
  return number !== null && number > most ? String(most) : text;
}

function ofDate(field: string, value: ColumnValue, text: string, context: ValueContext): string | Refusal {
  const form = value.date ?? "YYYY-MM-DD";
  const day = dayNumber(form, text);
  if (day === null) return new Refusal(`Is not a date written as ${form}.`);
  if (field === "start_year") return String(yearOf(day));
  const start = startOf(value, form, context);
  if (start === null) return NO_START;
  if (field === "age_years") return String(Math.min(OLDEST_AGE, yearsBetween(day, start)));
  return String(day - start);
}

function startOf(
  value: ColumnValue,
  form: NonNullable<ColumnValue["date"]>,
  context: ValueContext,
): number | null {
  if (value.since) return dayNumber(form, textOf(value.since, context.files));
  return daysOf(context)?.[0] ?? null;
}

function daysOf(context: ValueContext): readonly number[] | null {
  const patient = valueOf("patient", context.columns.get("patient"), context);
  const course = valueOf("course", context.columns.get("course"), context);
  return typeof patient === "string" && typeof course === "string" ? context.days(patient, course) : null;
}

/** Two sessions of one day have one number, and contradict each other unless they are the same. */
function placeOf(context: ValueContext): string | Refusal {
  const value = context.columns.get("day");
  const day = valueOf("day", value, context);
  if (day instanceof Refusal || day === "") return day;
  const days = daysOf(context) ?? [];
  const isCounted = isColumn(value) && value.date !== undefined && value.since === undefined;
  const place = days.indexOf(Number(day) + (isCounted ? (days[0] ?? 0) : 0));
  return place < 0 ? "" : String(place + 1);
}

function inUnit(field: string, value: ColumnValue, text: string, context: ValueContext): string {
  const conversion = conversionTo(field, value.unit ?? "");
  const number = numberOf(text);
  if (conversion === undefined || number === null) return text;
  if (!value.weight) return String(converted(number, conversion));
  const weight = numberOf(textOf(value.weight, context.files));
  if (weight === null || weight <= 0) {
    context.note(value.column, "Doses in mg without the patient's weight, left empty.");
    return "";
  }
  return String(converted(number / kilograms(weight, value.weight.unit), conversion));
}

function totalOf(value: ItemsValue, context: ValueContext): string | Refusal {
  const instrument = instrumentOf(context);
  if (instrument === null) return "";
  const answers = answersOf(value, instrument, context);
  if (answers instanceof Refusal) return answers;
  const ofItems = totalOfItems(instrument, answers);
  const written = value.total ? textOf(value.total, context.files) : "";
  const outOf = totalOutOf(written, instrument) ?? written;
  if (outOf instanceof Refusal) return outOf;
  if (ofItems === null || outOf === "") return ofItems === null ? outOf : String(ofItems);
  if (ofItems === numberOf(outOf)) return String(ofItems);
  if (value.conflict === undefined) return CONFLICT;
  const which = value.conflict === "items" ? "the items count" : "the written total counts";
  context.note(value.total?.column ?? "", `Totals that their items contradict; by the recipe ${which}.`);
  return value.conflict === "items" ? String(ofItems) : outOf;
}

/** Where a total is added up from items, the item about suicide comes with it. */
function itemAmongItems(context: ValueContext): string | Refusal {
  const total = context.columns.get("total");
  if (total === undefined || !("items" in total)) return "";
  const code = instrumentOf(context);
  const item = instruments.find((known) => known.code === code)?.suicidalityItem ?? null;
  if (code === null || item === null) return "";
  const answers = answersOf(total, code, context);
  if (answers instanceof Refusal) return "";
  const answer = answers[item.item - 1] ?? null;
  return answer === null ? "" : String(answer);
}

function instrumentOf(context: ValueContext): InstrumentCode | null {
  const code = valueOf("instrument", context.columns.get("instrument"), context);
  return instruments.find((known) => known.code === code)?.code ?? null;
}

/** The answers in the order of the items; a question about functioning after them is left out. */
function answersOf(
  value: ItemsValue,
  instrument: InstrumentCode,
  { files }: ValueContext,
): (number | null)[] | Refusal {
  const { answers: limits } = itemScorings[instrument];
  const found: (number | null)[] = [];
  for (const [nth, [lowest, highest]] of limits.entries()) {
    const column = value.items[nth];
    const text = column ? textOf(column, files) : "";
    if (text === "") {
      found.push(null);
      continue;
    }
    const scored = value.answers ? value.answers.get(text) : text;
    if (scored === undefined) return new Refusal(`Item ${nth + 1}: the answer is not in the recipe's list.`);
    const answer = scored === "" ? null : numberOf(scored);
    if (
      scored !== "" &&
      (answer === null || !Number.isInteger(answer) || answer < lowest || answer > highest)
    )
      return new Refusal(`Item ${nth + 1} is a whole number from ${lowest} to ${highest}.`);
    found.push(answer);
  }
  return found;
}

/** The file's column for the receipt: of items the written total's, or the first. */
export function columnBehind(value: RecipeValue | undefined): string | null {
  if (isColumn(value)) return value.column;
  return value !== undefined && "items" in value ? ((value.total ?? value.items[0])?.column ?? null) : null;
}
