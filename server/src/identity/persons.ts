// The people who have signed in: who they are by their provider, and what they were by its word at the last sign-in.
import type { Ask } from "./ask";
import type { Claims } from "./claims";
import type { Person } from "./person";
import { newId } from "./secret";

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly roles: Person["roles"];
  readonly clinic_dataset: string | null;
  readonly clinic_number: number | null;
}

export const personColumns = "p.id, p.name, p.roles, p.clinic_dataset, p.clinic_number";

export const personFrom = (row: PersonRow, via: Person["via"]): Person => ({
  id: row.id,
  name: row.name,
  roles: row.roles,
  clinic:
    row.clinic_dataset === null || row.clinic_number === null
      ? null
      : { dataset: row.clinic_dataset, number: row.clinic_number },
  via,
});

export interface Recorded {
  readonly person: Person;
  /** Their roles until now; null: they are here for the first time. */
  readonly before: Person["roles"] | null;
}

/** Keeps what the provider says now; whoever has lost a role has lost it for their other sign-ins and tokens too. */
export async function recordPerson(ask: Ask, claims: Claims): Promise<Recorded> {
  const { issuer, subject, name, roles, clinic } = claims;
  const [row] = await ask<PersonRow & { before: Person["roles"] | null }>(
    `insert into person as p (id, issuer, subject, name, roles, clinic_dataset, clinic_number)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (issuer, subject) do update set name = excluded.name, roles = excluded.roles,
      clinic_dataset = excluded.clinic_dataset, clinic_number = excluded.clinic_number, signed_in_at = now()
    returning ${personColumns}, (select b.roles from person b where (b.issuer, b.subject) = ($2, $3)) as before`,
    [newId(), issuer, subject, name, [...roles], clinic?.dataset ?? null, clinic?.number ?? null],
  );
  if (row === undefined) throw new Error("The database kept no person");
  return { person: personFrom(row, "SESSION"), before: row.before };
}
