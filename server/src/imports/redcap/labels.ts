// Reads an export by its dictionary: header and cells of a label export become those of a raw one, so that one recipe
// follows both.
import { plainText, type RedcapField } from "./dictionary";
import { exportColumns, isLabelled, rawNames, REPEAT_FORM, type ExportColumn } from "./exportColumns";

export interface RawExport {
  readonly names: readonly string[];
  /** The code of a text; what is neither code nor label stays as it stands. */
  code(name: string, text: string): string;
}

const UNCHANGED: ReadonlyMap<string, string> = new Map();

/** Throws UnreadableFile where a label could mean several columns. */
export function rawExport(header: readonly string[], fields: readonly RedcapField[]): RawExport {
  const columns = exportColumns(fields);
  const names = rawNames(header, columns);
  const isByLabel = isLabelled(header, columns);
  const codes = new Map(
    columns.map((column) => [
      column.name,
      column.name === REPEAT_FORM
        ? new Map(fields.map(({ form }) => [form, form]))
        : codesOf(column, isByLabel),
    ]),
  );
  return {
    names,
    code: (name, text) => {
      const key = name === REPEAT_FORM ? text.toLowerCase().replace(/[^a-z0-9]+/g, "_") : plainText(text);
      return (codes.get(name) ?? UNCHANGED).get(key) ?? text;
    },
  };
}

/** A label may be written like another choice's code. Then the export decides: by its headers it has labels or codes. */
function codesOf({ choices }: ExportColumn, isByLabel: boolean): ReadonlyMap<string, string> {
  const byLabel = choices.map(({ code, label }) => [label, code] as const);
  const byCode = choices.map(({ code }) => [code, code] as const);
  return new Map(isByLabel ? [...byCode, ...byLabel] : [...byLabel, ...byCode]);
}
