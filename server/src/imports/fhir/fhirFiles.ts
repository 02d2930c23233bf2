// The files of a FHIR export: which come first, and which may hold resources of a type.
import { basename } from "node:path";
import { ExportFiles, type ExportFile } from "../clinical/exportFiles";
import { allowedElements, type ResourceType } from "./elements";

export interface FhirFile extends ExportFile {
  readonly types: Set<ResourceType>;
}

/** Medicines first, since administrations refer to them; otherwise a reference waits until all is read. */
const FIRST = /^Medication(?!Administration)/i;

export class FhirFiles extends ExportFiles<FhirFile> {
  constructor(paths: readonly string[]) {
    const names = [...paths].sort((a, b) => basename(a).localeCompare(basename(b), "en"));
    const first = names.filter((path) => FIRST.test(basename(path)));
    super(
      [...first, ...names.filter((path) => !first.includes(path))].map((path) => ({
        ...{ name: basename(path), path, offset: 0, rows: 0 },
        types: new Set<ResourceType>(),
      })),
    );
  }

  /** The files that are called after these types, or else after none: they may hold any. */
  named(...types: readonly ResourceType[]): string {
    const begins = ({ name }: FhirFile, type: string) => new RegExp(`^${type}(?![A-Za-z])`).test(name);
    const named = this.all.filter((file) => types.some((type) => begins(file, type)));
    const others = this.all.filter(
      (file) => !Object.keys(allowedElements).some((type) => begins(file, type)),
    );
    const names = (named.length > 0 ? named : others).map(({ name }) => name);
    return names.length > 4 ? `${names.length} files` : names.join(", ") || "no file";
  }
}
