// From any error to what the reader is told: a choice outside the grammar by its place and rule, a database that is
// gone as such, and anything unexpected only by a reference under which the log holds the rest.
import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { InvalidChoice } from "@afterglow/shared";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { BudgetSpent } from "../audit/budgetSpent";
import { GivenUp } from "./limitTime";
import { noteUnexpected, UNEXPECTED, type LogError } from "./unexpected";

export const UNAVAILABLE = "UNAVAILABLE";
const BAD_USER_INPUT = "BAD_USER_INPUT";
const statuses: Readonly<Record<string, number>> = {
  [BAD_USER_INPUT]: 400,
  FORBIDDEN: 403,
  BUDGET_SPENT: 429,
  [UNAVAILABLE]: 503,
  [UNEXPECTED]: 500,
};

/** Apollo's `formatError`. What GraphQL itself refuses (syntax, an unknown field or value) passes as it is. */
export function explainError(log: LogError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = error instanceof GraphQLError ? error.originalError : error;
    if (cause instanceof InvalidChoice) {
      const { message, place, rule } = cause;
      return { ...formatted, message, extensions: { code: BAD_USER_INPUT, place, rule } };
    }
    if (cause instanceof BudgetSpent) {
      return { ...formatted, message: cause.message, extensions: { code: cause.code } };
    }
    if (isDatabaseGone(cause) || cause instanceof GivenUp) {
      if (!(cause instanceof GivenUp && cause.why === "READER_GONE")) log(cause.message);
      return { ...formatted, message: databaseGone, extensions: { code: UNAVAILABLE } };
    }
    if (isOfTheRequest(cause, formatted)) return formatted;
    if (error instanceof GraphQLError && isOfGraphQL(error)) {
      return { ...formatted, extensions: { code: BAD_USER_INPUT } };
    }
    const { message, reference } = noteUnexpected(log, cause);
    return { ...formatted, message, extensions: { code: UNEXPECTED, reference } };
  };
}

export const databaseGone = "The database does not answer at the moment. Nothing is lost; ask again shortly.";

/** By its code, since the door does not know the database. */
export function isDatabaseGone(cause: unknown): cause is Error {
  return cause instanceof Error && "code" in cause && cause.code === "DATABASE_UNAVAILABLE";
}

/** GraphQL's own refusals have no cause; only they may speak for themselves. */
function isOfTheRequest(cause: unknown, formatted: GraphQLFormattedError): boolean {
  return (
    (cause === undefined || cause instanceof GraphQLError) && formatted.extensions?.["code"] !== UNEXPECTED
  );
}

/** What GraphQL finds wrong only while it answers: null where an argument takes none, a kind of operation that we have not. */
const isOfGraphQL = ({ originalError }: GraphQLError): boolean =>
  originalError === undefined ||
  (originalError instanceof GraphQLError && originalError.originalError === undefined);

/** Says with the HTTP status, too, what the error codes say. */
export const statusByError: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response: { body, http } }) => {
      const errors = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
      const status = Math.max(
        0,
        ...errors.map(({ extensions }) => statuses[String(extensions?.["code"])] ?? 0),
      );
      if (status > 0 && http.status === undefined) http.status = status;
      if (http.status === 400 && errors.length > 0 && asksForLegacy(request.http?.headers.get("accept"))) {
        http.status = 200;
      }
    },
  }),
};

/** GraphQL over HTTP: whoever accepts `application/json` alone is told errors of the request in the body, under 200. */
const asksForLegacy = (accept: string | undefined): boolean =>
  accept?.split(/[;,]/)[0]?.trim() === "application/json" && !accept.includes("graphql-response");
