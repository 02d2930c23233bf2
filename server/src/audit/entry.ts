// What is written down: a line of the audit before it is one, and as it stands in the chain. Never here: a value out of
// the data, a patient's id, or anything that somebody typed freely.
import type { Person } from "../identity/person";

export const auditedActs = [
  "ANSWER",
  "EXPORT",
  "SIGN_IN",
  "SIGN_OUT",
  "REFUSAL",
  "IMPORT",
  "WITHDRAWAL",
  "PUBLISH",
  "BACKUP",
  "RESTORE",
  "TOKEN",
  "ROLES",
] as const;
export type AuditedAct = (typeof auditedActs)[number];

/** SHOWN: at least one number was shown. HIDDEN: none was. REFUSED: not answered, or not done. DONE: what has no answer. */
export const auditOutcomes = ["SHOWN", "HIDDEN", "REFUSED", "DONE"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** A person, a command of whoever may use this machine, or a stranger who never came in. */
export type Who =
  Pick<Person, "id" | "via"> | { readonly id: "command"; readonly via: "COMMAND" } | typeof nobody;
export const command = { id: "command", via: "COMMAND" } as const;
export const nobody = { id: "nobody", via: "NONE" } as const;

export interface AuditEntry {
  readonly who: Who;
  readonly what: AuditedAct;
  /** The question, or what an act was about, out of closed vocabularies; its keys and lists in any order. */
  readonly question?: Readonly<Record<string, unknown>>;
  /** Such as demo.1; only one that exists. */
  readonly release?: string;
  readonly outcome: AuditOutcome;
  /** Why it was refused. */
  readonly code?: string;
}

/** As kept. */
export interface AuditLine {
  /** From 1, without gaps. */
  readonly number: number;
  /** UTC, to the millisecond: 2026-01-31T10:00:00.000Z. */
  readonly at: string;
  readonly person: string;
  readonly via: string;
  readonly what: string;
  /** JSON with sorted keys. */
  readonly question: string | null;
  readonly release: string | null;
  readonly outcome: string;
  readonly code: string | null;
  /** Disclosure profile and version of the policy. */
  readonly policy: string;
  /** Hash of the line before; of zeros for the first. */
  readonly previous: string;
  readonly hash: string;
}
