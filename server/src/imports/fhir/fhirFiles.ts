// The files of a FHIR export, in the order in which they are read, and their rows as numbers of the whole export: what
// the database calls a row is found again by file and line.
import { basename } from "node:path";
import { allowedElements, type ResourceType } from "./elements";

export interface FhirFile {
  readonly name: string;
  readonly path: string;
  /** Its row 1 is this number and one. */
  offset: number;
  rows: number;
  readonly types: Set<ResourceType>;
}

/** Medicines first, since administrations refer to them; otherwise a reference waits until all is read. */
const FIRST = /^Medication(?!Administration)/i;
/** Rows of two files are never neighbours, so that a run of problems stays in one file. */
const BETWEEN = 1;

export class FhirFiles {
  readonly all: readonly FhirFile[];

  constructor(paths: readonly string[]) {
    const names = [...paths].sort((a, b) => basename(a).localeCompare(basename(b), "en"));
    const first = names.filter((path) => FIRST.test(basename(path)));
    this.all = [...first, ...names.filter((path) => !first.includes(path))].map((path) => ({
      ...{ name: basename(path), path, offset: 0, rows: 0 },
      types: new Set<ResourceType>(),
    }));
  }

  begin(file: FhirFile): void {
    const before = this.all[this.all.indexOf(file) - 1];
    file.offset = before === undefined ? 0 : before.offset + before.rows + BETWEEN;
  }

  placeOf(row: number): { readonly file: string; readonly row: number } {
    const file = this.all.findLast(({ offset }) => offset < row);
    return { file: file?.name ?? "", row: row - (file?.offset ?? 0) };
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
