// The chain: each line's hash is over its contents and the hash of the line before, so that nothing can be changed,
// removed, put in between or moved without every later hash being wrong. Pure; where lines are kept stands elsewhere.
import { createHash } from "node:crypto";
import { canonicalText } from "./canonicalText";
import type { AuditEntry, AuditLine } from "./entry";

export type Head = Pick<AuditLine, "number" | "hash">;

/** Before the first line. */
export const beginning: Head = { number: 0, hash: "0".repeat(64) };

/** SHA-256 over the line as a JSON list of its values: a list says where one value ends and the next begins. */
export function hashOf(line: Omit<AuditLine, "hash">): string {
  const { number, at, person, via, what, question, release, outcome, code, policy, previous } = line;
  const text = JSON.stringify([
    previous,
    number,
    at,
    person,
    via,
    what,
    question,
    release,
    outcome,
    code,
    policy,
  ]);
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The entries as lines behind the head. */
export function chained(head: Head, entries: readonly AuditEntry[], at: string, policy: string): AuditLine[] {
  let { number, hash: previous } = head;
  return entries.map((entry) => {
    number += 1;
    const open = {
      number,
      at,
      person: entry.who.id,
      via: entry.who.via,
      what: entry.what,
      question: entry.question === undefined ? null : canonicalText(entry.question),
      release: entry.release ?? null,
      outcome: entry.outcome,
      code: entry.code ?? null,
      policy,
      previous,
    };
    const line = { ...open, hash: hashOf(open) };
    previous = line.hash;
    return line;
  });
}
