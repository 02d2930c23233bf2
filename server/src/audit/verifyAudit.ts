// Walks the whole chain and finds its first broken line. A chain whose end was cut off is whole in itself: whoever wants
// to see that keeps the last hash somewhere else, which is why it is said.
import type { Database } from "../database/dataSource";
import { beginning, hashOf, type Head } from "./chain";
import type { AuditLine } from "./entry";
import { readLines } from "./readLines";

export interface AuditVerification {
  /** Lines that are in order. */
  readonly lines: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Hash of the last line in order. */
  readonly last: string;
  readonly broken: { readonly number: number; readonly why: string } | null;
}

export async function verifyAudit(database: Pick<Database, "query">): Promise<AuditVerification> {
  let head: Head = beginning;
  let from: string | null = null;
  let to: string | null = null;
  for await (const line of readLines(database)) {
    const why = faultOf(line, head);
    if (why !== null) {
      const broken = { number: head.number + 1, why };
      return { lines: head.number, from, to, last: head.hash, broken };
    }
    from ??= line.at;
    to = line.at;
    head = line;
  }
  return { lines: head.number, from, to, last: head.hash, broken: null };
}

function faultOf(line: AuditLine, head: Head): string | null {
  if (line.number !== head.number + 1) return "it is missing";
  if (line.previous !== head.hash) return "it does not follow from the line before";
  if (line.hash !== hashOf(line)) return "its contents are not those that were hashed";
  return null;
}
