// A real OpenID Connect provider for the tests, as a process of its own: `node provider.mjs '<JSON>'` with
// { port, clients, accounts, keys, published, inToken }. It prints its issuer when it listens. Its sign-in page is one form with a name.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const { port, clients, accounts, keys, published, inToken } = JSON.parse(process.argv[2]);
const server = createServer();
await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients,
  jwks: { keys },
  claims: { openid: ["sub"], profile: ["name", "roles", "clinic"] },
  // Whether the ID token says all, as with most providers, or the userinfo address alone.
  conformIdTokenClaims: !inToken,
  cookies: { keys: ["test"] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  findAccount: (_context, id) =>
    accounts[id] && { accountId: id, claims: async () => ({ sub: id, ...accounts[id] }) },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
});

const callback = provider.callback();
server.on("request", async (request, response) => {
  // Keys that do not fit those which sign: somebody else's tokens.
  if (published && request.url === "/jwks") {
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify({ keys: published }));
  }
  const uid = /^\/interaction\/([\w-]+)$/.exec(request.url)?.[1];
  if (uid === undefined) return callback(request, response);
  if (request.method === "GET") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      '<!doctype html><html lang="en"><title>Provider</title><form method="post"><label>Account <input name="account"></label><button>Continue</button></form>',
    );
    return;
  }
  let body = "";
  for await (const part of request) body += part;
  const account = new URLSearchParams(body).get("account");
  const details = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: account, clientId: details.params.client_id });
  grant.addOIDCScope(details.params.scope);
  const result =
    account === "refuse"
      ? { error: "access_denied" }
      : { login: { accountId: account }, consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
});

console.log(issuer);
