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

/**
 * What is hashed of an entry behind its number and time: the end of that list. The database puts the beginning before it
 * and the hash behind, since only there it is known, under the lock, which line is the last.
 */
export function hashedEnding(entry: AuditEntry, policy: string): string {
  const { who, what, question, release = null, outcome, code = null } = entry;
  const asked = question === undefined ? null : canonicalText(question);
  return JSON.stringify([who.id, who.via, what, asked, release, outcome, code, policy]).slice(1);
}
