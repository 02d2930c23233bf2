// What an import did, by file and table, as the server counts it and the page, the command and the file show it: what
// became of every row, what was left out and why, and what is wrong by file, row, column and rule. Never a value.

/**
 * What becomes of a row: one of these, so that the rows of a file are their sum. The one place that says so.
 * - inserted: it is new.
 * - superseded: a row of the same key was imported before with other values, and this one takes its place.
 * - unchanged: already there, the same; or the same row twice in the file.
 * - rejected: of a refused import all rows, since nothing is written.
 * - leftOut: by the recipe, by what FHIR and OMOP are read for, or because the patient or the course was withdrawn; the reasons stand in `leftOut`.
 */
export const rowFates = ["inserted", "superseded", "unchanged", "rejected", "leftOut"] as const;
export type RowFate = (typeof rowFates)[number];
export type RowCounts = Readonly<Record<RowFate, number>>;

export const rowFateLabels: Readonly<Record<RowFate, string>> = {
  inserted: "Inserted",
  superseded: "Superseded",
  unchanged: "Unchanged",
  rejected: "Rejected",
  leftOut: "Left out",
};

export const noRows: RowCounts = { inserted: 0, superseded: 0, unchanged: 0, rejected: 0, leftOut: 0 };

export interface FileReceipt extends RowCounts {
  readonly file: string;
  /** The source table that the rows go to; "none" for what makes no row of any. */
  readonly table: string;
  /** As many as `accountedFor`. */
  readonly rows: number;
}

export const accountedFor = (counts: RowCounts): number =>
  rowFates.reduce((sum, fate) => sum + counts[fate], 0);

const seldom: readonly RowFate[] = ["superseded", "leftOut"];

/** The columns of a receipt's table: what seldom happens only where it did. */
export const shownFates = (files: readonly RowCounts[]): RowFate[] =>
  rowFates.filter((fate) => !seldom.includes(fate) || files.some((counts) => counts[fate] > 0));

export interface LeftOut {
  readonly file: string;
  readonly table: string;
  readonly because: string;
  readonly rows: number;
}

/** What was detected, converted or merged to be able to read a file. Nothing is wrong with it. */
export interface Note {
  readonly file: string;
  readonly column: string | null;
  readonly what: string;
  /** Cells or rows; null: the whole file. */
  readonly count: number | null;
}

export interface Problem {
  readonly file: string;
  /** First row; 1 is the first after the header. null: the file or its header. */
  readonly row: number | null;
  /** Last row of the run. */
  readonly lastRow: number | null;
  readonly column: string | null;
  readonly rule: string;
  readonly count: number;
}

export interface Receipt {
  readonly dataset: string;
  /** Name of the folder, without its path. */
  readonly source: string;
  readonly files: readonly FileReceipt[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
  /** At most 1,000 entries; `problemCount` counts all. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly written: boolean;
  readonly dryRun: boolean;
}

/** Of an import that was committed. */
export interface KeptReceipt {
  readonly id: number;
  /** UTC, as in 2026-01-31T10:00:00.000Z. */
  readonly importedAt: string;
  /** Name of the folder. */
  readonly source: string;
  readonly inserted: number;
  readonly superseded: number;
  readonly unchanged: number;
  /** null: of an import before receipts were kept whole. */
  readonly receipt: Receipt | null;
}
