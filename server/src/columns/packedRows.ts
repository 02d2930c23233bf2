// Counted rows as one array, which goes from thread to thread as it is: objects would be copied one by one.
import type { CountedRow } from "../queries/counting";

export interface PackedRows {
  readonly names: readonly string[];
  /** Row after row, each with a value under every name; NaN stands for null. */
  readonly values: Float64Array<ArrayBuffer>;
}

/** Rows of the same names, as those of one tally are. */
export function packed(rows: readonly CountedRow[]): PackedRows {
  const names = Object.keys(rows[0] ?? {});
  const values = new Float64Array(rows.length * names.length);
  let at = 0;
  for (const row of rows) for (const name of names) values[at++] = row[name] ?? NaN;
  return { names, values };
}

export function unpacked({ names, values }: PackedRows): CountedRow[] {
  const rows: CountedRow[] = [];
  for (let at = 0; at < values.length;) {
    const row: Record<string, number | null> = {};
    for (const name of names) {
      const value = values[at++] as number;
      row[name] = Number.isNaN(value) ? null : value;
    }
    rows.push(row);
  }
  return rows;
}
