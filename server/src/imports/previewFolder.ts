// What a folder would become, before anything is asked of the database: of each table ten rows as they were mapped, and
// what is wrong with the rows that were looked at. Rows against rows and against the dataset are for a dry run.
// Unlike a receipt it holds values, since a wrong mapping shows in nothing else. Only rows in which nothing was refused
// are shown; they go to the person who sent the files, and are neither kept nor logged.
import type { Preview, PreviewedTable } from "@afterglow/shared";
import { keyOf, replacing, type ImportOptions } from "./bringIn";
import { CODES_SEPARATOR, type TableSchema } from "./field";
import { openFolder } from "./importFolder";
import { judgeRows } from "./judgeRows";

export const PREVIEWED_ROWS = 10;
/** Of each table. */
const JUDGED_ROWS = 1_000;

/** As the import format has it, where the database has another notation; without the row's number. */
function readable({ fields }: TableSchema, [, ...cells]: readonly (string | null)[]): (string | null)[] {
  return fields.map(({ kind }, at) => {
    const cell = cells[at] ?? null;
    if (cell === null) return null;
    if (kind === "yesNo") return String(cell === "t" || cell === "true");
    return kind === "codes" ? cell.replace(/^\{|\}$/g, "").replaceAll(",", CODES_SEPARATOR) : cell;
  });
}

export async function previewFolder(
  folder: string,
  options: Pick<ImportOptions, "dataset" | "patientKey" | "signal"> & {
    readonly recipe?: string | undefined;
  },
): Promise<Preview> {
  const work = await openFolder(folder, options);
  const { metadata, sources, problems, notes } = work;
  const judging = { problems, notes, replacePatient: replacing(keyOf(work, options), metadata?.name ?? "") };
  const tables: PreviewedTable[] = [];
  for (const source of sources) {
    options.signal?.throwIfAborted();
    const rows: (string | null)[][] = [];
    let judgedRows = 0;
    let whole = true;
    await judgeRows(source, judging, ({ values, sound }) => {
      whole = judgedRows < JUDGED_ROWS;
      if (!whole) return "enough";
      judgedRows += 1;
      if (sound && values !== null && rows.length < PREVIEWED_ROWS)
        rows.push(readable(source.schema, values));
      return undefined;
    });
    const { table, fields } = source.schema;
    const columns = fields.map(({ name }) => name);
    tables.push({ table, file: source.file, columns, rows, judgedRows, whole });
  }
  return {
    dataset: metadata === undefined ? null : { name: metadata.name, title: metadata.title },
    tables,
    notes: notes.list(),
    problems: problems.list(),
    problemCount: problems.count,
  };
}
