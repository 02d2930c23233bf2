// The one error that says "there is no database to ask". The door answers it with 503, a command with exit code 1.
// The message names the place and the rule; it never holds a password, a statement or a value.

export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
  /** For rooms that may not import the database: `error.code === "DATABASE_UNAVAILABLE"`. */
  readonly code = "DATABASE_UNAVAILABLE";

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
