/**
 * A figure's numbers as files: CSV, one row a point, and JSON, the released result itself. Both begin with where the
 * numbers come from. Nothing is computed here.
 */
import { stringify } from "csv-stringify/sync";
import { citationOf, releaseText, type Figure, type ReleaseSummary, type TableCell } from "@afterglow/shared";

/** Of a cohort or of a comparison: what both have, and whatever else each says of its origin. */
interface Origin {
  readonly release: ReleaseSummary;
}

/** A spreadsheet would run text that begins like this. Numbers are left alone: −2.5 has to stay a number. */
const formula = /^[=+\-@\t\r]/;

export function figureCsv(figure: Figure, provenance: Origin): string {
  const comments = provenanceLines(figure, provenance).map((line) => `# ${oneLine(line)}`);
  const header = figure.table.columns.map((column) => safeText(column.header));
  const rows = figure.table.rows.map((row) => row.map(csvValue));
  return `${comments.join("\n")}\n${stringify([header, ...rows])}`;
}

/** Provenance first, then the result as the API gave it. */
export function figureJson(figure: Figure, provenance: Origin, result: object): string {
  const document = {
    figure: figure.id,
    title: figure.title,
    definition: figure.definition,
    mark: figure.mark,
    ...(figure.warning === undefined ? {} : { warning: figure.warning }),
    provenance,
    citation: citationOf(provenance),
    notes: figure.notes,
    origin: figure.caption.origin,
    result,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function provenanceLines(figure: Figure, provenance: Origin): string[] {
  const { release } = provenance;
  return [
    `${figure.title}. ${figure.definition}.`,
    ...(figure.mark === null ? [] : [`${figure.mark}. These patients do not exist.`]),
    ...(figure.warning === undefined ? [] : [`Warning: ${figure.warning}`]),
    ...figure.caption.origin.map((line) => `${line.name}: ${line.text}`),
    `Release: ${release.id}, ${releaseText(provenance)}, checksum ${release.checksum}`,
    `Licence: ${release.dataset.licence}`,
    `Citation: ${citationOf(provenance)}`,
    ...figure.notes.map((note) => `${note.name}: ${note.text}`),
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function csvValue(cell: TableCell): string | number {
  if (cell.value === null) return cell.reason ?? cell.text;
  return typeof cell.value === "number" ? cell.value : safeText(cell.value);
}

const safeText = (text: string): string => (formula.test(text) ? `'${text}` : text);
