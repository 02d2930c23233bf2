// Which lines of the audit are asked for: the same for the command, the page and the file.
import { auditedActs, auditOutcomes, type AuditedAct, type AuditOutcome } from "./entry";

export interface AuditFilter {
  /** Id of a person. */
  readonly who?: string | undefined;
  readonly what?: AuditedAct | undefined;
  readonly release?: string | undefined;
  readonly outcome?: AuditOutcome | undefined;
  /** First and last day, UTC: 2026-01-31. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export const isAct = (word: string): word is AuditedAct => auditedActs.some((each) => each === word);
export const isOutcome = (word: string): word is AuditOutcome => auditOutcomes.some((each) => each === word);
/** A day that the calendar has. */
export const isDay = (word: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(word) &&
  !Number.isNaN(Date.parse(word)) &&
  new Date(word).toISOString().startsWith(word);

/** Takes six values, from $1 on. */
export const whereAudit = `($1::text is null or person = $1) and ($2::text is null or what = $2)
  and ($3::text is null or release = $3) and ($4::text is null or outcome = $4)
  and ($5::text is null or at >= $5::timestamp at time zone 'UTC')
  and ($6::text is null or at < ($6::timestamp + interval '1 day') at time zone 'UTC')`;

export const auditValues = ({ who, what, release, outcome, since, until }: AuditFilter): unknown[] =>
  [who, what, release, outcome, since, until].map((value) => value ?? null);
