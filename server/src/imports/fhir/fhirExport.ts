// One export while it is imported: read through once when the first row is asked for, then made into the rows of the
// four tables. What each table takes from it stands in courseRows.ts, sideEffectRows.ts and scoreRows.ts.
import type { SourceRow } from "../checkRow";
import type { TableSchema } from "../field";
import type { Notes } from "../notes";
import type { Problems } from "../problems";
import type { TableSource } from "../stageRows";
import type { ResourceType } from "./elements";
import type { FhirFiles } from "./fhirFiles";
import { People } from "./people";
import { Survey } from "./survey";
import type { Tally } from "./tally";

export interface Known {
  readonly survey: Survey;
  readonly people: People;
}

/** Cells by field; a field that is not named is empty. */
export type Cells = Readonly<Record<string, string>>;

export class FhirExport {
  readonly survey: Survey;
  private known: Promise<Known> | undefined;

  constructor(
    readonly files: FhirFiles,
    readonly problems: Problems,
    readonly notes: Notes,
  ) {
    this.survey = new Survey(files, problems);
  }

  know(): Promise<Known> {
    this.known ??= this.survey.read().then((survey) => ({
      survey,
      people: new People(
        survey,
        (table, row, element, rule) => this.refuse(table, row, element, rule),
        (row) => this.leaveOut("course", row, "The same patient again"),
      ),
    }));
    return this.known;
  }

  refuse(table: TableSchema["table"], row: number, element: string, rule: string): void {
    const place = this.files.placeOf(row);
    this.survey.tallies[table].refuse();
    this.problems.add(place.file, place.row, element, rule);
  }

  leaveOut(table: TableSchema["table"], row: number, because: string): void {
    this.survey.tallies[table].leaveOut(this.files.placeOf(row).file, because);
  }

  note(row: number, element: string, what: string): void {
    this.notes.add(this.files.placeOf(row).file, element, what);
  }
}

/** A table of the export; `rowsOf` makes its rows, `elements` says which element stands behind which field. */
export function fhirSource(
  schema: TableSchema,
  types: readonly ResourceType[],
  whole: FhirExport,
  elements: Cells,
  rowsOf: (known: Known) => AsyncIterable<FhirRow> | Iterable<FhirRow>,
): TableSource {
  const tally: Tally = whole.survey.tallies[schema.table];
  const columns = schema.fields.map(({ name }) => elements[name] ?? null);
  async function* rows(): AsyncGenerator<SourceRow> {
    const known = await whole.know();
    if (known.survey.isBroken) return;
    for await (const { row, cells } of rowsOf(known))
      yield { row, cells: schema.fields.map(({ name }) => cells[name] ?? ""), columns };
  }
  return {
    schema,
    file: whole.files.named(...types),
    rows,
    counted: () => ({ leftOut: tally.leftOut, refused: tally.refused }),
    columnOf: (field) => elements[field] ?? null,
    placeOf: (row) => whole.files.placeOf(row),
  };
}

export interface FhirRow {
  readonly row: number;
  readonly cells: Cells;
}
