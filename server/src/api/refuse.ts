// A refusal in the shape of the address that was asked: files and pages are told in plain text, all else as GraphQL tells
// its errors. It says the rule, never what was sent.
import type { Request, Response } from "express";

const inText = /^\/(figures|graphiql)(\/|$)/;

export function refuse(
  request: Request,
  response: Response,
  status: number,
  code: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): void {
  response.status(status).set("Cache-Control", "no-store");
  if (inText.test(request.originalUrl.split("?")[0] ?? "")) response.type("text/plain").send(`${message}\n`);
  else response.json({ errors: [{ message, extensions: { code, ...more } }] });
}
