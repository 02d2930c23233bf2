// What express or its parsers throw, told in the shape of the address: the rule for what the reader did, a reference for
// what we did; never a stack.
import type { ErrorRequestHandler } from "express";
import { AuditUnavailable } from "../audit/auditUnavailable";
import { databaseGone, isDatabaseGone, UNAVAILABLE } from "./explainError";
import { refuse } from "./refuse";
import { noteUnexpected, UNEXPECTED, type LogError } from "./unexpected";

export function explainRequest(log: LogError): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (isDatabaseGone(error)) {
      log(error.message);
      response.set("Retry-After", "1");
      return refuse(request, response, 503, UNAVAILABLE, databaseGone);
    }
    if (error instanceof AuditUnavailable) return refuse(request, response, 503, error.code, error.message);
    const status = property(error, "status");
    if (typeof status === "number" && status >= 400 && status < 500) {
      return refuse(request, response, status, "BAD_REQUEST", ruleOf(property(error, "type")));
    }
    const { message, reference } = noteUnexpected(log, error);
    refuse(request, response, 500, UNEXPECTED, message, { reference });
  };
}

const rules: Readonly<Record<string, string>> = {
  "entity.parse.failed": "The body of the request is not JSON.",
  "entity.too.large": "The body of the request is over 100 kB.",
  "encoding.unsupported": "The body of the request may not be compressed.",
};
const UNREADABLE = "The request cannot be read: check its address, headers and body.";

const ruleOf = (type: unknown): string => (typeof type === "string" ? rules[type] : undefined) ?? UNREADABLE;

function property(error: unknown, name: string): unknown {
  return error instanceof Error && name in error
    ? (error as Error & Record<string, unknown>)[name]
    : undefined;
}
