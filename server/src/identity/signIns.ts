// Sign-ins: one a browser, known by the secret in its cookie. A sign-in ends when it lies idle, at the latest a fixed
// time after it began, and when its person ends it. Limits are applied on looking, so that a shorter one holds at once.
import type { Ask } from "./ask";
import type { Person } from "./person";
import { personColumns, personFrom, type PersonRow } from "./persons";
import { hashOf, newId, newSecret } from "./secret";

export interface SignInLimits {
  readonly idleMinutes: number;
  readonly longestHours: number;
}

export interface SignIn {
  readonly id: string;
  readonly beganAt: Date;
  readonly lastUsedAt: Date;
  /** Of the browser that asks. */
  readonly isThis: boolean;
}

export interface SignIns {
  /** Its secret, for the cookie. */
  begin(person: Person): Promise<string>;
  /** Whose it is, if it has not ended. */
  find(secret: string): Promise<Person | null>;
  listOf(person: Person, secret: string): Promise<SignIn[]>;
  end(secret: string): Promise<void>;
  endOne(person: Person, id: string): Promise<boolean>;
  endAll(person: Person): Promise<void>;
}

const ended = `(last_used_at <= now() - make_interval(mins => $1) or began_at <= now() - make_interval(hours => $2))`;

export function signInsIn(ask: Ask, { idleMinutes, longestHours }: SignInLimits): SignIns {
  const limits = [idleMinutes, longestHours];
  return {
    begin: async ({ id }) => {
      const secret = newSecret();
      await ask(`delete from sign_in where ${ended}`, limits);
      await ask("insert into sign_in (id, secret_hash, person_id) values ($1, $2, $3)", [
        newId(),
        hashOf(secret),
        id,
      ]);
      return secret;
    },
    find: async (secret) => {
      const hash = hashOf(secret);
      const [row] = await ask<PersonRow & { rested: boolean }>(
        `select ${personColumns}, s.last_used_at < now() - interval '1 minute' as rested
        from sign_in s join person p on p.id = s.person_id where s.secret_hash = $3 and not ${ended}`,
        [...limits, hash],
      );
      if (row === undefined) return null;
      // To the minute: a page asks for a dozen sections at once.
      if (row.rested) await ask("update sign_in set last_used_at = now() where secret_hash = $1", [hash]);
      return personFrom(row, "SESSION");
    },
    listOf: async ({ id }, secret) => {
      const rows = await ask<{ id: string; began_at: Date; last_used_at: Date; is_this: boolean }>(
        `select id, began_at, last_used_at, secret_hash = $4 as is_this from sign_in
        where person_id = $3 and not ${ended} order by secret_hash = $4 desc, last_used_at desc, id`,
        [...limits, id, hashOf(secret)],
      );
      return rows.map((row) => ({
        id: row.id,
        beganAt: row.began_at,
        lastUsedAt: row.last_used_at,
        isThis: row.is_this,
      }));
    },
    end: async (secret) => {
      await ask("delete from sign_in where secret_hash = $1", [hashOf(secret)]);
    },
    endOne: async (person, id) => {
      const gone = await ask("delete from sign_in where person_id = $1 and id = $2 returning id", [
        person.id,
        id,
      ]);
      return gone.length > 0;
    },
    endAll: async ({ id }) => {
      await ask("delete from sign_in where person_id = $1", [id]);
    },
  };
}
