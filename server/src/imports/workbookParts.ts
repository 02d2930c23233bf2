// What the sheets of an Excel workbook refer to: their names and files, the shared strings, which styles show a date.
// Source: ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
import type { Unzipped } from "fflate";
import { readXml } from "./readXml";

export interface WorkbookParts {
  /** Path in the archive by the sheet's name. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly strings: readonly string[];
  /** By the style's number. */
  readonly isDate: readonly boolean[];
  /** Days from here on are counted as from 1 January 1904, as on the first Macs. */
  readonly from1904: boolean;
}

export function workbookParts(files: Unzipped): WorkbookParts {
  const ids = new Map<string, string>();
  let from1904 = false;
  hear(files["xl/workbook.xml"], (name, attribute) => {
    if (name === "sheet") ids.set(attribute("name") ?? "", attribute("id") ?? "");
    if (name === "workbookPr") from1904 = ["1", "true"].includes(attribute("date1904") ?? "");
  });
  const targets = new Map<string, string>();
  hear(files["xl/_rels/workbook.xml.rels"], (name, attribute) => {
    if (name !== "Relationship") return;
    const target = attribute("Target") ?? "";
    targets.set(attribute("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
  const sheets = new Map([...ids].map(([name, id]) => [name, targets.get(id) ?? ""]));
  return { sheets, strings: stringsOf(files), isDate: datesOf(files), from1904 };
}

type Open = (name: string, attribute: (name: string) => string | undefined) => void;

function hear(bytes: Uint8Array | undefined, open: Open): void {
  if (bytes) Array.from(readXml(bytes, { open }));
}

/** A string may consist of runs; what is said about its pronunciation is no part of it. */
function stringsOf(files: Unzipped): string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inPhonetic = false;
  const reading = readXml(files["xl/sharedStrings.xml"] ?? new Uint8Array(), {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") inPhonetic = true;
      inText = name === "t" && !inPhonetic;
    },
    close: (name) => {
      inText = false;
      if (name === "rPh") inPhonetic = false;
      if (name === "si") strings.push(unescaped(text));
    },
    text: (more) => {
      if (inText) text += more;
    },
  });
  Array.from(reading);
  return strings;
}

/** Excel writes characters that XML does not allow as _x000D_. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

// Built-in formats of dates and times, those of East Asian and Thai locales among them.
const DATE_FORMATS: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];

function datesOf(files: Unzipped): boolean[] {
  const codes = new Map<number, string>();
  const isDate: boolean[] = [];
  let inCells = false;
  const reading = readXml(files["xl/styles.xml"] ?? new Uint8Array(), {
    open: (name, attribute) => {
      if (name === "numFmt") codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const format = Number(attribute("numFmtId") ?? 0);
      const code = codes.get(format);
      isDate.push(
        code === undefined
          ? DATE_FORMATS.some(([from, to]) => from <= format && format <= to)
          : isDateCode(code),
      );
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  Array.from(reading);
  return isDate;
}

/** A format such as dd/mm/yyyy: letters of dates, and no place of a number once what is quoted is gone. */
export function isDateCode(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|_./g, " ")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, " ")
    .replace(/s[.,]0+/gi, "s");
  return /[dmyhs]/i.test(bare) && !/[0#?]|general/i.test(bare);
}
