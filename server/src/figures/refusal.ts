/** Why a figure cannot be given, with its HTTP status. The words come from the schema's own errors where it refused. */

export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

interface SchemaError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Asks the schema; given by whoever serves it, with the same limits as for a reader outside. */
export type Execute = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
  exported?: { readonly figure: string; readonly format: string },
) => Promise<{ readonly data?: unknown; readonly errors?: readonly SchemaError[] }>;

const statuses: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BUDGET_SPENT: 429,
  UNAVAILABLE: 503,
  AUDIT_UNAVAILABLE: 503,
};

export function refusalOf(errors: readonly SchemaError[]): Refusal {
  const [first] = errors;
  const code = first?.extensions?.["code"];
  const status = typeof code === "string" ? statuses[code] : undefined;
  return new Refusal(status ?? 500, first?.message ?? "The figure could not be computed.");
}
