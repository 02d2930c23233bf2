// The files of an export, in the order in which they are read, and their rows as numbers of the whole export: what the
// database calls a row is found again by file and row.
export interface ExportFile {
  readonly name: string;
  readonly path: string;
  /** Its row 1 is this number and one. */
  offset: number;
  rows: number;
}

/** Rows of two files are never neighbours, so that a run of problems stays in one file. */
const BETWEEN = 1;

export class ExportFiles<File extends ExportFile = ExportFile> {
  constructor(readonly all: readonly File[]) {}

  begin(file: File): void {
    const before = this.all[this.all.indexOf(file) - 1];
    file.offset = before === undefined ? 0 : before.offset + before.rows + BETWEEN;
  }

  placeOf(row: number): { readonly file: string; readonly row: number } {
    const file = this.all.findLast(({ offset }) => offset < row);
    return { file: file?.name ?? "", row: row - (file?.offset ?? 0) };
  }
}
