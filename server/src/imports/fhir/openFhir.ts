// A FHIR R4 export as an import: a folder of NDJSON and Bundles, or one such file, and a datapackage.json beside it that
// says of which dataset it is, since FHIR does not. docs/fhir.md says what becomes of what.
import { stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { Import, ImportOptions } from "../bringIn";
import { ClinicalExport } from "../clinical/clinicalExport";
import { clinicalImport } from "../clinical/clinicalImport";
import { sideEffectRows } from "../clinical/sideEffectRows";
import { filesOf, isTableFile } from "../importPackage";
import { Notes } from "../notes";
import { Problems } from "../problems";
import { headOf } from "../readCsv";
import { DESCRIPTOR } from "../readDescriptor";
import { FhirFiles } from "./fhirFiles";
import { fhirNaming } from "./naming";
import { isLines } from "./readResources";
import { scoreRows } from "./scoreRows";
import { Survey } from "./survey";

const HEAD = 64 * 1024;

/** The FHIR files of a folder, or the file itself; none where it is another form. */
export async function fhirFilesOf(path: string): Promise<string[]> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => null,
  );
  if (isFile === null) return [];
  const paths = isFile ? [path] : (await filesOf(path)).map((file) => join(path, file));
  const found: string[] = [];
  for (const one of paths) if (await isFhir(one)) found.push(one);
  return found;
}

async function isFhir(path: string): Promise<boolean> {
  if (isLines(path)) return true;
  if (extname(path).toLowerCase() !== ".json" || basename(path) === DESCRIPTOR) return false;
  const head = await headOf(path, HEAD).catch(() => Buffer.alloc(0));
  return /"resourceType"\s*:/.test(head.toString("utf8"));
}

export async function openFhir(
  path: string,
  paths: readonly string[],
  options: ImportOptions,
): Promise<Import> {
  const isFile = paths[0] === path;
  const folder = isFile ? dirname(path) : path;
  const problems = new Problems();
  for (const file of isFile ? [] : await filesOf(folder))
    if (isTableFile(file))
      problems.add(file, null, null, "Is no FHIR, and stands beside it. Import tables by themselves.");
  const files = new FhirFiles(paths);
  const whole = new ClinicalExport(files, fhirNaming, problems, new Notes(), (gathered) =>
    new Survey(gathered, files, problems).read(),
  );
  const names = {
    course: files.named("Patient"),
    session: files.named("Procedure", "MedicationAdministration"),
    score: files.named("Observation", "QuestionnaireResponse"),
    side_effect: files.named("AdverseEvent"),
  };
  const rows = { scores: scoreRows(files), sideEffects: sideEffectRows };
  return clinicalImport({ path, folder, files: names }, whole, rows, options);
}
