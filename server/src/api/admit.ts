// Lets a person with the right pass, and sends others away in the shape of the address: 401 without a person, 403 without
// the right. Which right an address needs stands where it is mounted, in app.
import type { RequestHandler, Response } from "express";
import { mayI, type Right } from "../identity/rights";
import { personOf } from "./recognise";

type Shape = "graphql" | "text";

export function admit(right: Right, shape: Shape): RequestHandler {
  return (request, response, next) => {
    const person = personOf(request);
    if (person === null) {
      response.set("WWW-Authenticate", "Bearer");
      refuse(response, shape, 401, "UNAUTHENTICATED", "Sign in first.");
    } else if (mayI(person, right)) next();
    else refuse(response, shape, 403, "FORBIDDEN", "Your role does not allow this.");
  };
}

function refuse(response: Response, shape: Shape, status: number, code: string, message: string): void {
  response.status(status).set("Cache-Control", "no-store");
  if (shape === "text") response.type("text/plain").send(`${message}\n`);
  else response.json({ errors: [{ message, extensions: { code } }] });
}
