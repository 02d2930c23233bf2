// The files of a recipe: each read as rows by column name, with missing values made empty; joined ones held whole by
// their id. What is wrong with a file is noted once, however many tables are made from it.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { MISSING_NOTE, missingMarks } from "./cellNotation";
import { identifierDetector, type DetectIdentifier } from "./detectIdentifier";
import { identifierHeader } from "./identifierHeaders";
import { noteForm } from "./noteForm";
import type { Notes } from "./notes";
import { printable } from "./packageSource";
import type { Problems } from "./problems";
import { readTable } from "./readTable";
import type { Recipe, RecipeFile } from "./recipe";
import { columnsOf, type ColumnUse, type RecipeColumnUses } from "./recipeColumns";
import { holds } from "./recipeCondition";
import { readDictionary, type RedcapField } from "./redcap/dictionary";
import { rawExport, type RawExport } from "./redcap/labels";
import { UnreadableFile } from "./unreadableFile";

/** The columns that the recipe uses, and the file's id. */
export type NamedRow = ReadonlyMap<string, string>;
export interface FileRow {
  readonly row: number;
  readonly values: NamedRow;
}

/** A column as it is read. */
interface ReadColumn {
  readonly name: string;
  readonly at: number;
  /** Texts that the recipe says are missing. */
  readonly missing: ReadonlySet<string>;
  /** Marks that nobody mentioned and that mean missing all the same. */
  readonly marks: ReadonlySet<string>;
  /** null: whoever keeps the column's texts looks at them. */
  readonly detect: DetectIdentifier | null;
  readonly known: ReadonlySet<string>;
}

// Joined files hold one row a patient; a file of measurements is the one that is streamed.
const LARGEST_JOINED = 64 * 1024 * 1024;
const idOf = (file: RecipeFile): string[] => (file.id === undefined ? [] : [file.id]);
const UNUSED = "Column is not used by the recipe. Use it, or list it under ignore.";
const NO_COLUMNS: ReadonlyMap<string, ColumnUse> = new Map();
const NO_TEXTS: ReadonlySet<string> = new Set();

export class RecipeReader {
  private readonly used: RecipeColumnUses;
  private readonly kept: RecipeColumnUses;
  private readonly noted = new Set<string>();
  private readonly dictionaries = new Map<string, Promise<readonly RedcapField[]>>();
  private readonly held = new Map<string, Promise<ReadonlyMap<string, NamedRow>>>();

  constructor(
    private readonly folder: string,
    private readonly recipe: Recipe,
    private readonly problems: Problems,
    private readonly notes: Notes,
    /** Patients' keys are replaced before anything is kept. */
    private readonly replacesPatients: boolean,
  ) {
    this.used = columnsOf(recipe);
    this.kept = columnsOf(recipe, "tables");
  }

  /** Streams a file. `onBadRow` counts rows without the right number of cells. */
  async *rows(name: string, onBadRow: () => void): AsyncGenerator<FileRow> {
    const file = this.fileOf(name);
    const first = !this.noted.has(name);
    this.noted.add(name);
    const report = (row: number | null, column: string | null, rule: string) => {
      if (first) this.problems.add(file.path, row, column, rule);
    };
    const dictionary = await this.dictionaryOf(file);
    let columns: readonly ReadColumn[] = [];
    let raw: RawExport | undefined;
    const reading = readTable(join(this.folder, file.path), {
      ...file,
      onHeader: (names) => {
        raw = dictionary && rawExport(names, dictionary);
        const header = raw?.names ?? names;
        this.checkHeader(header, file, this.usedOf(name), (column, rule) => report(null, column, rule));
        columns = this.readColumns(header, name, file);
      },
      onBadRow: (row, rule) => {
        onBadRow();
        report(row, null, rule);
      },
      onForm: (form) => {
        if (first) noteForm(file.path, form, file, this.notes);
      },
    });
    for await (const { row, cells } of reading) {
      const values = new Map<string, string>();
      for (const { name: column, at, missing, marks, detect, known } of columns) {
        const cell = (cells[at] ?? "").trim();
        const text = raw === undefined || cell === "" ? cell : raw.code(column, cell);
        if (first && detect !== null && !known.has(text) && !missing.has(text)) {
          const refusal = detect(text);
          if (refusal) report(row, column, refusal.rule);
        }
        const isMark = marks.has(text);
        if (isMark && first) this.notes.add(file.path, column, MISSING_NOTE);
        values.set(column, isMark || missing.has(text) ? "" : text);
      }
      yield { row, values };
    }
  }

  /** A joined file by id. An id that stands twice cannot be joined, unless its rows say the same. */
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
      const idColumn = file.id ?? "";
      const kept = [...(this.kept.get(name)?.keys() ?? [])];
      for await (const { row, values: read } of this.rows(name, () => undefined)) {
        if (file.only && !holds(file.only, new Map([[name, read]]))) continue;
        const id = read.get(idColumn) ?? "";
        const values = new Map(kept.map((column) => [column, read.get(column) ?? ""]));
        const before = rows.get(id);
        if (id === "") this.problems.add(file.path, row, idColumn, "Is empty, and files are joined by it.");
        else if (before === undefined) rows.set(id, values);
        else if ([...values].some(([column, text]) => before.get(column) !== text))
          this.problems.add(file.path, row, idColumn, "The same id as an earlier row, with other values.");
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      const row = error.line === null || error.line < 2 ? null : error.line - 1;
      this.problems.addUnreadable(file.path, row, error.column, error.rule);
    }
    return rows;
  }

  private readColumns(header: readonly string[], name: string, file: RecipeFile): ReadColumn[] {
    const used = this.usedOf(name);
    return [...new Set([...used.keys(), ...idOf(file)])].map((column) => ({
      name: column,
      at: header.indexOf(column),
      missing: new Set([...file.missing, ...(file.missingIn.get(column) ?? [])]),
      marks: new Set(
        missingMarks.filter((mark) => !used.get(column)?.texts.has(mark) && !file.missing.includes(mark)),
      ),
      detect: this.detectorOf(used.get(column)),
      known: used.get(column)?.texts ?? NO_TEXTS,
    }));
  }

  /** Ids that only join files are never kept; those of patients and texts are looked at where they are kept. */
  private detectorOf(use: ColumnUse | undefined): DetectIdentifier | null {
    if (use === undefined || use.isKey || use.isText) return null;
    // What is no date is refused as such, and no date is kept.
    return use.isAsked ? identifierDetector("code") : null;
  }

  private checkHeader(
    header: readonly string[],
    file: RecipeFile,
    used: ReadonlyMap<string, ColumnUse>,
    report: (column: string | null, rule: string) => void,
  ): void {
    const wanted = [...used.keys(), ...idOf(file), ...file.ignore, ...file.missingIn.keys()];
    const missing = wanted.filter((column) => !header.includes(column));
    if (missing.length > 0) {
      throw new UnreadableFile(
        "The recipe names this column, and the header does not have it.",
        null,
        missing[0],
      );
    }
    // The same file may be read under several names.
    const same = [...this.recipe.files].filter(
      ([, { path, sheet }]) => path === file.path && sheet === file.sheet,
    );
    const known = same.flatMap(([name, one]) => [...this.usedOf(name).keys(), ...idOf(one), ...one.ignore]);
    for (const column of new Set(header)) {
      if (header.filter((other) => other === column).length > 1) {
        report(printable(column), "Column stands twice in the header.");
      }
      const use = used.get(column);
      const isReplaced = use?.isKey === true && this.replacesPatients;
      const named = use?.isOpen === true && !isReplaced ? identifierHeader(column) : null;
      if (named !== null) report(printable(column), named);
      if (use === undefined && !known.includes(column)) {
        report(printable(column), identifierHeader(column) ?? UNUSED);
      }
    }
  }

  private dictionaryOf({ dictionary: name }: RecipeFile): Promise<readonly RedcapField[]> | undefined {
    if (name === undefined) return undefined;
    const before = this.dictionaries.get(name);
    const dictionary =
      before ??
      readDictionary(join(this.folder, name)).catch((error: unknown) => {
        // Said of the file that needs it.
        if (error instanceof UnreadableFile)
          throw new UnreadableFile(`${name}: ${error.rule}`, null, error.column);
        throw error;
      });
    this.dictionaries.set(name, dictionary);
    return dictionary;
  }

  private usedOf(name: string): ReadonlyMap<string, ColumnUse> {
    return this.used.get(name) ?? NO_COLUMNS;
  }
}
