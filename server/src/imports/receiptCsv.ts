// A receipt as a file for a spreadsheet: one row for each file and table, for what was left out, noted or refused.
import { stringify } from "csv-stringify/sync";
import type { Receipt } from "./receipt";

const columns = [
  "what",
  "file",
  "table",
  "first row",
  "last row",
  "column",
  "says",
  "count",
  "rows in",
  "inserted",
  "unchanged",
  "rejected",
  "left out",
];

export function receiptCsv({ files, leftOut, notes, problems, problemCount }: Receipt): string {
  const listed = problems.reduce((sum, { count }) => sum + count, 0);
  const rows = [
    ...problems.map((p) => ["problem", p.file, "", p.row, p.lastRow, p.column, p.rule, p.count]),
    ...(listed < problemCount
      ? [["problem", "", "", "", "", "", "Problems that are not listed.", problemCount - listed]]
      : []),
    ...files.map((f) => [
      ...["file", f.file, f.table, "", "", "", "", ""],
      ...[f.rows, f.inserted, f.unchanged, f.rejected, f.leftOut],
    ]),
    ...leftOut.map((l) => ["left out", l.file, l.table, "", "", "", l.because, l.rows]),
    ...notes.map((n) => ["note", n.file, "", "", "", n.column, n.what, n.count]),
  ];
  const filled = rows.map((row) => columns.map((_, at) => row[at] ?? ""));
  // File and column names come from outside; in a spreadsheet one could be a formula.
  return stringify([columns, ...filled], { escape_formulas: true });
}
