// The files of an extract: each table under its name, whatever its case.
import { extname, join } from "node:path";
import { ExportFiles, type ExportFile } from "../clinical/exportFiles";
import { cdmTables, type CdmTableName } from "./cdmTables";

export interface CdmFile extends ExportFile {
  readonly table: CdmTableName;
  /** Holds rows of questionnaires: it is read a second time. */
  hasScores: boolean;
}

const ENDINGS = [".csv", ".tsv", ".txt"];

/** The table that a file is called after; null: no file of a table. */
export function tableNamed(file: string): string | null {
  const ending = extname(file);
  return ENDINGS.includes(ending.toLowerCase()) ? file.slice(0, -ending.length).toLowerCase() : null;
}

export class CdmFiles extends ExportFiles<CdmFile> {
  constructor(folder: string, files: ReadonlyMap<string, string>) {
    super(
      (Object.keys(cdmTables) as CdmTableName[]).flatMap((table) => {
        const name = files.get(table);
        return name === undefined
          ? []
          : [{ table, name, path: join(folder, name), offset: 0, rows: 0, hasScores: false }];
      }),
    );
  }

  named(...tables: readonly CdmTableName[]): string {
    const found = this.all.filter(({ table }) => tables.includes(table)).map(({ name }) => name);
    return found.join(", ") || "no file";
  }
}
