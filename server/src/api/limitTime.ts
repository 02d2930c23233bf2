// Until when an answer is worth working on: until its reader has gone, or its time is up. What is asked of the database
// for it is given up then, and what is left of it answers as a database that does not.
import { setMaxListeners } from "node:events";
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";

/** Longer than the largest comparison takes on a million patients; shorter than a reader waits. */
const ANSWER_WITHIN_MS = 20_000;

/** Why a question was given up. That its reader has gone is no fault, and nothing to tell. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
  constructor(readonly why: "READER_GONE" | "TOO_LATE") {
    super(`The question was given up: ${why === "TOO_LATE" ? "its time was up" : "its reader has gone"}.`);
  }
}

const signals = new WeakMap<IncomingMessage, AbortSignal>();

export function limitTime(withinMs: number = ANSWER_WITHIN_MS): RequestHandler {
  return (request, response, next) => {
    const controller = new AbortController();
    // Every statement of the answer listens.
    setMaxListeners(0, controller.signal);
    const late = setTimeout(() => controller.abort(new GivenUp("TOO_LATE")), withinMs);
    response.once("close", () => {
      clearTimeout(late);
      if (!response.writableFinished) controller.abort(new GivenUp("READER_GONE"));
    });
    signals.set(request, controller.signal);
    next();
  };
}

/** Given when the answer to this request is not worth working on any more; never, where no time was limited. */
export const signalOf = (request: IncomingMessage): AbortSignal | undefined => signals.get(request);
