// What separates the columns of a text file, told from its first rows where nobody said.
import { parse } from "csv-parse/sync";

export const delimiters = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
export type Delimiter = (typeof delimiters)[keyof typeof delimiters];
export const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ",": "commas",
  "\t": "tabs",
  ";": "semicolons",
  "|": "vertical bars",
};

// Excel writes and reads a first line like this.
const STATED = /^"?sep=([,;|\t])"?\r?(\n|$)/i;
const JUDGED_ROWS = 50;

export interface Separation {
  /** undefined: two fit equally well. */
  readonly delimiter: Delimiter | undefined;
  /** The first line says what separates the columns, and is no header. */
  readonly isStated: boolean;
}

/** The delimiter that gives every row as many cells as the header; of several the one with most columns. */
export function separationOf(head: string): Separation {
  const stated = STATED.exec(head)?.[1] as Delimiter | undefined;
  if (stated !== undefined) return { delimiter: stated, isStated: true };
  const found = Object.values(delimiters).map((delimiter) => ({ delimiter, ...shapeUnder(delimiter, head) }));
  const even = found.filter(({ columns, isEven }) => columns > 1 && isEven);
  const judged = even.length > 0 ? even : found;
  const most = Math.max(...judged.map(({ columns }) => columns));
  if (most <= 1) return { delimiter: ",", isStated: false };
  const best = judged.filter(({ columns }) => columns === most);
  return { delimiter: best.length === 1 ? best[0]?.delimiter : undefined, isStated: false };
}

function shapeUnder(delimiter: Delimiter, head: string): { columns: number; isEven: boolean } {
  try {
    const rows: string[][] = parse(head, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: JUDGED_ROWS,
    });
    const columns = rows[0]?.length ?? 0;
    return { columns, isEven: rows.every((row) => row.length === columns) };
  } catch {
    return { columns: 0, isEven: false };
  }
}
