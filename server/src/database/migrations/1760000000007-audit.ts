/**
 * The audit: lines that can be added and never changed, each tied to the one before; and the answers that each person has
 * had of a release, which are counted.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Audit1760000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
  create table audit (
    number bigint primary key check (number > 0),
    at timestamptz(3) not null,
    person text not null,
    via text not null,
    what text not null,
    question text,
    release text,
    outcome text not null,
    code text,
    policy text not null,
    previous text not null unique,
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
  );
  create index audit_at on audit (at);
  create index audit_person on audit (person, number);
  create function refuse_audit_change() returns trigger language plpgsql as $refuse$
  begin
    raise exception 'The audit is append-only: its lines are never changed or removed'
      using errcode = 'insufficient_privilege';
  end
  $refuse$;
  create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function refuse_audit_change();
  -- Also for a session that calls itself a replica, which skips other triggers.
  alter table audit enable always trigger audit_append_only;
  revoke all on audit from public;
  revoke update, delete, truncate on audit from current_user;
  create table answer_budget (
    release_id integer not null references release (id),
    person text not null,
    cohort text not null,
    asked_at timestamptz not null default now(),
    primary key (release_id, person, cohort)
  );`);
    for (const [column, meaning] of Object.entries(comments)) {
      const target = column.includes(".") ? "column" : "table";
      await runner.query(`comment on ${target} ${column} is '${meaning.replaceAll("'", "''")}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table answer_budget; drop table audit; drop function refuse_audit_change()");
  }
}

const comments: Record<string, string> = {
  audit:
    "Who asked or did what, append-only and hash-chained; never a value out of the data, a patient id or free text",
  "audit.number": "Number of the line, from 1 without gaps",
  "audit.at": "When it was written, never before the line before",
  "audit.person": "Id of the person; local, command, or nobody who came in",
  "audit.via": "How they came in: LOCAL, SESSION, TOKEN, COMMAND or NONE",
  "audit.what": "ANSWER, EXPORT, SIGN_IN, SIGN_OUT, REFUSAL, IMPORT, PUBLISH, TOKEN, ROLES",
  "audit.question": "The canonical question, or what an act was about: JSON with sorted keys",
  "audit.release": "The release that was asked of, such as demo.1",
  "audit.outcome": "SHOWN, HIDDEN (no number was shown), REFUSED or DONE",
  "audit.code": "Why it was refused",
  "audit.policy": "Disclosure profile and version of the policy in force",
  "audit.previous": "Hash of the line before; zeros for the first. Unique: a chain has no branches",
  "audit.hash": "SHA-256, in hexadecimal, over the JSON list of previous and all other columns",
  answer_budget: "The distinct cohorts that a person has asked of a release",
  "answer_budget.release_id": "The release",
  "answer_budget.person": "Id of the person",
  "answer_budget.cohort": "The cohort in its canonical form, as in addresses",
  "answer_budget.asked_at": "When it was first asked",
};
