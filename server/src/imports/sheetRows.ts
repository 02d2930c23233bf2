// The rows of one sheet of a workbook as texts, a piece of its XML at a time: numbers as Excel shows them, dates as
// 2024-03-01. Source: ECMA-376 part 1, 18.3.1 (worksheets).
import { readXml } from "./readXml";
import { unescaped, type WorkbookParts } from "./workbookParts";

export interface SheetRows {
  /** Rows from the first of the sheet on; one that is not written is empty. */
  readonly rows: Generator<string[], void>;
  /** Cells that hold an Excel error such as #REF!, which are empty here; complete at the end. */
  readonly errorCells: () => number;
}

const DAY = 86_400;
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30) / 1000;
const DAYS_TO_1904 = 1462;
const SHORT_NUMBER = /^-?\d{1,9}(\.\d{1,5})?$/;
/** Excel has no more. */
const MOST_COLUMNS = 16_384;

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
}

export function sheetRows(bytes: Uint8Array, parts: WorkbookParts): SheetRows {
  let errors = 0;
  let done: string[][] = [];
  let row: string[] = [];
  let written = 0;
  let number = 0;
  let cell: OpenCell | undefined;
  let inValue = false;
  let inPhonetic = false;
  const reading = readXml(bytes, {
    open: (name, attribute) => {
      if (name === "row") {
        row = [];
        number = Number(attribute("r") ?? number + 1);
      } else if (name === "c") {
        cell = {
          column: columnOf(attribute("r")) ?? row.length,
          type: attribute("t") ?? "n",
          style: Number(attribute("s") ?? 0),
          text: "",
        };
      } else if (name === "rPh") inPhonetic = true;
      inValue = cell !== undefined && !inPhonetic && (name === "v" || name === "t");
    },
    text: (more) => {
      if (inValue && cell) cell.text += more;
    },
    close: (name) => {
      inValue = false;
      if (name === "rPh") inPhonetic = false;
      if (name === "c" && cell) {
        if (cell.type === "e") errors += 1;
        const text = textOf(cell, parts);
        if (text !== "" && cell.column < MOST_COLUMNS) row[cell.column] = text;
        cell = undefined;
      }
      // What is formatted and empty is not there: many sheets have a million such rows.
      if (name !== "row" || row.length === 0) return;
      for (written += 1; written < number; written += 1) done.push([]);
      done.push(row);
    },
  });
  function* rows(): Generator<string[], void> {
    for (const _ of reading) {
      yield* done;
      done = [];
    }
    yield* done;
  }
  return { rows: rows(), errorCells: () => errors };
}

function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf({ type, style, text }: OpenCell, { strings, isDate, from1904 }: WorkbookParts): string {
  switch (type) {
    case "s":
      return strings[Number(text)] ?? "";
    case "b":
      return text === "1" ? "true" : "false";
    case "e":
      return "";
    case "n":
      return isDate[style] === true ? dateOf(text, from1904) : shownNumber(text);
    default:
      // inlineStr, the text of a formula, or a date as ISO 8601.
      return unescaped(text);
  }
}

/** Excel shows 15 digits of the 17 that it stores: 0.1, not 0.10000000000000001. */
function shownNumber(stored: string): string {
  if (SHORT_NUMBER.test(stored)) return stored;
  const number = Number(stored);
  return stored !== "" && Number.isFinite(number) ? String(Number(number.toPrecision(15))) : stored;
}

function dateOf(stored: string, from1904: boolean): string {
  const days = Number(stored);
  if (stored === "" || !Number.isFinite(days) || days < 0 || days > 3_000_000) return stored;
  const seconds = EXCEL_DAY_0 + Math.round((days + (from1904 ? DAYS_TO_1904 : 0)) * DAY);
  const text = new Date(seconds * 1000).toISOString();
  // Under a day it is a time of the clock or a length of time.
  if (days < 1) return text.slice(11, 19);
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}
