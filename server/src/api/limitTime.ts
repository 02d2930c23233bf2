// Until when an answer is worth working on: until its reader has gone, or its time is up. What is asked of the database
// for it is cancelled then, and what is left of it answers as a database that does not.
import { setMaxListeners } from "node:events";
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";

/** Longer than the largest comparison takes on a million patients; shorter than a reader waits. */
const ANSWER_WITHIN_MS = 20_000;

/** Why a question was given up that nobody waits for: no fault, and nothing to tell. */
export class ReaderGone extends Error {
  constructor() {
    super("its reader has gone");
  }
}

const signals = new WeakMap<IncomingMessage, AbortSignal>();

export function limitTime(withinMs: number = ANSWER_WITHIN_MS): RequestHandler {
  return (request, response, next) => {
    const controller = new AbortController();
    // Every statement of the answer listens.
    setMaxListeners(0, controller.signal);
    const late = setTimeout(() => controller.abort(new Error("its time was up")), withinMs);
    response.once("close", () => {
      clearTimeout(late);
      if (!response.writableFinished) controller.abort(new ReaderGone());
    });
    signals.set(request, controller.signal);
    next();
  };
}

/** Given when the answer to this request is not worth working on any more; never, where no time was limited. */
export const signalOf = (request: IncomingMessage): AbortSignal | undefined => signals.get(request);
