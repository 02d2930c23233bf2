// A receipt as a file for a spreadsheet: one row for each file and table, for what was left out, noted or refused.
import { rowFateLabels, rowFates, type Receipt } from "@afterglow/shared";
import { stringify } from "csv-stringify/sync";

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
  ...rowFates.map((fate) => rowFateLabels[fate].toLowerCase()),
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
      ...[f.rows, ...rowFates.map((fate) => f[fate])],
    ]),
    ...leftOut.map((l) => ["left out", l.file, l.table, "", "", "", l.because, l.rows]),
    ...notes.map((n) => ["note", n.file, "", "", "", n.column, n.what, n.count]),
  ];
  const filled = rows.map((row) => columns.map((_, at) => row[at] ?? ""));
  // File and column names come from outside; in a spreadsheet one could be a formula.
  return stringify([columns, ...filled], { escape_formulas: true });
}
