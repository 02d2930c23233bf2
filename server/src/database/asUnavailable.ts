// Tells from any error of pg or typeorm whether there is no database to ask, and says why in words that hold no secret.
import { DatabaseUnavailable } from "./databaseUnavailable";

/** The same error, or DatabaseUnavailable where the database is gone, full, busy, or does not let us in. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  const rule = ruleOf(error);
  return rule === undefined ? error : new DatabaseUnavailable(`The database ${rule}.`, error);
}

const CANNOT_BE_REACHED = "cannot be reached (is it running? check DATABASE_URL)";
const rules: Readonly<Record<string, string>> = {
  "28P01": "refuses the user or password (check DATABASE_URL)",
  "28000": "refuses the user or password (check DATABASE_URL)",
  "3D000": "that is asked for does not exist (check DATABASE_URL)",
  "53100": "has no disk space left",
  "53300": "takes no more connections",
  "55P03": "has what was asked for locked longer than the time allowed for waiting",
  "57014": "took longer than the time allowed for one statement",
};

function ruleOf(error: unknown): string | undefined {
  const code = codeOf(error) ?? "";
  const message = error instanceof Error ? error.message : "";
  if (rules[code] !== undefined) return rules[code];
  if (/^(08|53|57P|58)/.test(code) || /^E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_|HOST|NET)/.test(code)) {
    return CANNOT_BE_REACHED;
  }
  return /connection terminated|timeout exceeded when trying to connect|connection timeout|query read timeout|is not queryable|query runner already released/i.test(
    message,
  )
    ? CANNOT_BE_REACHED
    : undefined;
}

export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  // A name that resolves to several addresses fails with one error for each.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
