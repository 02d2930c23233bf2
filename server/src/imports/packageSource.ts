// One file of a data package as a source of rows: its header matched with the table's columns by name.
import { join } from "node:path";
import type { SourceRow } from "./checkRow";
import type { Field, TableSchema } from "./field";
import { identifierHeader } from "./identifierHeaders";
import { noteForm } from "./noteForm";
import type { Notes } from "./notes";
import { sheetOf } from "./packageFile";
import type { Problems } from "./problems";
import { readTableInParts } from "./readTable";
import type { TableSource } from "./stageRows";
import { UnreadableFile } from "./unreadableFile";

/** A header of junk is not printed in full. */
const NAMED_COLUMNS = 20;
const STRANGER = "Column is not in the schema. Remove it, or name it in a recipe.";
const MISSING = "Column is missing from the header.";

export interface PackagePlace {
  readonly folder: string;
  readonly problems: Problems;
  readonly notes: Notes;
}

export function packageSource(
  { folder, problems, notes }: PackagePlace,
  schema: TableSchema,
  file: string,
): TableSource {
  const { fields } = schema;
  const columns = fields.map(({ name }) => name);
  let refused = 0;
  async function* rows(): AsyncGenerator<SourceRow> {
    let order: readonly number[] = [];
    const reading = readTableInParts(join(folder, file), {
      sheet: sheetOf(schema),
      onHeader: (header) => {
        order = matchHeader(header, fields, (column, rule) => problems.add(file, null, column, rule));
      },
      onBadRow: (row, rule) => {
        refused += 1;
        problems.add(file, row, null, rule);
      },
      onForm: (form) => noteForm(file, form, {}, notes),
    });
    for await (const some of reading) {
      for (const { row, cells } of some) yield { row, cells: order.map((at) => cells[at] ?? ""), columns };
    }
  }
  return {
    schema,
    file,
    rows,
    counted: () => ({ leftOut: 0, refused }),
    columnOf: (field) => field,
  };
}

/** For each field its place in the header, -1 where the column is left out. */
function matchHeader(
  header: readonly string[],
  fields: readonly Field[],
  report: (column: string | null, rule: string) => void,
): number[] {
  const names = fields.map(({ name }) => name);
  // A file without a header begins with data: then nothing of its first line may be repeated.
  if (!header.some((column) => names.includes(column))) {
    throw new UnreadableFile(
      `The first line is no header of this table: it names none of its columns (${names.slice(0, 4).join(", ")} …).`,
    );
  }
  const strangers = header.filter((column) => !names.includes(column));
  for (const column of strangers.slice(0, NAMED_COLUMNS)) {
    report(printable(column), identifierHeader(column) ?? STRANGER);
  }
  for (const name of names) {
    if (header.filter((column) => column === name).length > 1)
      report(name, "Column stands twice in the header.");
  }
  const missing = fields.filter(({ name, required }) => required && !header.includes(name));
  for (const { name } of missing.slice(1)) report(name, MISSING);
  // Without a key no row can be judged; a column too many only stops the writing.
  if (missing[0]) throw new UnreadableFile(MISSING, null, missing[0].name);
  return names.map((name) => header.indexOf(name));
}

/** A column's name as the file has it, where it is one: a word, not a patient's data. */
export const printable = (column: string): string | null =>
  /^[\p{L}_][\p{L}\p{N}_ .()-]{0,39}$/u.test(column) ? column : null;
