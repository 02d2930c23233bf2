// Reads a question from the body of a request: JSON, not compressed, of no more than 100 kB, with variables of a size that a
// question can have. What is larger is refused before it is read whole.
import express, { type Request, type RequestHandler, type Response } from "express";
import { refuse } from "./refuse";

const LARGEST = "100kb";
// The largest question of a page has three levels, under fifty categories, and no text over twenty characters.
const DEEPEST = 6;
const LONGEST_LIST = 100;
const MOST_VALUES = 2_000;
const LONGEST_TEXT = 1_000;

/** Middlewares, in their order. */
export const readQuestion: readonly RequestHandler[] = [
  (request, response, next) => {
    if (request.method === "POST") return isJson(request) ? next() : unreadable(request, response);
    response.set("Allow", "POST");
    refuse(request, response, 405, "BAD_REQUEST", "A question is sent with POST.");
  },
  // What is compressed can be a thousand times larger than it looks.
  express.json({ limit: LARGEST, inflate: false }),
  (request, response, next) => {
    const body: unknown = request.body;
    if (Array.isArray(body)) {
      return refuse(request, response, 400, "BAD_REQUEST", "One request asks one question.");
    }
    const variables =
      typeof body === "object" && body !== null && "variables" in body ? body.variables : null;
    const broken = brokenRule(variables);
    if (broken === null) next();
    else refuse(request, response, 400, "BAD_USER_INPUT", `variables: ${broken}`, { place: "variables" });
  },
];

const isJson = (request: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(request.get("content-type")?.trim() ?? "");

function unreadable(request: Request, response: Response): void {
  refuse(request, response, 415, "BAD_REQUEST", "A question is sent as application/json.");
}

/** What of the limits the variables break; null: nothing. */
function brokenRule(variables: unknown): string | null {
  let values = 0;
  const look = (value: unknown, depth: number): string | null => {
    values += 1;
    if (values > MOST_VALUES) return `hold more than ${MOST_VALUES} values`;
    if (typeof value === "string" && value.length > LONGEST_TEXT)
      return `a text has more than ${LONGEST_TEXT} characters`;
    if (typeof value !== "object" || value === null) return null;
    if (depth >= DEEPEST) return `are nested more than ${DEEPEST} levels deep`;
    if (Array.isArray(value) && value.length > LONGEST_LIST)
      return `a list has more than ${LONGEST_LIST} values`;
    for (const part of Object.values(value)) {
      const broken = look(part, depth + 1);
      if (broken !== null) return broken;
    }
    return null;
  };
  return look(variables, 0);
}
