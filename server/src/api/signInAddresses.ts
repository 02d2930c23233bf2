// Signing in and out: to the provider, back from it, and away. The page that leads here is the web's; who a person is, and
// how long a sign-in lasts, is for the room of identities.
import { Router, type Response } from "express";
import type { Accounts, Identity } from "../identity/identity";
import { localPath } from "../identity/localPath";
import { ProviderGone, RETURN_PATH, SignInRefused } from "../identity/provider";
import { nobody } from "../audit/entry";
import type { NoteAct } from "./noteAct";
import { personOf } from "./recognise";
import type { LogError } from "./unexpected";

/** Why a reader is at the sign-in page, in its address; the page has a sentence for each. */
type Because = "failed" | "no-provider" | "no-role";

export function signInAddresses({ accounts }: Identity, note: NoteAct, log: LogError): Router {
  const router = Router();
  router.use(["/sign-in", "/sign-out"], (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  router.get("/sign-in", (request, response, next) => {
    if (personOf(request) === null) next();
    else response.redirect(302, localPath(request.query["to"]));
  });
  if (accounts === null) return router;
  router.get("/sign-in/start", async (request, response) => {
    const to = localPath(request.query["to"]);
    try {
      const { address, attempt } = await accounts.provider.begin();
      response.append("Set-Cookie", accounts.cookies.underWay.set({ ...attempt, to }));
      response.redirect(302, address.href);
    } catch (error) {
      if (!(error instanceof ProviderGone)) throw error;
      log(whyFailed(error));
      backToPage(response, "no-provider", to);
    }
  });
  router.get(RETURN_PATH, async (request, response) => {
    const underWay = accounts.cookies.underWay.read(request);
    // Good for one return, whatever comes of it.
    response.append("Set-Cookie", accounts.cookies.underWay.clear());
    const search = new URL(request.originalUrl, "http://here.invalid").search;
    const to = localPath(underWay?.to);
    const claims = underWay === null ? "failed" : await claimsOf(accounts, search, underWay, log);
    if (typeof claims === "string") {
      await note({ who: nobody, what: "SIGN_IN", outcome: "REFUSED", code: claims.toUpperCase() });
      backToPage(response, claims, to);
      return;
    }
    const { person, before } = await accounts.record(claims);
    if (before !== null && before.join() !== person.roles.join())
      await note({ who: person, what: "ROLES", question: { roles: person.roles, before }, outcome: "DONE" });
    if (person.roles.length === 0) {
      await accounts.signIns.endAll(person);
      await note({ who: person, what: "SIGN_IN", outcome: "REFUSED", code: "NO-ROLE" });
      backToPage(response, "no-role", to);
      return;
    }
    // A new secret at every sign-in: one that somebody else has set or seen before is worth nothing.
    const former = accounts.cookies.signIn.read(request);
    if (former !== null) await accounts.signIns.end(former);
    await note({ who: person, what: "SIGN_IN", question: { roles: person.roles }, outcome: "DONE" });
    response.append("Set-Cookie", accounts.cookies.signIn.set(await accounts.signIns.begin(person)));
    response.redirect(303, to);
  });
  router.post("/sign-out", async (request, response) => {
    const secret = accounts.cookies.signIn.read(request);
    const person = personOf(request);
    if (secret !== null) await accounts.signIns.end(secret);
    if (person?.via === "SESSION") await note({ who: person, what: "SIGN_OUT", outcome: "DONE" });
    response.append("Set-Cookie", accounts.cookies.signIn.clear()).status(204).end();
  });
  return router;
}

async function claimsOf(
  { provider }: Accounts,
  search: string,
  attempt: Parameters<Accounts["provider"]["finish"]>[1],
  log: LogError,
): Promise<Awaited<ReturnType<Accounts["provider"]["finish"]>> | Because> {
  try {
    return await provider.finish(search, attempt);
  } catch (error) {
    if (!(error instanceof ProviderGone || error instanceof SignInRefused)) throw error;
    log(whyFailed(error));
    return error instanceof ProviderGone ? "no-provider" : "failed";
  }
}

/** For whoever runs the server: the protocol's own word for it, and no value out of an answer. */
function whyFailed({ message, cause }: ProviderGone | SignInRefused): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "no code";
  return `Signing in failed: ${message} (${code})`;
}

function backToPage(response: Response, because: Because, to: string): void {
  response.redirect(303, `/sign-in?${new URLSearchParams({ because, to }).toString()}`);
}
