/** Who signs in: people, their sign-ins, and their tokens for scripts. Of a secret only its hash is kept. */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class Identity1760000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
  create table person (
    id text primary key,
    issuer text not null,
    subject text not null,
    name text not null,
    roles text[] not null,
    clinic_dataset text,
    clinic_number integer,
    signed_in_at timestamptz not null default now(),
    unique (issuer, subject),
    check ((clinic_dataset is null) = (clinic_number is null))
  );
  create table sign_in (
    id text primary key,
    secret_hash bytea not null unique check (length(secret_hash) = 32),
    person_id text not null references person (id) on delete cascade,
    began_at timestamptz not null default now(),
    last_used_at timestamptz not null default now()
  );
  create index sign_in_person on sign_in (person_id);
  create table personal_token (
    id text primary key,
    secret_hash bytea not null unique check (length(secret_hash) = 32),
    person_id text not null references person (id) on delete cascade,
    name text not null,
    scopes text[] not null,
    made_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_on date
  );
  create index personal_token_person on personal_token (person_id);`);
    for (const [column, meaning] of Object.entries(comments)) {
      const target = column.includes(".") ? "column" : "table";
      await runner.query(`comment on ${target} ${column} is '${meaning.replaceAll("'", "''")}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table personal_token, sign_in, person");
  }
}

const comments: Readonly<Record<string, string>> = {
  person: "Someone who has signed in; no e-mail address is kept",
  "person.id": "Random, of no meaning elsewhere: stands for the person in the audit and in budgets",
  "person.issuer": "The provider that knows the person",
  "person.subject": "Under which name the provider knows the person",
  "person.name": "As the page greets the person",
  "person.roles": "Roles by the provider's word at the last sign-in",
  "person.clinic_dataset": "Dataset of the clinic that the person may see named; null = none",
  "person.clinic_number": "Number of that clinic in the dataset; null = none",
  "person.signed_in_at": "When the person last signed in",
  sign_in: "One browser in which a person is signed in",
  "sign_in.id": "Random; names the sign-in on the account page",
  "sign_in.secret_hash": "SHA-256 of the random 256 bits in the browser's cookie",
  "sign_in.person_id": "Whose it is",
  "sign_in.began_at": "When it began; it ends a fixed time later",
  "sign_in.last_used_at": "When it was last used, to the minute; it ends when it lies idle",
  personal_token: "A token with which a person's script asks",
  "personal_token.id": "Random; names the token on the account page",
  "personal_token.secret_hash": "SHA-256 of the random 256 bits in the token, which is shown once",
  "personal_token.person_id": "Whose it is; it may do no more than they",
  "personal_token.name": "As the person calls it",
  "personal_token.scopes": "What it is for: ask, export",
  "personal_token.made_at": "When it was made",
  "personal_token.expires_at": "When it ends",
  "personal_token.last_used_on": "Day on which it was last used; null = never",
};
