// What a steward has asked for and the server works on, as the page is told of it: previews, dry runs, imports, releases.
import type { Note, Problem, Receipt } from "./receipt";

export const jobKinds = ["PREVIEW", "DRY_RUN", "IMPORT", "PUBLISH"] as const;
export type JobKind = (typeof jobKinds)[number];
export type JobStatus = "WAITING" | "RUNNING" | "DONE" | "FAILED" | "STOPPED";

export interface JobFile {
  readonly file: string;
  /** The table that its rows go to, while it is read. */
  readonly table: string | null;
  /** The row that was read last. */
  readonly row: number;
  /** About how many it has; null: not known before it was read. */
  readonly ofRows: number | null;
  readonly state: "WAITING" | "READING" | "READ";
}

export interface JobResult {
  readonly receipt?: Receipt;
  /** Holds values: for the person alone who sent the files. */
  readonly preview?: Preview;
  /** The release that was published, as demo.4. */
  readonly release?: string;
}

export interface Job extends JobResult {
  readonly id: string;
  readonly kind: JobKind;
  readonly status: JobStatus;
  /** Of an import. */
  readonly step: "reading" | "checking" | "writing" | null;
  readonly files: readonly JobFile[];
  /** Why it failed. */
  readonly failure: string | null;
}

export const isOver = ({ status }: Job): boolean => !["WAITING", "RUNNING"].includes(status);

export interface PreviewedTable {
  readonly table: string;
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly judgedRows: number;
  /** The table has no more rows than those. */
  readonly whole: boolean;
}

export interface Preview {
  readonly dataset: { readonly name: string; readonly title: string } | null;
  readonly tables: readonly PreviewedTable[];
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

/** One that the server knows by this name, or a file of the upload. */
export type RecipeChoice = { readonly known: string } | { readonly file: string } | null;
