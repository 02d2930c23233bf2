// How often somebody may ask: a person by who they are, a stranger by their address, whoever signs in more strictly. Counted
// in this process: of several servers each counts for itself, so together they allow as many times more.
import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { Person } from "../identity/person";
import { personOf } from "./recognise";
import { refuse } from "./refuse";

/** A minute. */
export interface Rates {
  readonly person: Readonly<Record<Person["via"], number>>;
  readonly stranger: number;
  readonly signIn: number;
}

// A page asks for up to twenty figures at once, and again at every click. The local user owns the machine: their limit
// only ends a script that runs wild.
export const usualRates: Rates = {
  person: { SESSION: 1_200, TOKEN: 600, LOCAL: 60_000 },
  stranger: 120,
  signIn: 60,
};

const MINUTE = 60_000;

/** Behind `recognise`. */
export function limitRates(rates: Rates): RequestHandler {
  return limiter(
    (request) => {
      const person = personOf(request);
      return person === null ? addressOf(request) : `${person.via} ${person.id}`;
    },
    (request) => {
      const person = personOf(request);
      return person === null ? rates.stranger : rates.person[person.via];
    },
  );
}

/** For the addresses that sign in and out, whoever it is. */
export function limitSignIns(rates: Rates): RequestHandler {
  return limiter(addressOf, () => rates.signIn);
}

/** Of IPv6 the network: one house has more addresses than there are readers. */
const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? "");

function limiter(keyOf: (request: Request) => string, limitOf: (request: Request) => number): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit: limitOf,
    keyGenerator: keyOf,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: (request, response) =>
      refuse(
        request,
        response,
        429,
        "TOO_MANY_REQUESTS",
        "That is too often: wait a minute, then ask again.",
      ),
  });
}
