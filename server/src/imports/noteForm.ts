// Says how a file was read, where that was detected and is not what a data package has by itself.
import { delimiterNames } from "./delimiter";
import type { Notes } from "./notes";
import type { TableForm, TableReading } from "./readTable";

export function noteForm(
  file: string,
  form: TableForm,
  given: Pick<TableReading, "encoding" | "delimiter">,
  notes: Notes,
): void {
  const say = (what: string) => notes.add(file, null, what, null);
  if ("sheet" in form) {
    say("Read from a sheet of an Excel workbook.");
    if (form.errorCells > 0)
      notes.add(file, null, "Excel errors, such as #REF! or #N/A, read as missing.", form.errorCells);
    return;
  }
  if (form.encoding !== "UTF-8" && given.encoding === undefined)
    say(`Read as ${form.encoding} and converted.`);
  if (form.delimiter !== "," && given.delimiter === undefined)
    say(`Columns are separated by ${delimiterNames[form.delimiter]}.`);
}
