// The OpenID Connect provider: the way there (authorization code, PKCE, state, nonce), and from what comes back to who it
// is. The protocol is openid-client's; here stands what this house asks of it.
// The provider is looked up for each return anew, and its keys with it: one that has changed them a second ago is believed.
import type { ClientAuth, Configuration } from "openid-client" with { "resolution-mode": "import" };
import type * as OpenIdClient from "openid-client" with { "resolution-mode": "import" };
import { claimAt, clinicIn, nameIn, rolesIn, type Claims, type RawClaims } from "./claims";

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly publicUrl: string;
  readonly scope: string;
  readonly rolesClaim: string;
  readonly clinicClaim: string;
}

/** What the browser keeps between going and coming back, in a cookie that scripts cannot read. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Provider {
  begin(): Promise<{ readonly address: URL; readonly attempt: Attempt }>;
  /** `search`: the query string with which the provider sent the reader back. */
  finish(search: string, attempt: Attempt): Promise<Claims>;
}

/** The provider cannot be asked: nobody's fault here, and worth another try. */
export class ProviderGone extends Error {
  override readonly name = "ProviderGone";
}

/** What came back was not the answer to what was asked. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
}

export const RETURN_PATH = "/sign-in/return";
const WAIT_SECONDS = 10;
/** A stranger's first click must not make us ask the provider each time. */
const BELIEVED_MS = 60_000;

export function providerOf(settings: ProviderSettings): Provider {
  let known: { readonly found: Configuration; readonly at: number } | undefined;
  return { begin, finish };

  async function begin(): Promise<{ address: URL; attempt: Attempt }> {
    const client = await import("openid-client");
    if (known === undefined || Date.now() - known.at > BELIEVED_MS)
      known = { found: await discover(), at: Date.now() };
    const attempt = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(known.found, {
      redirect_uri: new URL(RETURN_PATH, settings.publicUrl).href,
      scope: settings.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: "S256",
    });
    return { address, attempt };
  }

  async function finish(search: string, { state, nonce, verifier }: Attempt): Promise<Claims> {
    const client = await import("openid-client");
    const found = await discover();
    try {
      const here = new URL(RETURN_PATH + search, settings.publicUrl);
      const granted = await client.authorizationCodeGrant(found, here, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const token = granted.claims();
      if (token === undefined) throw new Error("No ID token");
      const said: RawClaims = token;
      // Some providers say roles at their own address alone.
      const isWhole =
        claimAt(said, settings.rolesClaim) !== undefined ||
        found.serverMetadata().userinfo_endpoint === undefined;
      const claims = isWhole
        ? said
        : { ...(await client.fetchUserInfo(found, granted.access_token, token.sub)), ...said };
      return {
        issuer: token.iss,
        subject: token.sub,
        name: nameIn(claims),
        roles: rolesIn(claimAt(claims, settings.rolesClaim)),
        clinic: clinicIn(claimAt(claims, settings.clinicClaim)),
      };
    } catch (error) {
      throw new SignInRefused("The provider's answer is not one to this question.", { cause: error });
    }
  }

  async function discover(): Promise<Configuration> {
    const client = await import("openid-client");
    const { issuer, clientId, clientSecret } = settings;
    const isPlain = new URL(issuer).protocol === "http:";
    try {
      return await client.discovery(
        new URL(issuer),
        clientId,
        clientSecret,
        clientSecret === undefined ? client.None() : withSecret(client, clientSecret),
        {
          timeout: WAIT_SECONDS,
          execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
        },
      );
    } catch (error) {
      throw new ProviderGone("The provider does not answer.", { cause: error });
    }
  }
}

type Client = Pick<typeof OpenIdClient, "ClientSecretPost" | "ClientSecretBasic">;

/** In the body where the provider says that it takes it there, else in the header, which every provider takes. */
function withSecret({ ClientSecretPost, ClientSecretBasic }: Client, secret: string): ClientAuth {
  const inBody = ClientSecretPost(secret);
  const inHeader = ClientSecretBasic(secret);
  return (server, ...rest) => {
    const takesBody = server.token_endpoint_auth_methods_supported?.includes("client_secret_post") === true;
    (takesBody ? inBody : inHeader)(server, ...rest);
  };
}
