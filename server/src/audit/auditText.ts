// What the command says of the audit, for reading in a terminal.
import type { AuditLine } from "./entry";
import type { AuditVerification } from "./verifyAudit";

export function verificationText({ lines, from, to, last, broken }: AuditVerification): string {
  const span = from === null || to === null ? "" : `, from ${from} to ${to}`;
  const count = `${lines.toLocaleString("en-US")} line${lines === 1 ? "" : "s"}`;
  if (broken === null)
    return `The audit is whole: ${count}${span}.\nLast hash: ${last}\nKeep it elsewhere: an end that was cut off shows only against it.\n`;
  return `Line ${broken.number} is broken: ${broken.why}.\n${count} before it in order${span}, up to hash ${last}\n`;
}

const head = ["number", "when (UTC)", "who", "via", "what", "release", "outcome", "question"];

export function linesText(lines: readonly AuditLine[]): string {
  if (lines.length === 0) return "No line of the audit is like that.\n";
  const rows = lines.map((line) => [
    String(line.number),
    line.at.slice(0, 19).replace("T", " "),
    line.person,
    line.via,
    line.what,
    line.release ?? "",
    line.code === null ? line.outcome : `${line.outcome} (${line.code})`,
    line.question ?? "",
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const text = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  return `${[head, ...rows].map(text).join("\n")}\n`;
}
