// What a backup says of itself. The file is compressed (gzip) and holds, one after the other: the head as a line of JSON; of
// each table its rows as COPY gives them, in blocks, each behind a line with its length, up to a length of 0; and the
// manifest as a line of JSON, which comes last because only then the hashes are known.

export const FORMAT = "afterglow-backup";
export const FORMAT_VERSION = 1;

export interface BackupHead {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** When it was begun, UTC. */
  readonly at: string;
  /** Version of Postgres that it came from. */
  readonly postgres: string;
  /** Names of the migrations that made its tables, the oldest first. */
  readonly migrations: readonly string[];
  /** In the order of the file. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** Lines of the audit, and the hash of the last. */
  readonly audit: { readonly lines: number; readonly last: string };
}

export interface Manifest {
  readonly tables: readonly TableSum[];
}
export interface TableSum {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 over the table's rows as they stand in the file. */
  readonly sha256: string;
}

/** What is done so far: for one line that is written over. */
export type OnProgress = (done: {
  readonly table: string;
  readonly at: number;
  readonly of: number;
  readonly bytes: number;
}) => void;
