// What people see and change of their own account: who they are here, where they are signed in, their tokens. JSON, for the
// account page. A token is for people to make: it can be used for none of this.
import express, { Router, type Request, type Response } from "express";
import type { Accounts, Identity } from "../identity/identity";
import { mayI, rights } from "../identity/rights";
import { tokenWish } from "../identity/tokenWish";
import { admit } from "./admit";
import type { NoteAct } from "./noteAct";
import { knownPersonOf } from "./recognise";

export function accountAddresses({ accounts }: Identity, note: NoteAct): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  router.get("/person", admit("PRESENCE", "json", note), (request, response) => {
    const person = knownPersonOf(request);
    const { name, via, roles, clinic } = person;
    response.json({ name, via, roles, clinic, rights: rights.filter((right) => mayI(person, right)) });
  });
  if (accounts !== null) {
    router.use("/sign-ins", admit("ACCOUNT", "json", note), signIns(accounts, note));
    router.use("/tokens", admit("TOKENS", "json", note), tokens(accounts, note));
  }
  return router;
}

function signIns({ signIns: kept, cookies }: Accounts, note: NoteAct): Router {
  const router = Router();
  router.get("/", async (request, response) => {
    response.json(await kept.listOf(knownPersonOf(request), cookies.signIn.read(request) ?? ""));
  });
  router.delete("/", async (request, response) => {
    const person = knownPersonOf(request);
    await kept.endAll(person);
    await note({ who: person, what: "SIGN_OUT", question: { everywhere: true }, outcome: "DONE" });
    response.append("Set-Cookie", cookies.signIn.clear()).status(204).end();
  });
  router.delete("/:id", async (request, response) => {
    const person = knownPersonOf(request);
    if (!(await kept.endOne(person, idOf(request)))) return nothingHere(response);
    await note({ who: person, what: "SIGN_OUT", outcome: "DONE" });
    response.status(204).end();
  });
  return router;
}

function tokens({ tokens: kept }: Accounts, note: NoteAct): Router {
  const router = Router();
  router.get("/", async (request, response) => {
    response.json(await kept.listOf(knownPersonOf(request)));
  });
  router.post("/", express.json({ limit: "2kb" }), async (request, response) => {
    const person = knownPersonOf(request);
    const wish = tokenWish(request.body);
    if (typeof wish === "string") return refuse(response, 400, wish);
    const made = await kept.make(person, wish);
    if (made === null)
      return refuse(response, 409, "You have as many tokens as one may have: revoke one first.");
    const { scopes, days } = wish;
    await note({ who: person, what: "TOKEN", question: { made: made.id, scopes, days }, outcome: "DONE" });
    response.status(201).json(made);
  });
  router.delete("/:id", async (request, response) => {
    const person = knownPersonOf(request);
    const id = idOf(request);
    if (!(await kept.revoke(person, id))) return nothingHere(response);
    await note({ who: person, what: "TOKEN", question: { revoked: id }, outcome: "DONE" });
    response.status(204).end();
  });
  return router;
}

const idOf = (request: Request): string => String(request.params["id"]);

/** Another person's is not told from none. */
const nothingHere = (response: Response): void => refuse(response, 404, "You have none of this name.");

function refuse(response: Response, status: number, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code: "BAD_USER_INPUT" } }] });
}
