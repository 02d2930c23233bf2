// An export of a record system as an import, whatever its form. None says of which dataset it is: a datapackage.json beside
// its files does.
import { basename, join, resolve } from "node:path";
import type { Import, ImportOptions } from "../bringIn";
import { named } from "../importPackage";
import { DESCRIPTOR, readDescriptor, readJson } from "../readDescriptor";
import { courses, scores, sessions, sideEffectEvents, type TableName } from "../tableSchemas";
import { clinicalSource, type ClinicalExport, type RowsOf } from "./clinicalExport";
import { courseRows, sessionRows } from "./courseRows";

export interface ExportPlace {
  /** What was named: a folder, or a file in it. */
  readonly path: string;
  readonly folder: string;
  /** The files that each table's rows come from, in words. */
  readonly files: Readonly<Record<TableName, string>>;
}

export async function clinicalImport(
  { path, folder, files }: ExportPlace,
  whole: ClinicalExport,
  rowsOf: { readonly scores: RowsOf; readonly sideEffects: RowsOf },
  options: ImportOptions,
): Promise<Import> {
  const { problems, notes, gathered } = whole;
  const json = await readJson(join(folder, DESCRIPTOR), DESCRIPTOR, problems);
  const metadata = json === undefined ? undefined : readDescriptor(json, problems);
  return {
    folder: basename(resolve(path)),
    metadata: named(metadata, options),
    metadataFile: DESCRIPTOR,
    sources: [
      clinicalSource(courses, whole, files.course, courseRows),
      clinicalSource(sessions, whole, files.session, sessionRows),
      clinicalSource(scores, whole, files.score, rowsOf.scores),
      clinicalSource(sideEffectEvents, whole, files.side_effect, rowsOf.sideEffects),
    ],
    // Ids of a record system are no random ids.
    replacesPatients: true,
    problems,
    notes,
    leftOut: () => gathered.leftOut(),
    untabled: () => gathered.receipts(),
  };
}
