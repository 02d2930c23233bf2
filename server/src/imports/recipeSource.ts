// One table of a recipe as a source of rows: joins, leaves out with a reason, maps values, makes long rows of wide
// ones. What the rows mean is checked afterwards, as for any import.
import { Refusal } from "./checkCell";
import type { SourceRow } from "./checkRow";
import type { TableSchema } from "./field";
import type { Problems } from "./problems";
import type { LeftOut } from "./receipt";
import type { ColumnRef, RecipeCondition, RecipeTable, RecipeValue } from "./recipe";
import { isColumn } from "./recipeColumns";
import type { NamedRow, RecipeReader } from "./recipeReader";
import type { TableSource } from "./stageRows";

type Joined = ReadonlyMap<string, NamedRow>;
const UNMAPPED = new Refusal("The value is not in the recipe's list for this column.");

export class RecipeSource implements TableSource {
  readonly file: string;
  private refused = 0;
  private readonly reasons = new Map<string, number>();
  private readonly columns: readonly (readonly (string | null)[])[];

  constructor(
    readonly schema: TableSchema,
    private readonly recipe: RecipeTable,
    private readonly reader: RecipeReader,
    private readonly problems: Problems,
  ) {
    this.file = reader.fileOf(recipe.rows).path;
    this.columns = recipe.each.map((columns) => schema.fields.map(({ name }) => columnOf(columns.get(name))));
  }

  counted(): { leftOut: number; refused: number } {
    return {
      leftOut: [...this.reasons.values()].reduce((sum, rows) => sum + rows, 0),
      refused: this.refused,
    };
  }

  columnOf(field: string): string | null {
    return columnOf(this.recipe.each[0]?.get(field));
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
    const { recipe, reader } = this;
    const long = recipe.each.length;
    const joined = new Map<string, ReadonlyMap<string, NamedRow>>();
    for (const name of recipe.join) joined.set(name, await reader.byId(name));
    const id = reader.fileOf(recipe.rows).id;
    const refuse = () => {
      this.refused += long;
    };
    for await (const { row, values } of reader.rows(recipe.rows, refuse)) {
      const files = new Map([[recipe.rows, values]]);
      const stranger = this.joinTo(files, joined, values.get(id) ?? "");
      if (stranger !== undefined) {
        refuse();
        this.problems.add(this.file, row, id, `No row with this id in ${reader.fileOf(stranger).path}.`);
        continue;
      }
      const reason = recipe.leaveOut.find(({ where }) => holds(where, files));
      if (reason !== undefined) this.leaveOut(reason.because, long);
      else yield* this.longRows(row, files);
    }
  }

  /** Adds the joined rows; returns the file that has none with this id. Its own faults are noted where it is read. */
  private joinTo(
    files: Map<string, NamedRow>,
    joined: ReadonlyMap<string, Joined>,
    id: string,
  ): string | undefined {
    for (const [name, rows] of joined) {
      const match = rows.get(id);
      if (match === undefined) return name;
      files.set(name, match);
    }
    return undefined;
  }

  private *longRows(row: number, files: Joined): Generator<SourceRow> {
    const { schema, recipe } = this;
    for (const [nth, columns] of recipe.each.entries()) {
      const named = this.columns[nth] ?? [];
      if (recipe.needs !== null && valueOf(columns.get(recipe.needs), files) === "") {
        this.leaveOut(`No value in ${columnOf(columns.get(recipe.needs)) ?? recipe.needs}`, 1);
        continue;
      }
      yield {
        row,
        cells: schema.fields.map(({ name }) => valueOf(columns.get(name), files)),
        columns: named,
      };
    }
  }

  private leaveOut(because: string, rows: number): void {
    this.reasons.set(because, (this.reasons.get(because) ?? 0) + rows);
  }
}

const textOf = ({ file, column }: ColumnRef, files: Joined): string => files.get(file)?.get(column) ?? "";

function valueOf(value: RecipeValue | undefined, files: Joined): string | Refusal {
  if (value === undefined) return "";
  if (!isColumn(value)) return value.constant;
  const text = textOf(value, files);
  return text === "" || value.values === undefined ? text : (value.values.get(text) ?? UNMAPPED);
}

function holds(condition: RecipeCondition, files: Joined): boolean {
  if ("all" in condition) return condition.all.every((one) => holds(one, files));
  if ("any" in condition) return condition.any.some((one) => holds(one, files));
  const text = textOf(condition, files);
  return "missing" in condition ? (text === "") === condition.missing : condition.is.includes(text);
}

const columnOf = (value: RecipeValue | undefined): string | null =>
  value !== undefined && "column" in value ? value.column : null;
