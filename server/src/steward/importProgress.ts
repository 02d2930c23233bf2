// How far an import is, file by file, from what the importer says of itself.
import type { JobFile } from "@afterglow/shared";
import type { ImportProgress } from "../imports/bringIn";
import type { ReceivedFile } from "./appendPiece";

const COUNTED = /\.(csv|tsv|txt|ndjson)$/i;
const TABLE = /\.(csv|tsv|txt|ndjson|json|xlsx)$/i;
const NO_TABLE = /^(datapackage|recipe)\.json$/i;

export function waitingFiles(files: ReadonlyMap<string, ReceivedFile>): JobFile[] {
  return [...files]
    .filter(([file]) => TABLE.test(file) && !NO_TABLE.test(file))
    .map(([file, { lineEnds }]) => ({
      file,
      table: null,
      row: 0,
      // Without the header's line. A line end within quotes counts as one: it is about so many.
      ofRows: COUNTED.test(file) ? Math.max(0, lineEnds - 1) : null,
      state: "WAITING",
    }));
}

export function afterProgress(files: readonly JobFile[], done: ImportProgress): JobFile[] {
  // Only what the importer opened is told of in the end: a folder may hold what a recipe ignores.
  if (done.step !== "reading")
    return files.filter(({ state }) => state !== "WAITING").map((file) => ({ ...file, state: "READ" }));
  return files.map((file) => {
    if (file.file === done.file) return { ...file, table: done.table, row: done.fileRow, state: "READING" };
    return file.state === "READING" ? { ...file, state: "READ" } : file;
  });
}
