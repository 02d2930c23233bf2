// Reads one table's rows and judges each by itself, cell by cell and then as a row. What becomes of them (written down,
// shown before an import) is for whoever takes them.
import { rowChecker, type ReplacePatient, type Saying, type SourceRow } from "./checkRow";
import type { Notes } from "./notes";
import type { Problems } from "./problems";
import type { TableSource } from "./stageRows";
import { UnreadableFile } from "./unreadableFile";

export interface Judging {
  readonly problems: Problems;
  readonly notes: Notes;
  readonly replacePatient: ReplacePatient | null;
}

export interface JudgedRow {
  /** 1 is the first row after the header. */
  readonly row: number;
  /** Its number, then its cells; null where its key does not hold. */
  readonly values: (string | null)[] | null;
  /** Nothing in it was refused. */
  readonly sound: boolean;
}

/** `take` may ask to be waited for, or say that it has enough. */
export async function judgeRows(
  source: TableSource,
  { problems, notes, replacePatient }: Judging,
  take: (row: JudgedRow) => Promise<void> | "enough" | undefined,
): Promise<void> {
  const { schema, file } = source;
  const placeOf = (row: number) => source.placeOf?.(row) ?? { file, row };
  const check = rowChecker(schema, replacePatient);
  let judged: SourceRow = { row: 0, cells: [], columns: [] };
  let refused = 0;
  const columnOf = (field: number | null) => (field === null ? null : (judged.columns[field] ?? null));
  const saying: Saying = {
    report: (field, rule) => {
      refused += 1;
      const place = placeOf(judged.row);
      problems.add(place.file, place.row, columnOf(field), rule);
    },
    note: (field, what) => notes.add(placeOf(judged.row).file, columnOf(field), what),
  };
  try {
    for await (judged of source.rows()) {
      const before = refused;
      const values = check(judged, saying);
      const taken = take({ row: judged.row, values, sound: refused === before });
      if (taken === "enough") return;
      if (taken !== undefined) await taken;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const row = error.line === null || error.line < 2 ? null : error.line - 1;
    problems.addUnreadable(file, row, error.column, error.rule);
  }
}
