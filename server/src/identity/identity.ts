// How the door learns who asks. Where no provider is configured, it is whoever sits at this machine; where one is, people
// sign in and have accounts.
import type { IncomingMessage } from "node:http";
import type { Database } from "../database/dataSource";
import { askOf, type Ask } from "./ask";
import type { Claims } from "./claims";
import { cookiesFor, type Cookies } from "./cookies";
import { localPerson, type Person } from "./person";
import { recordPerson, type Recorded } from "./persons";
import { providerOf, type Provider, type ProviderSettings } from "./provider";
import { signInsIn, type SignInLimits, type SignIns } from "./signIns";
import { tokensIn, type Tokens } from "./tokens";

export interface Identity {
  /** Who asks; null: a stranger. */
  personOf(request: IncomingMessage): Promise<Person | null>;
  /** Null: nobody signs in here. */
  readonly accounts: Accounts | null;
}

export interface Accounts {
  readonly provider: Provider;
  readonly cookies: Cookies;
  readonly signIns: SignIns;
  readonly tokens: Tokens;
  record(claims: Claims): Promise<Recorded>;
  /** Our origin as readers see it. */
  readonly publicUrl: string;
}

export const localIdentity: Identity = { personOf: async () => localPerson, accounts: null };

export function openIdentity(
  database: Pick<Database, "dataSource">,
  settings: ProviderSettings & SignInLimits,
): Identity {
  const ask: Ask = askOf(database);
  const accounts: Accounts = {
    provider: providerOf(settings),
    cookies: cookiesFor(settings.publicUrl, settings.longestHours),
    signIns: signInsIn(ask, settings),
    tokens: tokensIn(ask),
    record: (claims) => recordPerson(ask, claims),
    publicUrl: settings.publicUrl,
  };
  return { personOf: (request) => personAsking(request, accounts), accounts };
}

/** By the token that the request bears, else by the cookie: never by both, so that a script is not taken for its reader. */
async function personAsking(request: IncomingMessage, accounts: Accounts): Promise<Person | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer ([\w-]{1,100})$/i.exec(authorization)?.[1];
    return token === undefined ? null : accounts.tokens.find(token);
  }
  const secret = accounts.cookies.signIn.read(request);
  return secret === null ? null : accounts.signIns.find(secret);
}
