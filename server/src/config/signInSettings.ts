// The settings of signing in: the OpenID Connect provider, where the server is found, and how long a sign-in lasts.
// None of them: nobody signs in. Some of them and not all that are needed: an error, never a server that asks nobody.
import { isLoopback } from "./isLoopback";
import { given, InvalidConfig, upTo, type Environment } from "./setting";

export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined: a public client, whose codes PKCE alone protects. */
  readonly clientSecret: string | undefined;
  /** Origin under which readers reach the server, such as https://outcomes.example.org. */
  readonly publicUrl: string;
  readonly scope: string;
  readonly rolesClaim: string;
  readonly clinicClaim: string;
  readonly idleMinutes: number;
  readonly longestHours: number;
}

const ofProvider = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "PUBLIC_URL"] as const;

export function readSignIn(env: Environment): SignInSettings | undefined {
  const issuer = webAddress(env, "OIDC_ISSUER");
  if (issuer === undefined) {
    const lone = ofProvider.find((name) => given(env, name) !== undefined);
    if (lone === undefined) return undefined;
    throw new InvalidConfig(`${lone} is for a server where people sign in: set OIDC_ISSUER too, or neither.`);
  }
  const clientId = given(env, "OIDC_CLIENT_ID");
  if (clientId === undefined) throw new InvalidConfig("OIDC_ISSUER needs OIDC_CLIENT_ID beside it.");
  return {
    issuer: issuer.href,
    clientId,
    clientSecret: given(env, "OIDC_CLIENT_SECRET"),
    publicUrl: readPublicUrl(env),
    scope: readScope(env),
    rolesClaim: given(env, "OIDC_ROLES_CLAIM") ?? "roles",
    clinicClaim: given(env, "OIDC_CLINIC_CLAIM") ?? "clinic",
    idleMinutes: upTo(env, "SIGN_IN_IDLE_MINUTES", 30),
    longestHours: upTo(env, "SIGN_IN_HOURS", 12),
  };
}

function readPublicUrl(env: Environment): string {
  const address = webAddress(env, "PUBLIC_URL");
  if (address === undefined) throw new InvalidConfig("OIDC_ISSUER needs PUBLIC_URL beside it.");
  if (address.pathname !== "/" || address.search !== "" || address.hash !== "") {
    throw new InvalidConfig(
      "PUBLIC_URL has to be an address without path, such as https://outcomes.example.org.",
    );
  }
  return address.origin;
}

/** Whoever can read the way could read the codes and cookies on it: TLS, but on this machine itself. */
function webAddress(env: Environment, name: string): URL | undefined {
  const value = given(env, name);
  if (value === undefined) return undefined;
  const address = URL.canParse(value) ? new URL(value) : undefined;
  const isSafe =
    address?.protocol === "https:" || (address?.protocol === "http:" && isLoopback(address.hostname));
  if (address === undefined || !isSafe || address.username !== "" || address.password !== "") {
    throw new InvalidConfig(
      `${name} has to begin with https://, or with http:// on this machine, and hold no password.`,
    );
  }
  return address;
}

function readScope(env: Environment): string {
  const scope = given(env, "OIDC_SCOPE") ?? "openid profile";
  if (!/^[\x21\x23-\x5b\x5d-\x7e ]+$/.test(scope) || !scope.split(" ").includes("openid")) {
    throw new InvalidConfig("OIDC_SCOPE has to be words with openid among them, such as: openid profile.");
  }
  return scope;
}
