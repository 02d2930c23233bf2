// Personal tokens: with one, a person's script asks under their name, for what the token is scoped to and no longer than
// its days. Shown once, listed by name, gone when revoked.
import type { Ask } from "./ask";
import type { Person, Scope } from "./person";
import { personColumns, personFrom, type PersonRow } from "./persons";
import { hashOf, newId, newSecret } from "./secret";

export const LONGEST_TOKEN_DAYS = 90;
export const MOST_TOKENS = 20;
/** So that a token which lies about is known for what it is, by people and by programs that look for such. */
const MARK = "afterglow_";

export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeAt: Date;
  readonly expiresAt: Date;
  /** Null: never. As YYYY-MM-DD. */
  readonly lastUsedOn: string | null;
}

export interface Tokens {
  /** The token itself, which nobody can see again; null where the person has as many as one may have. */
  make(person: Person, wish: TokenWish): Promise<{ readonly token: string; readonly id: string } | null>;
  find(token: string): Promise<Person | null>;
  listOf(person: Person): Promise<Token[]>;
  revoke(person: Person, id: string): Promise<boolean>;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly made_at: Date;
  readonly expires_at: Date;
  readonly last_used_on: string | null;
}

export function tokensIn(ask: Ask): Tokens {
  return {
    make: async (person, { name, scopes, days }) => {
      const token = MARK + newSecret();
      await ask("delete from personal_token where person_id = $1 and expires_at <= now()", [person.id]);
      const [made] = await ask<{ id: string }>(
        `insert into personal_token (id, secret_hash, person_id, name, scopes, expires_at)
        select $1, $2, $3, $4, $5, now() + make_interval(days => $6)
        where (select count(*) from personal_token where person_id = $3) < $7
        returning id`,
        [newId(), hashOf(token), person.id, name, [...scopes], days, MOST_TOKENS],
      );
      return made === undefined ? null : { token, id: made.id };
    },
    find: async (token) => {
      const hash = hashOf(token);
      const [row] = await ask<PersonRow & { scopes: readonly Scope[]; fresh: boolean }>(
        `select ${personColumns}, t.scopes, t.last_used_on is distinct from current_date as fresh
        from personal_token t join person p on p.id = t.person_id
        where t.secret_hash = $1 and t.expires_at > now()`,
        [hash],
      );
      if (row === undefined) return null;
      if (row.fresh)
        await ask("update personal_token set last_used_on = current_date where secret_hash = $1", [hash]);
      return { ...personFrom(row, "TOKEN"), scopes: row.scopes };
    },
    listOf: async ({ id }) => {
      const rows = await ask<Row>(
        `select id, name, scopes, made_at, expires_at, last_used_on::text as last_used_on
        from personal_token where person_id = $1 order by made_at desc, id`,
        [id],
      );
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        scopes: row.scopes,
        madeAt: row.made_at,
        expiresAt: row.expires_at,
        lastUsedOn: row.last_used_on,
      }));
    },
    revoke: async (person, id) => {
      const gone = await ask("delete from personal_token where person_id = $1 and id = $2 returning id", [
        person.id,
        id,
      ]);
      return gone.length > 0;
    },
  };
}
