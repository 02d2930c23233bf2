// An extract of the OMOP CDM 5.4 as an import: a folder of its tables as CSV, its CONCEPT file, and a datapackage.json
// beside them that says of which dataset it is. docs/omop.md says what becomes of what.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Import, ImportOptions } from "../bringIn";
import { ClinicalExport } from "../clinical/clinicalExport";
import { clinicalImport } from "../clinical/clinicalImport";
import { filesOf, isTableFile } from "../importPackage";
import { Notes } from "../notes";
import { Problems } from "../problems";
import { CdmFiles, tableNamed } from "./cdmFiles";
import { isCdmTable, isVocabularyTable, unreadTables, vocabularyTables } from "./cdmTables";
import { Concepts, type VocabularyFiles } from "./concepts";
import { omopNaming } from "./naming";
import { emergentRows, scoreRows } from "./rows";
import { Survey } from "./survey";

/** The files of a folder by the names of their tables; null where it is another form. */
export async function omopFilesOf(folder: string): Promise<readonly string[] | null> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return null;
  const files = await filesOf(folder);
  const tables = files.map(tableNamed).filter((table) => table !== null);
  const others = tables.filter((table) => table !== "person");
  const isOmop = others.some((table) => isCdmTable(table) || isVocabularyTable(table));
  return tables.includes("person") && isOmop ? files : null;
}

export async function openOmop(
  folder: string,
  files: readonly string[],
  options: ImportOptions,
): Promise<Import> {
  const problems = new Problems();
  const notes = new Notes();
  const tables = sorted(files, problems, notes);
  const cdm = new CdmFiles(folder, tables);
  const concepts = new Concepts(problems, notes);
  const whole = new ClinicalExport(cdm, omopNaming, problems, notes, (gathered) =>
    new Survey(gathered, cdm, concepts, problems, notes).read(vocabulariesOf(folder, tables, problems)),
  );
  const names = {
    course: cdm.named("person"),
    session: cdm.named("drug_exposure", "procedure_occurrence"),
    score: cdm.named("measurement", "observation"),
    side_effect: cdm.named("condition_occurrence", "observation"),
  };
  const rows = { scores: scoreRows(cdm, concepts), sideEffects: emergentRows };
  return clinicalImport({ path: folder, folder, files: names }, whole, rows, options);
}

const STRANGER = "Is no CSV of a table of the OMOP CDM 5.4. Import other tables by themselves.";

/** The files by their tables. A file that is none of OMOP's would be left behind without a word. */
function sorted(files: readonly string[], problems: Problems, notes: Notes): ReadonlyMap<string, string> {
  const tables = new Map<string, string>();
  for (const file of files) {
    const table = tableNamed(file);
    if (table !== null && unreadTables.has(table))
      notes.add(file, null, "Is not opened: nothing in it is read.", null);
    else if (table === null || !(isCdmTable(table) || isVocabularyTable(table))) {
      // Athena sends a readme along.
      if (isTableFile(file)) problems.add(file, null, null, STRANGER);
    } else if (tables.has(table))
      problems.add(file, null, null, `Stands beside ${tables.get(table) ?? ""}: which of them counts?`);
    else tables.set(table, file);
  }
  return tables;
}

function vocabulariesOf(
  folder: string,
  tables: ReadonlyMap<string, string>,
  problems: Problems,
): VocabularyFiles {
  if (!tables.has("concept"))
    problems.addUnreadable(
      "CONCEPT.csv",
      null,
      null,
      "The file is missing: without the vocabulary release of the extract its concept ids mean nothing.",
    );
  const found = Object.keys(vocabularyTables).flatMap((table) => {
    const name = tables.get(table);
    return name === undefined ? [] : [[table, { name, path: join(folder, name) }] as const];
  });
  return Object.fromEntries(found);
}
