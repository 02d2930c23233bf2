// The audit cannot be written: so nothing is answered and nothing is done. The door says 503, a command exits with 1.

export class AuditUnavailable extends Error {
  override readonly name = "AuditUnavailable";
  /** For whoever asks by code, as of a database that is gone. */
  readonly code = "AUDIT_UNAVAILABLE";

  constructor(cause?: unknown) {
    super(
      "The audit cannot be written at the moment, and nothing is answered without it. Ask again shortly.",
      { cause },
    );
  }
}
