// One export of a record system while it is imported, whatever its form: read through once when the first row is asked
// for, then made into the rows of the four tables. What each table takes from it stands in courseRows.ts,
// sideEffectRows.ts and scoreRows.ts.
import type { SourceRow } from "../checkRow";
import type { TableSchema } from "../field";
import type { Notes } from "../notes";
import type { Problems } from "../problems";
import type { TableSource } from "../stageRows";
import type { TableName } from "../tableSchemas";
import type { ExportFiles } from "./exportFiles";
import { Gathered } from "./gathered";
import type { Cells, Naming } from "./naming";
import { People } from "./people";

export interface Known {
  readonly gathered: Gathered;
  readonly people: People;
}

export class ClinicalExport {
  readonly gathered = new Gathered();
  private known: Promise<Known | null> | undefined;

  constructor(
    readonly files: ExportFiles,
    readonly naming: Naming,
    readonly problems: Problems,
    readonly notes: Notes,
    private readonly read: (gathered: Gathered) => Promise<void>,
  ) {}

  /** null: a file could not be read to its end, and nothing can be judged that may refer to it. */
  know(): Promise<Known | null> {
    const { gathered } = this;
    this.known ??= this.read(gathered).then(() =>
      gathered.isBroken ? null : { gathered, people: new People(this) },
    );
    return this.known;
  }

  refuse(table: TableName, row: number, element: string, rule: string): void {
    const place = this.files.placeOf(row);
    this.gathered.tallies[table].refuse();
    this.problems.add(place.file, place.row, element, rule);
  }

  leaveOut(table: TableName, row: number, because: string): void {
    this.gathered.tallies[table].leaveOut(this.files.placeOf(row).file, because);
  }

  note(row: number, element: string, what: string): void {
    this.notes.add(this.files.placeOf(row).file, element, what);
  }
}

export interface ClinicalRow {
  readonly row: number;
  readonly cells: Cells;
}

export type RowsOf = (
  whole: ClinicalExport,
  known: Known,
) => AsyncIterable<ClinicalRow> | Iterable<ClinicalRow>;

/** A table of the export, out of `file`; `rowsOf` makes its rows. */
export function clinicalSource(
  schema: TableSchema,
  whole: ClinicalExport,
  file: string,
  rowsOf: RowsOf,
): TableSource {
  const tally = whole.gathered.tallies[schema.table];
  const elements = whole.naming.fields[schema.table];
  const columns = schema.fields.map(({ name }) => elements[name] ?? null);
  async function* rows(): AsyncGenerator<SourceRow> {
    const known = await whole.know();
    if (known === null) return;
    for await (const { row, cells } of rowsOf(whole, known))
      yield { row, cells: schema.fields.map(({ name }) => cells[name] ?? ""), columns };
  }
  return {
    schema,
    file,
    rows,
    counted: () => ({ leftOut: tally.leftOut, refused: tally.refused }),
    columnOf: (field) => elements[field] ?? null,
    placeOf: (row) => whole.files.placeOf(row),
  };
}
