// Which file of a folder holds a table of a data package: courses.csv, or the same as .tsv or .xlsx.
import type { TableSchema } from "./field";
import type { Problems } from "./problems";

const ENDINGS = [".csv", ".tsv", ".xlsx"];

const stemOf = (schema: TableSchema): string => schema.file.replace(/\.csv$/, "");

/** Where none is there it is the CSV file that is missing. */
export function packageFile(files: readonly string[], schema: TableSchema, problems: Problems): string {
  const names = ENDINGS.map((ending) => stemOf(schema) + ending);
  const [first = schema.file, ...others] = names.filter((name) => files.includes(name));
  for (const name of others) {
    problems.add(name, null, null, `Stands beside ${first}: which of them counts? Take one away.`);
  }
  return first;
}

/** The sheet of a workbook with several. */
export const sheetOf = stemOf;
