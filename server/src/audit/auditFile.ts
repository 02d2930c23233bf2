// The audit as a file, line by line: CSV for a spreadsheet, NDJSON for a program that checks the hashes.
import { stringify } from "csv-stringify/sync";
import type { AuditLine } from "./entry";

export const auditFormats = ["csv", "ndjson"] as const;
export type AuditFormat = (typeof auditFormats)[number];

const columns = [
  "number",
  "at",
  "person",
  "via",
  "what",
  "question",
  "release",
  "outcome",
  "code",
  "policy",
  "previous",
  "hash",
] as const satisfies readonly (keyof AuditLine)[];

export async function* auditFile(
  lines: AsyncIterable<AuditLine>,
  format: AuditFormat,
): AsyncGenerator<string> {
  if (format === "csv") yield stringify([columns]);
  for await (const line of lines) {
    yield format === "csv"
      ? stringify([columns.map((column) => line[column])])
      : `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, line[column]])))}\n`;
  }
}
