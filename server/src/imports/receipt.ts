// What an import did: for each file rows in = inserted + unchanged + rejected (+ left out by the recipe), and what is
// wrong by file, row, column and rule. Never a value.
import type { Note } from "./notes";
import type { Problem } from "./problems";

export interface FileReceipt {
  readonly file: string;
  /** The source table that the rows go to; "none" for what makes no row of any. */
  readonly table: string;
  readonly rows: number;
  readonly inserted: number;
  /** Already there, the same; or the same score twice in the file. */
  readonly unchanged: number;
  /** Of a refused import all rows: nothing is written. */
  readonly rejected: number;
  /** By the recipe, or by what FHIR and OMOP are read for; the reasons stand in `leftOut`. */
  readonly leftOut: number;
}

export interface LeftOut {
  readonly file: string;
  readonly table: string;
  readonly because: string;
  readonly rows: number;
}

export interface Receipt {
  readonly dataset: string;
  /** Name of the folder, without its path. */
  readonly source: string;
  readonly files: readonly FileReceipt[];
  readonly leftOut: readonly LeftOut[];
  /** What was detected, converted or merged. */
  readonly notes: readonly Note[];
  /** At most 1,000 entries; `problemCount` counts all. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly written: boolean;
  readonly dryRun: boolean;
}

const count = (n: number): string => n.toLocaleString("en-US");

export function receiptText(receipt: Receipt): string {
  const { source, dataset } = receipt;
  const into = dataset === "" ? "" : ` into ${dataset}`;
  const lines = [`Import of ${source}${into}: ${outcomeOf(receipt)}`, ""];
  const kept = receipt.files.some(({ leftOut }) => leftOut > 0);
  const head = ["File", "Table", "Rows", "Inserted", "Unchanged", "Rejected", ...(kept ? ["Left out"] : [])];
  const rows = receipt.files.map((f) => [
    f.file,
    f.table,
    ...[f.rows, f.inserted, f.unchanged, f.rejected, ...(kept ? [f.leftOut] : [])].map(count),
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
