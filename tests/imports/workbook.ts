// Writes an Excel workbook as Excel does, with shared strings, numbers, dates and errors; from cells of ours.
import { strToU8, zipSync, type Zippable } from "fflate";

export type Cell = string | number | boolean | Date | null | { readonly error: string };

const DAY = 86_400_000;
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);
const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Buffer {
  const strings = new Map<string, number>();
  const names = Object.keys(sheets);
  const files: Zippable = {};
  const put = (path: string, xml: string) => (files[path] = strToU8(HEAD + xml));
  for (const [nth, rows] of Object.values(sheets).entries()) {
    put(`xl/worksheets/sheet${nth + 1}.xml`, sheetXml(rows, strings));
  }
  put("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  put(
    "xl/workbook.xml",
    `<workbook ${NAMESPACES}><sheets>${names
      .map((name, nth) => `<sheet name="${escape(name)}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`)
      .join("")}</sheets></workbook>`,
  );
  put(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, nth) =>
          `<Relationship Id="rId${nth + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${nth + 1}.xml"/>`,
      )
      .join("")}<Relationship Id="rS" Type="${RELATIONS}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rT" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  );
  // Style 1 is a date.
  put(
    "xl/styles.xml",
    `<styleSheet ${NAMESPACES}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  put(
    "xl/sharedStrings.xml",
    `<sst ${NAMESPACES}>${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join("")}</sst>`,
  );
  return Buffer.from(zipSync(files, { level: 6 }));
}

function sheetXml(rows: readonly (readonly Cell[])[], strings: Map<string, number>): string {
  const lines = rows.map((row, y) => {
    const cells = row.map((cell, x) => cellXml(cell, `${columnLetters(x)}${y + 1}`, strings));
    return `<row r="${y + 1}">${cells.join("")}</row>`;
  });
  return `<worksheet ${NAMESPACES}><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, place: string, strings: Map<string, number>): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) return `<c r="${place}" s="1"><v>${(cell.getTime() - EXCEL_DAY_0) / DAY}</v></c>`;
  if (typeof cell === "object") return `<c r="${place}" t="e"><v>${escape(cell.error)}</v></c>`;
  const nth = strings.get(cell) ?? strings.size;
  strings.set(cell, nth);
  return `<c r="${place}" t="s"><v>${nth}</v></c>`;
}

const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
