// One table of a recipe as a source of rows for the import. What the rows mean is checked afterwards, as for any.
import type { LeftOut } from "@afterglow/shared";
import type { SourceRow } from "./checkRow";
import { CourseStarts, type CourseDays } from "./courseStarts";
import type { TableSchema } from "./field";
import type { Notes } from "./notes";
import type { Problems } from "./problems";
import type { RecipeTable } from "./recipe";
import { isColumn } from "./recipeColumns";
import type { RecipeReader } from "./recipeReader";
import { recipeRows, type TakenRow, type Untaken } from "./recipeRows";
import { columnBehind, valueOf } from "./recipeValue";
import type { TableSource } from "./stageRows";

export interface RecipePlace {
  readonly reader: RecipeReader;
  readonly starts: CourseStarts;
  readonly problems: Problems;
  readonly notes: Notes;
}

export class RecipeSource implements TableSource {
  readonly file: string;
  private refused = 0;
  private readonly reasons = new Map<string, number>();
  private readonly columns: readonly (readonly (string | null)[])[];

  constructor(
    readonly schema: TableSchema,
    private readonly recipe: RecipeTable,
    private readonly place: RecipePlace,
  ) {
    this.file = place.reader.fileOf(recipe.rows).path;
    this.columns = recipe.each.map(({ columns }) =>
      schema.fields.map(({ name }) => columnBehind(columns.get(name))),
    );
  }

  counted(): { leftOut: number; refused: number } {
    return {
      leftOut: [...this.reasons.values()].reduce((sum, rows) => sum + rows, 0),
      refused: this.refused,
    };
  }

  columnOf(field: string): string | null {
    return columnBehind(this.recipe.each[0]?.columns.get(field));
  }

  leftOut(): LeftOut[] {
    return [...this.reasons].map(([because, rows]) => ({
      file: this.file,
      table: this.schema.table,
      because,
      rows,
    }));
  }

  async *rows(): AsyncGenerator<SourceRow> {
    const { recipe, place } = this;
    const starts = this.countsFromStart() ? await place.starts.all() : new Map<string, readonly number[]>();
    for await (const taken of recipeRows(recipe, place.reader, this.untaken())) {
      const row = this.rowOf(taken, starts);
      if (row) yield row;
    }
  }

  private rowOf({ row, files, become, nth }: TakenRow, starts: CourseDays): SourceRow | null {
    const { schema, recipe, place } = this;
    const { columns } = become;
    const context = {
      columns,
      files,
      days: (patient: string, course: string) => CourseStarts.of(starts, patient, course),
      note: (column: string, what: string) => place.notes.add(this.file, column, what),
    };
    const cells = schema.fields.map(({ name }) => valueOf(name, columns.get(name), context));
    const { needs } = recipe;
    if (needs !== null && cells[schema.fields.findIndex(({ name }) => name === needs)] === "") {
      this.leaveOut(`No value in ${columnBehind(columns.get(needs)) ?? needs}`, 1);
      return null;
    }
    return { row, cells, columns: this.columns[nth] ?? [] };
  }

  private countsFromStart(): boolean {
    const values = this.recipe.each.flatMap(({ columns }) => [...columns.values()]);
    return values.some(
      (value) =>
        "order" in value || (isColumn(value) && value.date !== undefined && value.since === undefined),
    );
  }

  private untaken(): Untaken {
    const { reader, problems } = this.place;
    const { id = null } = reader.fileOf(this.recipe.rows);
    return {
      refused: (rows) => {
        this.refused += rows;
      },
      leftOut: (because, rows) => this.leaveOut(because, rows),
      stranger: (row, file) =>
        problems.add(this.file, row, id, `No row with this id in ${reader.fileOf(file).path}.`),
    };
  }

  private leaveOut(because: string, rows: number): void {
    this.reasons.set(because, (this.reasons.get(because) ?? 0) + rows);
  }
}
