// One sheet of an Excel workbook as records, one at a time. The archive is unpacked whole, so its size has limits that are checked
// before: a small one can unpack to anything.
import { readFile, stat } from "node:fs/promises";
import { unzipSync, type Unzipped } from "fflate";
import { sheetRows } from "./sheetRows";
import { UnreadableFile } from "./unreadableFile";
import { workbookParts, type WorkbookParts } from "./workbookParts";

export interface SheetForm {
  readonly sheet: string;
  readonly errorCells: number;
}

const MEGABYTE = 1024 * 1024;
export const LARGEST_WORKBOOK = 16 * MEGABYTE;
const LARGEST_UNPACKED = 192 * MEGABYTE;
const AS_CSV = "a workbook is unpacked whole. Save it as CSV, which may be of any size.";
const NO_WORKBOOK = "Is no Excel workbook (.xlsx) that can be read. Save it again, or as CSV.";

/** `wanted`: the sheet's name, where the workbook has several; a single sheet may have any name. */
export async function* readSheet(
  path: string,
  wanted: string | undefined,
  onForm: (form: SheetForm) => void,
): AsyncGenerator<string[][]> {
  if ((await stat(path)).size > LARGEST_WORKBOOK) {
    throw new UnreadableFile(`Is larger than ${LARGEST_WORKBOOK / MEGABYTE} MB; ${AS_CSV}`);
  }
  const files = unpacked(await readFile(path));
  const parts = orUnreadable(() => workbookParts(files));
  const sheet = nameOf(parts, wanted);
  const bytes = files[parts.sheets.get(sheet) ?? ""];
  if (bytes === undefined) throw new UnreadableFile(NO_WORKBOOK);
  const { rows, errorCells } = sheetRows(bytes, parts);
  let width: number | undefined;
  for (;;) {
    const next = orUnreadable(() => rows.next());
    if (next.done === true) break;
    width ??= next.value.length;
    yield [cellsOf(next.value, width)];
  }
  onForm({ sheet, errorCells: errorCells() });
}

function nameOf({ sheets }: WorkbookParts, wanted: string | undefined): string {
  const names = [...sheets.keys()];
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  if (wanted !== undefined && sheets.has(wanted)) return wanted;
  throw new UnreadableFile(
    wanted === undefined
      ? "The workbook has several sheets. Name one in a recipe, or keep one."
      : "The workbook has no sheet of this name.",
  );
}

function unpacked(bytes: Uint8Array): Unzipped {
  let size = 0;
  const files = orUnreadable(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/.*\.(xml|rels)$/.test(name)) return false;
        size += originalSize;
        return size <= LARGEST_UNPACKED;
      },
    }),
  );
  if (size > LARGEST_UNPACKED) throw new UnreadableFile(`Unpacks to too much; ${AS_CSV}`);
  if (!("xl/workbook.xml" in files))
    throw new UnreadableFile("Is a ZIP archive and no Excel workbook (.xlsx).");
  return files;
}

/** A fault of the archive or its XML is the file's; its message may hold a value. */
function orUnreadable<Result>(work: () => Result): Result {
  try {
    return work();
  } catch {
    throw new UnreadableFile(NO_WORKBOOK);
  }
}

/** As wide as the header; where something stands beyond it, wider by that one cell. */
function cellsOf(row: readonly string[], width: number): string[] {
  const cells = Array.from({ length: width }, (_, at) => row[at] ?? "");
  return row.length > width ? [...cells, row.at(-1) ?? ""] : cells;
}
