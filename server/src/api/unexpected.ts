// What nobody foresaw: the log gets what is known of it, under a reference; the reader gets the reference alone.
import { randomBytes } from "node:crypto";

export const UNEXPECTED = "INTERNAL_SERVER_ERROR";

export type LogError = (line: string) => void;

export interface Unexpected {
  readonly message: string;
  readonly reference: string;
}

export function noteUnexpected(log: LogError, cause: unknown): Unexpected {
  const reference = randomBytes(4).toString("hex");
  log(`Unexpected error ${reference}: ${known(cause)}`);
  return {
    message: `Something went wrong on the server. The log has more under the reference ${reference}.`,
    reference,
  };
}

function known(cause: unknown): string {
  if (!(cause instanceof Error)) return "not an error";
  const stack = cause.stack ?? cause.message;
  if (!("severity" in cause)) return stack;
  // Of an error of Postgres its code and place: its message may hold a value out of the data.
  const code = "code" in cause ? String(cause.code) : "";
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return [`the database, ${code}`, ...places].join("\n");
}
