// Lets a person with the right pass, and sends others away in the shape of the address: 401 without a person, 403 without
// the right. Which right an address needs stands where it is mounted. A person sent away is noted; strangers are not, or
// whoever knocks often enough could fill the audit.
import type { RequestHandler, Response } from "express";
import { mayI, type Right } from "../identity/rights";
import type { NoteAct } from "./noteAct";
import { personOf } from "./recognise";

type Shape = "json" | "text";

/** `right`: PRESENCE is enough for what concerns the person alone. */
export function admit(right: Right | "PRESENCE", shape: Shape, note: NoteAct): RequestHandler {
  return async (request, response, next) => {
    const person = personOf(request);
    if (person === null) {
      response.set("WWW-Authenticate", "Bearer");
      refuse(response, shape, 401, "UNAUTHENTICATED", "Sign in first.");
    } else if (right === "PRESENCE" || mayI(person, right)) next();
    else {
      await note({
        who: person,
        what: "REFUSAL",
        question: { right },
        outcome: "REFUSED",
        code: "FORBIDDEN",
      });
      const why = person.roles.length === 0 ? "You have no role here." : "Your role does not allow this.";
      const refused = person.via === "TOKEN" ? "This token does not allow this." : why;
      refuse(response, shape, 403, "FORBIDDEN", refused);
    }
  };
}

function refuse(response: Response, shape: Shape, status: number, code: string, message: string): void {
  response.status(status).set("Cache-Control", "no-store");
  if (shape === "text") response.type("text/plain").send(`${message}\n`);
  else response.json({ errors: [{ message, extensions: { code } }] });
}
