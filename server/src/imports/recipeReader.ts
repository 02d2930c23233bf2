// The files of a recipe: each read as rows by column name, with missing values made empty; joined ones held whole by
// their id. What is wrong with a file is noted once, however many tables are made from it.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { printable } from "./packageSource";
import type { Problems } from "./problems";
import { readCsv } from "./readCsv";
import type { ColumnRef, Recipe, RecipeCondition, RecipeFile, RecipeValue } from "./recipe";
import { UnreadableFile } from "./utf8Guard";

export type NamedRow = ReadonlyMap<string, string>;
export interface FileRow {
  readonly row: number;
  readonly values: NamedRow;
}

// Joined files hold one row a patient; a file of measurements is the one that is streamed.
const LARGEST_JOINED = 64 * 1024 * 1024;

export class RecipeReader {
  private readonly used = new Map<string, Set<string>>();
  private readonly noted = new Set<string>();
  private readonly held = new Map<string, Promise<ReadonlyMap<string, NamedRow>>>();

  constructor(
    private readonly folder: string,
    private readonly recipe: Recipe,
    private readonly problems: Problems,
  ) {
    for (const { file, column } of references(recipe)) this.usedOf(file).add(column);
  }

  /** Streams a file. `onBadRow` counts rows without the right number of cells. */
  async *rows(name: string, onBadRow: () => void): AsyncGenerator<FileRow> {
    const file = this.fileOf(name);
    const first = !this.noted.has(name);
    this.noted.add(name);
    const report = (row: number | null, column: string | null, rule: string) => {
      if (first) this.problems.add(file.path, row, column, rule);
    };
    let header: readonly string[] = [];
    const missing = new Set(file.missing);
    const reading = readCsv(join(this.folder, file.path), {
      delimiter: file.delimiter,
      onHeader: (columns) => {
        header = columns;
        this.checkHeader(columns, file, this.usedOf(name), (column, rule) => report(null, column, rule));
      },
      onBadRow: (row, rule) => {
        onBadRow();
        report(row, null, rule);
      },
    });
    for await (const { row, cells } of reading) {
      const values = new Map<string, string>();
      header.forEach((column, at) => {
        const text = (cells[at] ?? "").trim();
        values.set(column, missing.has(text) ? "" : text);
      });
      yield { row, values };
    }
  }

  /** A joined file by id. An id that stands twice cannot be joined. */
  byId(name: string): Promise<ReadonlyMap<string, NamedRow>> {
    let held = this.held.get(name);
    if (held === undefined) {
      held = this.hold(name);
      this.held.set(name, held);
    }
    return held;
  }

  fileOf(name: string): RecipeFile {
    const file = this.recipe.files.get(name);
    if (file === undefined) throw new Error("The recipe was not checked.");
    return file;
  }

  private async hold(name: string): Promise<ReadonlyMap<string, NamedRow>> {
    const file = this.fileOf(name);
    const rows = new Map<string, NamedRow>();
    const size = (await stat(join(this.folder, file.path)).catch(() => undefined))?.size ?? 0;
    try {
      if (size > LARGEST_JOINED) throw new UnreadableFile("Is larger than 64 MB, too large to be joined.");
      for await (const { row, values } of this.rows(name, () => undefined)) {
        const id = values.get(file.id) ?? "";
        if (id === "") this.problems.add(file.path, row, file.id, "Is empty, and files are joined by it.");
        else if (rows.has(id)) this.problems.add(file.path, row, file.id, "The same id as an earlier row.");
        else rows.set(id, values);
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      const row = error.line === null || error.line < 2 ? null : error.line - 1;
      this.problems.addUnreadable(file.path, row, error.column, error.rule);
    }
    return rows;
  }

  private checkHeader(
    header: readonly string[],
    file: RecipeFile,
    used: ReadonlySet<string>,
    report: (column: string | null, rule: string) => void,
  ): void {
    const missing = [...used, file.id, ...file.ignore].filter((column) => !header.includes(column));
    if (missing.length > 0) {
      throw new UnreadableFile(
        "The recipe names this column, and the header does not have it.",
        null,
        missing[0],
      );
    }
    for (const column of new Set(header)) {
      if (header.filter((other) => other === column).length > 1) {
        report(printable(column), "Column stands twice in the header.");
      }
      if (!used.has(column) && column !== file.id && !file.ignore.includes(column)) {
        report(printable(column), "Column is not used by the recipe. Use it, or list it under ignore.");
      }
    }
  }

  private usedOf(name: string): Set<string> {
    let used = this.used.get(name);
    if (used === undefined) {
      used = new Set();
      this.used.set(name, used);
    }
    return used;
  }
}

function* references(recipe: Recipe): Generator<ColumnRef> {
  for (const table of recipe.tables) {
    for (const { where } of table.leaveOut) yield* ofCondition(where);
    for (const columns of table.each) for (const value of columns.values()) if (isColumn(value)) yield value;
  }
}

function* ofCondition(condition: RecipeCondition): Generator<ColumnRef> {
  if ("all" in condition) for (const one of condition.all) yield* ofCondition(one);
  else if ("any" in condition) for (const one of condition.any) yield* ofCondition(one);
  else yield condition;
}

export const isColumn = (
  value: RecipeValue | undefined,
): value is Exclude<RecipeValue, { constant: string }> => value !== undefined && "column" in value;
