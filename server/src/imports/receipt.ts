// A receipt as text for the command: what became of each file's rows, and what is wrong by file, row, column and rule. What
// a receipt is, and how its rows add up, stands in shared. Never a value.
import { rowFateLabels, shownFates, type Problem, type Receipt } from "@afterglow/shared";

const count = (n: number): string => n.toLocaleString("en-US");

export function receiptText(receipt: Receipt): string {
  const { source, dataset } = receipt;
  const into = dataset === "" ? "" : ` into ${dataset}`;
  const lines = [`Import of ${source}${into}: ${outcomeOf(receipt)}`, ""];
  const fates = shownFates(receipt.files);
  const head = ["File", "Table", "Rows", ...fates.map((fate) => rowFateLabels[fate])];
  const rows = receipt.files.map((f) => [
    f.file,
    f.table,
    ...[f.rows, ...fates.map((fate) => f[fate])].map(count),
  ]);
  if (rows.length > 0) lines.push(...table([head, ...rows], 2), "");
  if (receipt.leftOut.length > 0) {
    const reasons = receipt.leftOut.map((l) => [l.file, l.table, l.because, count(l.rows)]);
    lines.push("Left out", ...table([["File", "Table", "Because", "Rows"], ...reasons], 3), "");
  }
  if (receipt.notes.length > 0) {
    const notes = receipt.notes.map((n) => [
      n.file,
      n.column ?? "",
      n.what,
      n.count === null ? "" : count(n.count),
    ]);
    lines.push("How it was read", ...table([["File", "Column", "What", "Count"], ...notes], 3), "");
  }
  if (receipt.problems.length > 0) {
    const found = receipt.problems.map((p) => [p.file, rowsOf(p), p.column ?? "", p.rule, count(p.count)]);
    lines.push(...table([["File", "Row", "Column", "Rule", "Problems"], ...found], 4));
    const listed = receipt.problems.reduce((sum, problem) => sum + problem.count, 0);
    if (listed < receipt.problemCount) lines.push(`… and ${count(receipt.problemCount - listed)} more.`);
    lines.push(
      "",
      "Values are never shown. Row 1 is the first row after the header; in FHIR, the first line or entry.",
    );
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function outcomeOf({ written, dryRun, problemCount }: Receipt): string {
  if (problemCount > 0) {
    return `refused, ${count(problemCount)} ${problemCount === 1 ? "problem" : "problems"}. Nothing was written. Put the rows right at the source and import the whole folder again.`;
  }
  if (dryRun) return "would be brought in. Dry run: nothing was written.";
  return written ? "brought in." : "nothing was written.";
}

function rowsOf({ row, lastRow }: Problem): string {
  if (row === null) return "";
  return lastRow === null || lastRow === row ? count(row) : `${count(row)} to ${count(lastRow)}`;
}

/** Columns lined up; from `numbersFrom` on to the right. */
function table(rows: readonly (readonly string[])[], numbersFrom: number): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at < numbersFrom ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
