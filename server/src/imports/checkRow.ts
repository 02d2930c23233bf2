// One row of a table: its cells in plain notation, without identifiers, each checked and then against each other.
// Not here: rows against rows (checkStaged.ts).
import { plainNotation } from "./cellNotation";
import { checkAcross } from "./checkAcross";
import { checkCell, Refusal } from "./checkCell";
import { identifierDetector } from "./detectIdentifier";
import type { Field, TableSchema } from "./field";
import { scores } from "./tableSchemas";
import { OUT_OF_NOTE, totalOutOf } from "./totalOutOf";

export interface SourceRow {
  readonly row: number;
  /** One cell a field of the table, in the fields' order; "" = missing. A recipe may refuse a cell by itself. */
  readonly cells: readonly (string | Refusal)[];
  /** The file's own column names, for the receipt, in the fields' order; null = no column stands behind it. */
  readonly columns: readonly (string | null)[];
}

export interface Saying {
  readonly report: (field: number | null, rule: string) => void;
  readonly note: (field: number, what: string) => void;
}

/** Replaces a patient's key by an id, where that was asked for. */
export type ReplacePatient = (key: string) => string;

/**
 * Makes the check of a row: its values for COPY, or null where a key is missing or wrong, since then the row cannot
 * be matched with others. Other refused cells become null: the rest of the row can still be judged.
 */
export function rowChecker(
  schema: TableSchema,
  replacePatient: ReplacePatient | null,
): (source: SourceRow, saying: Saying) => (string | null)[] | null {
  const cells = schema.fields.map((field) => remembering(cellJudge(field, replacePatient)));
  const isKey = schema.fields.map(({ name }) => schema.key.includes(name));
  const place = new Map(schema.fields.map(({ name }, at) => [name, at]));
  const across = checkAcross[schema.table];
  const instrument = schema === scores ? (place.get("instrument") ?? -1) : -1;
  const total = place.get("total") ?? -1;
  /** A total out of its highest needs the instrument beside it. */
  const plainTotal = (source: SourceRow, text: string, note: Saying["note"]): string | Refusal => {
    const written = source.cells[instrument];
    const outOf = typeof written === "string" ? totalOutOf(text, written.trim()) : undefined;
    if (typeof outOf === "string") note(total, OUT_OF_NOTE);
    return outOf ?? text;
  };
  return (source, { report, note }) => {
    const values: (string | null)[] = [String(source.row)];
    let keyHolds = true;
    for (let at = 0; at < cells.length; at += 1) {
      const written = source.cells[at] ?? "";
      const cell = at === total && typeof written === "string" ? plainTotal(source, written, note) : written;
      const judged = cell instanceof Refusal ? undefined : cells[at]?.(cell);
      const value = cell instanceof Refusal ? cell : (judged?.value ?? null);
      if (judged?.what) note(at, judged.what);
      if (value instanceof Refusal) {
        report(at, value.rule);
        values.push(null);
        keyHolds &&= !isKey[at];
      } else values.push(value);
    }
    across?.(
      (name) => values[(place.get(name) ?? -1) + 1] ?? null,
      (name, rule) => report(place.get(name) ?? null, rule),
    );
    return keyHolds ? values : null;
  };
}

interface JudgedCell {
  /** Stored text, null for a missing value, or a refusal. */
  readonly value: string | null | Refusal;
  /** What was done to read it. */
  readonly what: string | null;
}
type JudgeCell = (cell: string) => JudgedCell;

// Of days, scores, codes and doses there are fewer; a patient's rows stand together.
const REMEMBERED = 2_000;

/** Columns repeat themselves: the same text is judged once, as long as it is remembered. */
function remembering(judge: JudgeCell): JudgeCell {
  const known = new Map<string, JudgedCell>();
  return (cell) => {
    let judged = known.get(cell);
    if (judged === undefined) {
      judged = judge(cell);
      if (known.size >= REMEMBERED) known.clear();
      known.set(cell, judged);
    }
    return judged;
  };
}

function cellJudge(field: Field, replacePatient: ReplacePatient | null): JudgeCell {
  const check = checkCell(field);
  if (field.kind === "patient" && replacePatient) {
    return (cell) => {
      const { text } = plainNotation(field, cell);
      return { value: text === "" ? check("") : replacePatient(text), what: null };
    };
  }
  const isFree = field.kind === "patient" || field.kind === "text";
  // A number's own rule says what to send instead of a date.
  const apart = field.kind === "whole" || field.kind === "decimal" ? ["date"] : [];
  const detect = identifierDetector(field.kind === "patient" ? "key" : isFree ? "text" : "code", apart);
  return (cell) => {
    if (cell === "") return { value: check(""), what: null };
    const { text, note: what } = plainNotation(field, cell);
    if (isFree) return { value: detect(text) ?? check(text), what };
    const value = check(text);
    // Numbers and codes that hold are no identifiers; what does not hold may be one, and that is the worse fault.
    return { value: value instanceof Refusal ? (detect(text) ?? value) : value, what };
  };
}
