// One of each: a stranger, someone without a role, each role, and a token of each scope; and a door that takes a header's
// word for who asks, with accounts as they are.
import { openIdentity } from "../../server/src/identity/identity";
import type { Person, Role, Scope } from "../../server/src/identity/person";
import { openDoor, type Door } from "../api/door";
import type { TestDatabase } from "../testDatabase";

const session = (id: string, ...roles: Role[]): Person => ({
  id,
  name: id,
  roles,
  clinic: null,
  via: "SESSION",
});
const token = (id: string, scope: Scope, ...roles: Role[]): Person => ({
  ...session(id, ...roles),
  via: "TOKEN",
  scopes: [scope],
});

/** In the order in which the tables below have their columns. */
export const everyone = {
  stranger: null,
  roleless: session("roleless"),
  researcher: session("researcher", "researcher"),
  clinician: session("clinician", "clinician"),
  steward: session("steward", "steward"),
  administrator: session("administrator", "administrator"),
  askToken: token("askToken", "ask", "researcher"),
  exportToken: token("exportToken", "export", "researcher"),
} as const;
export type Who = keyof typeof everyone;
export const who = Object.keys(everyone) as Who[];

export const asWho = (name: Who): Record<string, string> => ({ "x-test-person": name });

export async function openDoorForEveryone({ database }: TestDatabase): Promise<Door> {
  for (const person of Object.values(everyone)) {
    if (person === null) continue;
    await database.dataSource.query(
      "insert into person (id, issuer, subject, name, roles) values ($1, 'test', $1, $1, $2)",
      [person.id, person.roles],
    );
  }
  const { accounts } = openIdentity(database, {
    // Nobody is there.
    issuer: "http://127.0.0.1:1",
    clientId: "afterglow",
    clientSecret: undefined,
    publicUrl: "http://127.0.0.1:1",
    scope: "openid",
    rolesClaim: "roles",
    clinicClaim: "clinic",
    idleMinutes: 30,
    longestHours: 12,
  });
  const known: Readonly<Record<string, Person | null>> = everyone;
  return openDoor(database, "publish", {
    personOf: async ({ headers }) => known[String(headers["x-test-person"])] ?? null,
    accounts,
  });
}
