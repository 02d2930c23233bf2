// What a steward has asked for and the server works on, as the page is told of it.
import type { Preview } from "../imports/previewFolder";
import type { Receipt } from "../imports/receipt";

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
