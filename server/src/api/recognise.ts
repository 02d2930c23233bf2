// Who asks, found out once a request, before anything is answered: a stranger is sent away by the addresses that need a
// person. How a person is known is for the room of identities.
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import type { Identity } from "../identity/identity";
import type { Person } from "../identity/person";

const people = new WeakMap<IncomingMessage, Person | null>();

export function recognise(identity: Identity): RequestHandler {
  return async (request, _response, next) => {
    people.set(request, await identity.personOf(request));
    next();
  };
}

/** Null: a stranger. */
export function personOf(request: IncomingMessage): Person | null {
  const person = people.get(request);
  if (person === undefined) throw new Error("Nobody has looked yet who asks: recognise comes first.");
  return person;
}

/** For what stands behind `admit`. */
export function knownPersonOf(request: IncomingMessage): Person {
  const person = personOf(request);
  if (person === null) throw new Error("A stranger has come past the door.");
  return person;
}
