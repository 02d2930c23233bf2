// The lines of imports, withdrawals, releases and backups. Like an answer's, they are written before the thing is done: what cannot be written
// down is not done. A line about what then failed at its very last step does no harm.
import type { FileReceipt, Receipt } from "@afterglow/shared";
import { command, type Who } from "./entry";
import type { Audit } from "./openAudit";

export interface RecordedWork {
  /** Just before an import is committed; of rows that it supersedes only how many, by table. */
  readonly importing: (receipt: Pick<Receipt, "dataset" | "files">) => Promise<void>;
  /** Just before the removal of patients, or of this course of theirs, from a dataset is committed; never who they are. */
  readonly withdrawing: (dataset: string, course?: number) => Promise<void>;
  readonly importRefused: () => Promise<void>;
  /** Just before this release (demo.1) is committed. */
  readonly publishing: (release: string) => Promise<void>;
  readonly backingUp: () => Promise<void>;
  /** The one exception: before, there was no audit to write to. */
  readonly restored: () => Promise<void>;
}

/** `who`: the steward at the page; otherwise whoever may use this machine. */
export function recordWork({ record }: Pick<Audit, "record">, who: Who = command): RecordedWork {
  return {
    importing: ({ dataset, files }) =>
      record({ who, what: "IMPORT", question: { dataset, ...supersededIn(files) }, outcome: "DONE" }),
    withdrawing: (dataset, course) =>
      record({
        who,
        what: "WITHDRAWAL",
        question: { dataset, ...(course === undefined ? {} : { course }) },
        outcome: "DONE",
      }),
    importRefused: () => record({ who, what: "IMPORT", outcome: "REFUSED", code: "PROBLEMS" }),
    backingUp: () => record({ who, what: "BACKUP", outcome: "DONE" }),
    restored: () => record({ who, what: "RESTORE", outcome: "DONE" }),
    publishing: (release) => record({ who, what: "PUBLISH", release, outcome: "DONE" }),
  };
}

/** As "score 3"; nothing where nothing was superseded. */
function supersededIn(files: readonly FileReceipt[]): { superseded?: readonly string[] } {
  const superseded = files
    .filter((file) => file.superseded > 0)
    .map((file) => `${file.table} ${file.superseded}`);
  return superseded.length === 0 ? {} : { superseded };
}
