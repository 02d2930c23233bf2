// How people and programs write the same thing: a cell's notation to the plain one, where only one meaning is
// possible. What could mean two things stays as it is, and is refused by its column's rule.
import type { Field } from "./field";

/**
 * Texts that mean "not known" in any column: what R, pandas, SAS, Stata, SPSS, Excel and people write. Not among them
 * are words (a code may be NONE) and numbers (999 may be an id): those a recipe names, by file or column.
 */
export const missingMarks: readonly string[] = [
  ...["N/A", "n/a", "#N/A", "NA", "NaN", "nan", "NULL", "null", "#NULL!", "<NA>"],
  ...["-", "--", "–", "—", "."],
];
const marks = new Set(missingMarks);
export const MISSING_NOTE = "Marks such as N/A or - read as missing.";

export interface Notation {
  readonly text: string;
  /** What was done to it, for the receipt. */
  readonly note: string | null;
}

const WHOLE = /^-?\d+$/;
// 1,5 and 0,125 can be nothing but fractions; 1,250 may be a thousand.
const DECIMAL_COMMA = /^-?(\d+,(\d{1,2}|\d{4,})|0,\d+)$/;
// 12.0 is 12; 12.000 may be twelve thousand.
const WHOLE_AS_DECIMAL = /^(-?\d+)[.,](0{1,2}|0{4,})$/;

export function plainNotation(field: Field, cell: string): Notation {
  const text = cell.trim();
  if (WHOLE.test(text)) return { text, note: null };
  if (marks.has(text)) return { text: "", note: MISSING_NOTE };
  if (field.kind === "whole") {
    const whole = WHOLE_AS_DECIMAL.exec(text)?.[1];
    if (whole !== undefined)
      return { text: whole, note: "Whole numbers written with a decimal, as in 12.0." };
  }
  if (field.kind === "decimal" && DECIMAL_COMMA.test(text))
    return { text: text.replace(",", "."), note: "Decimal commas read as points." };
  return { text, note: null };
}
