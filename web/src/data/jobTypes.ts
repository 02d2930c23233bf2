// What the steward's addresses answer, as the page reads it.
export interface Note {
  readonly file: string;
  readonly column: string | null;
  readonly what: string;
  readonly count: number | null;
}
export interface Problem {
  readonly file: string;
  readonly row: number | null;
  readonly lastRow: number | null;
  readonly column: string | null;
  readonly rule: string;
  readonly count: number;
}
export interface FileReceipt {
  readonly file: string;
  readonly table: string;
  readonly rows: number;
  readonly inserted: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly leftOut: number;
}
export interface Receipt {
  readonly dataset: string;
  readonly source: string;
  readonly files: readonly FileReceipt[];
  readonly leftOut: readonly { file: string; table: string; because: string; rows: number }[];
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly written: boolean;
  readonly dryRun: boolean;
}
export interface KeptReceipt {
  readonly id: number;
  readonly importedAt: string;
  readonly source: string;
  readonly inserted: number;
  readonly unchanged: number;
  readonly receipt: Receipt | null;
}
export interface PreviewedTable {
  readonly table: string;
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly judgedRows: number;
  readonly whole: boolean;
}
export interface Preview {
  readonly dataset: { readonly name: string; readonly title: string } | null;
  readonly tables: readonly PreviewedTable[];
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}
export interface JobFile {
  readonly file: string;
  readonly table: string | null;
  readonly row: number;
  readonly ofRows: number | null;
  readonly state: "WAITING" | "READING" | "READ";
}
export type JobKind = "PREVIEW" | "DRY_RUN" | "IMPORT" | "PUBLISH";
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly status: "WAITING" | "RUNNING" | "DONE" | "FAILED" | "STOPPED";
  readonly step: "reading" | "checking" | "writing" | null;
  readonly files: readonly JobFile[];
  readonly failure: string | null;
  readonly receipt?: Receipt;
  readonly preview?: Preview;
  readonly release?: string;
}
export interface Quality {
  readonly patients: number;
  readonly courses: number;
  readonly visits: readonly { readonly visit: string; readonly due: number; readonly received: number }[];
  readonly assessments: readonly { readonly days: number; readonly courses: number }[];
  readonly clinics: readonly {
    readonly clinic: string;
    readonly courses: number;
    readonly withLaterScore: number;
  }[];
}
/** One that this server knows, or a file that was sent. */
export type RecipeChoice = { readonly known: string } | { readonly file: string } | null;

export const isOver = ({ status }: Job): boolean => status !== "WAITING" && status !== "RUNNING";
export const numberText = (n: number): string => n.toLocaleString("en-GB");
