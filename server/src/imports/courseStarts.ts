// The days of each course's sessions, by the recipe's session table: what dates are counted from, and sessions
// numbered by. Held in memory while the import runs; no date is stored, said or logged.
import type { Recipe, RecipeColumns, RecipeTable } from "./recipe";
import { isColumn } from "./recipeColumns";
import { textOf, type Joined } from "./recipeCondition";
import { dayNumber } from "./recipeDates";
import type { RecipeReader } from "./recipeReader";
import { recipeRows } from "./recipeRows";
import { numberOf } from "./recipeUnits";
import { valueOf } from "./recipeValue";
import { UnreadableFile } from "./unreadableFile";

const QUIET = { refused: () => undefined, leftOut: () => undefined, stranger: () => undefined };
const keyOf = (patient: string, course: string): string => `${patient}\n${course}`;
export type CourseDays = ReadonlyMap<string, readonly number[]>;

export class CourseStarts {
  private days: Promise<CourseDays> | undefined;

  constructor(
    private readonly recipe: Recipe,
    private readonly reader: RecipeReader,
  ) {}

  /** Reads the sessions once, before the first row that is counted from them. */
  all(): Promise<CourseDays> {
    this.days ??= this.read();
    return this.days;
  }

  static of(days: CourseDays, patient: string, course: string): readonly number[] | null {
    return days.get(keyOf(patient, course)) ?? null;
  }

  private async read(): Promise<CourseDays> {
    const days = new Map<string, number[]>();
    const table = this.recipe.tables.find((one) => one.table === "session");
    if (table === undefined) return days;
    try {
      for await (const { files, become } of recipeRows(table, this.reader, QUIET)) {
        const found = courseDay(become.columns, files);
        if (found === null) continue;
        const before = days.get(found.key);
        if (before === undefined) days.set(found.key, [found.day]);
        else if (isNumbered(table)) before.push(found.day);
        else before[0] = Math.min(before[0] ?? found.day, found.day);
      }
    } catch (error) {
      // It is read again as a table, and its fault is noted there.
      if (!(error instanceof UnreadableFile)) throw error;
    }
    // Distinct, from the first on.
    for (const [key, all] of days)
      if (all.length > 1)
        days.set(
          key,
          [...new Set(all)].sort((a, b) => a - b),
        );
    return days;
  }
}

/** The course of a session, and its day: as a date, where it is one that counts from the first. */
function courseDay(columns: RecipeColumns, files: Joined): { key: string; day: number } | null {
  const context = { columns, files, days: () => null, note: () => undefined };
  const value = columns.get("day");
  const isDate = isColumn(value) && value.date !== undefined && value.since === undefined;
  const text = isDate ? textOf(value, files) : valueOf("day", value, context);
  if (typeof text !== "string") return null;
  const day = isDate ? dayNumber(value.date ?? "YYYY-MM-DD", text) : numberOf(text);
  const patient = valueOf("patient", columns.get("patient"), context);
  const course = valueOf("course", columns.get("course"), context);
  if (day === null || typeof patient !== "string" || typeof course !== "string") return null;
  return { key: keyOf(patient, course), day };
}

const isNumbered = ({ each }: RecipeTable): boolean =>
  each.some(({ columns }) => {
    const number = columns.get("number");
    return number !== undefined && "order" in number;
  });
